using Verify.Simulation.Flows;

namespace Verify.Simulation.Checks.Paths;

/// <summary>How a path ended.</summary>
/// <param name="End">Why.</param>
/// <param name="Event">The event that ended it, or null.</param>
/// <param name="Time">When.</param>
/// <param name="State">Where.</param>
/// <param name="Uncertainty">How far the end may be from the limit, as a share of its size.</param>
/// <param name="Imbalance">By which share of its size the loss did not fall as the gradient on the path says; 0 where it did, up to the error of the integration.</param>
internal sealed record PathEnd(FlowEnd End, string? Event, double Time, double[] State, double Uncertainty, double Imbalance)
{
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

    /// <summary>The fault that an imbalance is; null where there is none.</summary>
    public Contradiction? Fault => !(Imbalance > 0) || End == FlowEnd.RanAway ? null
        : new($"the loss did not fall by the integral of the squared gradient: off by {Figures.Percent(Imbalance)}, so the integration is at fault");
}
