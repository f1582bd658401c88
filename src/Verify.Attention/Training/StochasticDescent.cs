using Verify.Attention.Layers;

namespace Verify.Attention.Training;

/// <summary>Stochastic gradient descent on fresh prompts: θ ← θ - η_k g_k, g_k the gradient over batch k.</summary>
/// <param name="Prompts">Where batches come from.</param>
/// <param name="Start">The first weights.</param>
/// <param name="Schedule">η_k.</param>
/// <param name="Steps">How many steps.</param>
internal sealed record StochasticDescent(FreshPrompts Prompts, Weights Start, StepSchedule Schedule, long Steps) : ITraining
{
    /// <inheritdoc/>
    public TrainingState Begin() => new(0, Start);

    /// <inheritdoc/>
    public TrainingState Advance(TrainingState state, long steps, CancellationToken cancellation)
    {
        var gradients = Prompts.Gradients();
        var weights = state.Weights.State.ToArray();
        var gradient = new double[weights.Length];
        var last = Math.Min(state.Step + steps, Steps);
        for (var k = state.Step; k < last; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            gradients(k, weights, gradient);
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= Schedule.At(k) * gradient[i];
            }
        }

        return new(last, Weights.Of(Start.D, weights));
    }
}
