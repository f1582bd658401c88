namespace Verify.Simulation.Flows;

/// <summary>
/// Where an integration gives up: evaluations of f, counted before each try of a step, so that the last one may pass the limit; and growth, as a multiple
/// of max(1, max_i |y_i|) of the start.
/// </summary>
internal sealed record FlowLimits(long Evaluations = long.MaxValue, double Growth = FlowLimits.DefaultGrowth)
{
    /// <summary>Beyond this multiple a state has run away.</summary>
    public const double DefaultGrowth = 1e12;
}
