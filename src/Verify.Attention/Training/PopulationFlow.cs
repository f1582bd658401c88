using Verify.Attention.Layers;
using Verify.Attention.Theory;
using Verify.Simulation.Flows;

namespace Verify.Attention.Training;

/// <summary>
/// Gradient flow dθ/dt = -∇L(θ) on the population loss (3.9), in all weights of the layer, followed until ‖∇L‖ is down to a share of what it was at the start. One step.
/// A flow that does not come to rest throws <see cref="TrainingException"/>.
/// </summary>
/// <param name="Loss">L, made anew for each run, since its program is not shared.</param>
/// <param name="Start">θ(0).</param>
internal sealed record PopulationFlow(Func<PopulationLoss> Loss, Weights Start) : ITraining
{
    private const long MostEvaluations = 2_000_000;

    /// <summary>The relative error allowed in a step.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>The share of the first ‖∇L‖ at which the flow has come to rest.</summary>
    public double Rest { get; init; } = 1e-8;

    /// <inheritdoc/>
    public long Steps => 1;

    /// <inheritdoc/>
    public TrainingState Begin() => new(0, Start);

    /// <inheritdoc/>
    public TrainingState Advance(TrainingState state, long steps, CancellationToken cancellation) =>
        state.Step == 1 ? state : new(1, Weights.Of(Start.D, Follow(state.Weights, cancellation).State));

    /// <summary>The integration itself.</summary>
    public FlowResult Follow(Weights start, CancellationToken cancellation)
    {
        var loss = Loss();
        var state = start.State.AsSpan();
        var result = StiffnessSwitch.At(new(Tolerance)).Integrate(
            loss, state, double.PositiveInfinity, [FlowEvent.Convergence(loss, state, Rest)], limits: new(MostEvaluations), cancellation: cancellation);
        return result.Event is null ? throw new TrainingException($"gradient flow did not come to rest: {result.End} at t = {result.Time:g3}") : result;
    }
}
