using Verify.Simulation.Flows;

namespace Verify.Simulation.Checks.Paths;

/// <summary>How a path ended.</summary>
/// <param name="End">Why.</param>
/// <param name="Event">The event that ended it, or null.</param>
/// <param name="Time">When.</param>
/// <param name="State">Where.</param>
/// <param name="Uncertainty">How far the end may be from the limit, as a share of its size.</param>
/// <param name="Imbalance">By which share of its size the loss did not fall as the gradient on the path says.</param>
internal sealed record PathEnd(FlowEnd End, string? Event, double Time, double[] State, double Uncertainty, double Imbalance)
{
    // What a sound integration may gather on a path to very late times.
    private const double LargestImbalance = 1e-4;
    private const double Exact = 1e-6;

    /// <summary>The rate λ at which the speed falls at the end, as e^(-λ t); no number where fewer than two steps were made.</summary>
    public double Decay { get; init; } = double.NaN;

    /// <summary>Whether the flow has come to rest.</summary>
    public bool HasConverged => Event == "converged";

    /// <summary>In words.</summary>
    public string Text => HasConverged ? $"converged by t = {Figures.Of(Time)}"
        : End switch
        {
            FlowEnd.RanAway => $"ran away by t = {Figures.Of(Time)}",
            FlowEnd.WorkLimit => $"still moving at t = {Figures.Of(Time)}, after the work allowed",
            _ => $"followed to t = {Figures.Of(Time)}",
        };

    /// <summary>A failure on the path, where the integration is exact enough to tell.</summary>
    public CheckResult? Standing(Fails? failure) => failure is null || !(Imbalance > Exact) || End is FlowEnd.RanAway or FlowEnd.StepTooSmall ? failure
        : new Open($"{failure.Detail}, but the integration is only good to {Figures.Percent(Imbalance)} there");

    /// <summary>The fault that an imbalance is; null where there is none, or where a pole ended the path, near which nothing balances in double precision.</summary>
    public Contradiction? Fault => !(Imbalance > LargestImbalance) || End is FlowEnd.RanAway or FlowEnd.StepTooSmall ? null
        : new($"the loss did not fall by the integral of the squared gradient: off by {Figures.Percent(Imbalance)}, so the integration is at fault");
}
