using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Attention.Training;

namespace Verify.Attention.Tests.Training;

/// <summary>One problem trained from ten seeds, by stochastic gradient descent and by Adam: independent runs, each an estimate of the noise that is left in the others.</summary>
public sealed class Replicas
{
    internal const double Step = 0.01;
    internal const int Blocks = 4;
    internal const long Steps = 800;
    private readonly Lazy<Weights[]> _descended = new(() => [.. Enumerable.Range(1, 10).Select(ByDescent)]);
    private readonly Lazy<Weights[]> _adapted = new(() => [.. Enumerable.Range(1, 10).Select(ByAdam)]);

    internal static Problem Problem { get; } = new(2, 10, 10, 3, 1, 1);

    internal static PromptLaw Law { get; } = new(Problem.N, new FixedCovariance(Problem.Covariance()));

    internal Weights[] OfDescent => _descended.Value;

    internal Weights[] OfAdam => _adapted.Value;

    internal static Weights ByDescent(int seed) => new StochasticDescent(Prompts(seed), Problem.Start(), new(Step), Steps).ToTheEnd().Weights;

    internal static Weights ByAdam(int seed) => new Adam(Prompts(seed), Problem.Start(), new(0.02, 100), Steps).ToTheEnd().Weights;

    internal static double Excess(Weights weights) => Problem.Loss().At(weights.State.AsSpan()) - new Bounds(Problem).LeastLoss;

    private static FreshPrompts Prompts(int seed) => new(Law, (ulong)seed, Blocks);
}
