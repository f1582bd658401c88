using Verify.Attention.Layers;

namespace Verify.Attention.Training;

/// <summary>
/// Adam on fresh prompts (Kingma &amp; Ba 2015, algorithm 1): m ← β₁ m + (1 - β₁) g, v ← β₂ v + (1 - β₂) g∘g, and θ moves by -η_k m̂/(√v̂ + ε), m̂ and v̂ being m/(1 - β₁^(k+1)) and
/// v/(1 - β₂^(k+1)). The memory of a state is m and then v.
/// </summary>
/// <param name="Prompts">Where batches come from.</param>
/// <param name="Start">The first weights.</param>
/// <param name="Schedule">η_k.</param>
/// <param name="Steps">How many steps.</param>
internal sealed record Adam(FreshPrompts Prompts, Weights Start, StepSchedule Schedule, long Steps) : ITraining
{
    private const double First = 0.9;
    private const double Second = 0.999;
    private const double Epsilon = 1e-8;

    /// <inheritdoc/>
    public TrainingState Begin() => new(0, Start) { Memory = [.. new double[2 * Start.State.Length]] };

    /// <inheritdoc/>
    public TrainingState Advance(TrainingState state, long steps, CancellationToken cancellation)
    {
        var gradients = Prompts.Gradients();
        var (weights, memory) = (state.Weights.State.ToArray(), state.Memory.ToArray());
        var gradient = new double[weights.Length];
        var last = Math.Min(state.Step + steps, Steps);
        for (var k = state.Step; k < last; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            gradients(k, weights, gradient);
            Move(weights, gradient, memory.AsSpan(0, weights.Length), memory.AsSpan(weights.Length), k);
        }

        return new(last, Weights.Of(Start.D, weights)) { Memory = [.. memory] };
    }

    private void Move(double[] weights, double[] gradient, Span<double> means, Span<double> squares, long k)
    {
        var (ofMeans, ofSquares) = (1 - Math.Pow(First, k + 1), 1 - Math.Pow(Second, k + 1));
        for (var i = 0; i < weights.Length; i++)
        {
            means[i] = (First * means[i]) + ((1 - First) * gradient[i]);
            squares[i] = (Second * squares[i]) + ((1 - Second) * gradient[i] * gradient[i]);
            weights[i] -= Schedule.At(k) * (means[i] / ofMeans) / (Math.Sqrt(squares[i] / ofSquares) + Epsilon);
        }
    }
}
