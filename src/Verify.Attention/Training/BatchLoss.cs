using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Simulation.Flows;

namespace Verify.Attention.Training;

/// <summary>-∇ of the loss over a fixed batch of prompts (3.7), which is drawn once from a seed.</summary>
internal sealed class BatchLoss(PromptLaw law, ulong seed, int blocks) : IVectorField
{
    private readonly FreshPrompts _prompts = new(law, seed, blocks);
    private readonly double[] _gradient = new double[Weights.LengthFor(law.D)];
    private readonly double[] _state = new double[Weights.LengthFor(law.D)];
    private Action<long, double[], double[]>? _gradients;

    /// <inheritdoc/>
    public int Dimension => _state.Length;

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate)
    {
        _gradients ??= _prompts.Gradients();
        state.CopyTo(_state);
        _gradients(0, _state, _gradient);
        for (var i = 0; i < rate.Length; i++)
        {
            rate[i] = -_gradient[i];
        }
    }
}
