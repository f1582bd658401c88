namespace Verify.Simulation.Flows;

/// <summary>One accepted step of a path, from a time to a later one. What it shows lasts until the next step: copy what is to be kept.</summary>
internal interface IFlowStep
{
    /// <summary>The name of the method that made it.</summary>
    string Method { get; }

    /// <summary>The time t0 at its start.</summary>
    double Start { get; }

    /// <summary>The time t1 at its end.</summary>
    double End { get; }

    /// <summary>The state at t0.</summary>
    ReadOnlySpan<double> StartState { get; }

    /// <summary>The state at t1.</summary>
    ReadOnlySpan<double> EndState { get; }

    /// <summary>The rate f at the end.</summary>
    ReadOnlySpan<double> EndRate { get; }

    /// <summary>Writes the state at a time in [t0, t1] by the dense output; outside, that is extrapolated. It may evaluate f.</summary>
    void Interpolate(double time, Span<double> state);
}
