using Verify.Attention.Layers;
using Verify.Attention.Prompts;

namespace Verify.Attention.Training;

/// <summary>Gradients of the loss over batches of prompts that are drawn once and not used again. Batch k depends on the seed and k alone.</summary>
/// <param name="Law">The prompts.</param>
/// <param name="Seed">The seed of the draws.</param>
/// <param name="Blocks">How many blocks of <see cref="PromptSource.Block"/> prompts a batch has.</param>
internal sealed record FreshPrompts(PromptLaw Law, ulong Seed, int Blocks)
{
    /// <summary>How many prompts a batch has.</summary>
    public int Batch => Blocks * PromptSource.Block;

    /// <summary>A function that writes the mean over batch k of the gradients of ½ (ŷ - w'q)² at the state. Not for use by several threads.</summary>
    public Action<long, double[], double[]> Gradients()
    {
        var (source, prediction) = (new PromptSource(Law, Seed, "training"), new QueryPrediction(Law.D));
        return (step, state, gradient) =>
        {
            Array.Clear(gradient);
            for (var block = 0; block < Blocks; block++)
            {
                source.Draw((step * Blocks) + block);
                foreach (var prompt in source.Prompts)
                {
                    prediction.AddGradient(state, prompt, gradient);
                }
            }

            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] /= Batch;
            }
        };
    }
}
