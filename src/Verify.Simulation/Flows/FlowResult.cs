namespace Verify.Simulation.Flows;

/// <summary>Why an integration ended.</summary>
internal enum FlowEnd
{
    /// <summary>It reached the horizon.</summary>
    Horizon,

    /// <summary>An event happened.</summary>
    Event,

    /// <summary>It spent the evaluations it had.</summary>
    WorkLimit,

    /// <summary>The state or its rate is not finite, or the state has grown beyond all that was allowed.</summary>
    RanAway,

    /// <summary>
    /// The step that the tolerance needs is no longer seen in the time: the rate has a jump or a pole here, or the tolerance is below the rounding of f.
    /// </summary>
    StepTooSmall,
}

/// <summary>
/// How an integration ended: why, the event that happened if one did, when and where, the accepted and rejected steps, the evaluations of f (those for
/// Jacobians, dense output and events included), and the name of the method that made the last step.
/// </summary>
internal sealed record FlowResult(FlowEnd End, FlowEvent? Event, double Time, double[] State, int Steps, int Rejected, long Evaluations, string Method);
