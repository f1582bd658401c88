using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Attention.Training;

namespace Verify.Attention.Tests.Training;

/// <summary>One problem trained from ten seeds, by stochastic gradient descent and by Adam: independent runs, each an estimate of the noise that is left in the others.</summary>
public sealed class Replicas
{
    internal const double Step = 0.02;
    internal const long Steps = 1500;
    private readonly Lazy<Weights[]> _descended = new(() => Train((prompts, start) => new StochasticDescent(prompts, start, new(Step), Steps)));
    private readonly Lazy<Weights[]> _adapted = new(() => Train((prompts, start) => new Adam(prompts, start, new(0.01, 100), Steps)));

    internal static Problem Problem { get; } = new(2, 10, 10, 3, 1, 1);

    internal static PromptLaw Law { get; } = new(Problem.N, new FixedCovariance(Problem.Covariance()));

    internal Weights[] OfDescent => _descended.Value;

    internal Weights[] OfAdam => _adapted.Value;

    internal static double Excess(Weights weights) => Problem.Loss().At(weights.State.AsSpan()) - new Bounds(Problem).LeastLoss;

    private static Weights[] Train(Func<FreshPrompts, Weights, ITraining> method)
    {
        var start = Problem.Start();
        return [.. Enumerable.Range(1, 10).Select(seed => method(new(Law, (ulong)seed, 1), start).ToTheEnd().Weights)];
    }
}
