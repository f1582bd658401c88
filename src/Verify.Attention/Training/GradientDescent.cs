using Verify.Attention.Layers;
using Verify.Simulation.Flows;

namespace Verify.Attention.Training;

/// <summary>Gradient descent θ ← θ - η_k ∇F(θ) with the whole gradient: of the population loss, or of the loss over a fixed batch of prompts (3.7).</summary>
/// <param name="Descent">The field -∇F, made anew for each run.</param>
/// <param name="Start">The first weights.</param>
/// <param name="Schedule">η_k.</param>
/// <param name="Steps">How many steps.</param>
internal sealed record GradientDescent(Func<IVectorField> Descent, Weights Start, StepSchedule Schedule, long Steps) : ITraining
{
    /// <inheritdoc/>
    public TrainingState Begin() => new(0, Start);

    /// <inheritdoc/>
    public TrainingState Advance(TrainingState state, long steps, CancellationToken cancellation)
    {
        var field = Descent();
        var (weights, rate) = (state.Weights.State.ToArray(), new double[field.Dimension]);
        var last = Math.Min(state.Step + steps, Steps);
        for (var k = state.Step; k < last; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            field.Rate(weights, rate);
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] += Schedule.At(k) * rate[i];
            }
        }

        return new(last, Weights.Of(Start.D, weights));
    }
}
