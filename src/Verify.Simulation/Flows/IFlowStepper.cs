namespace Verify.Simulation.Flows;

/// <summary>Goes from step to step, and shows the last accepted one. Before the first, start and end are where it began.</summary>
internal interface IFlowStepper : IFlowStep
{
    /// <summary>
    /// Tries one step from the end of the last one, to the horizon at most (infinity is allowed). After a rejection the end, its state and its rate stay
    /// as they were, the step is not to be interpolated, and the next try is smaller. A state or rate that is not finite is a rejection where the method
    /// controls its step.
    /// </summary>
    StepOutcome Attempt(double horizon);
}

/// <summary>What came of a try.</summary>
internal enum StepOutcome
{
    /// <summary>The step was made.</summary>
    Accepted,

    /// <summary>The error was too large.</summary>
    Rejected,

    /// <summary>The step that would be needed is no longer seen in the time.</summary>
    TooSmall,
}
