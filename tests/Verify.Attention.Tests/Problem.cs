using FsCheck;
using FsCheck.Fluent;
using Verify.Attention.Layers;
using Verify.Attention.Theory;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Attention.Tests;

/// <summary>A random training: sizes, a covariance of a condition from 1 to 100, a start after Assumption 3.3 and the length of a test prompt. The seed gives the rest.</summary>
/// <param name="D">d.</param>
/// <param name="N">N.</param>
/// <param name="M">M.</param>
/// <param name="Condition">The ratio of the largest to the least eigenvalue of Λ.</param>
/// <param name="Scale">s² ‖Γ‖ √d, between 0 and 2: how far the start is from 0.</param>
/// <param name="Seed">The seed of the eigenvectors and of Θ.</param>
internal sealed record Problem(int D, int N, int M, double Condition, double Scale, ulong Seed)
{
    /// <summary>Λ: Q diag(s) Q' with s in equal ratios and tr Λ = d.</summary>
    public Matrix Covariance()
    {
        double[] ratios = [.. Enumerable.Range(0, D).Select(i => Math.Pow(Condition, (double)i / Math.Max(D - 1, 1)))];
        return SpectralDraw.Symmetric(SpectralDraw.Orthogonal(D, SplitMix.For(Seed, "Λ")), [.. ratios.Select(x => x * D / ratios.Sum())]);
    }

    /// <summary>The weights of Assumption 3.3, with Θ iid N(0, 1).</summary>
    public Weights Start() => Initial.Assumption(D, Math.Sqrt(Scale / (Spectra.Largest(Predictions.Gamma(Covariance(), N)) * Math.Sqrt(D))), Seed);

    /// <summary>L on the training prompts.</summary>
    public PopulationLoss Loss() => PopulationLoss.Of(Covariance(), N);

    /// <summary>Problems up to a dimension, and for each the smaller ones.</summary>
    public static Arbitrary<Problem> UpTo(int d, double condition = 100) => Arb.From(
        from size in Gen.Choose(1, d)
        from pairs in Gen.Choose(1, 30)
        from test in Gen.Choose(1, 30)
        from power in Gen.Choose(0, 100)
        from scale in Gen.Choose(1, 18)
        from seed in Gen.Choose(1, 1_000_000)
        select new Problem(size, pairs, test, size == 1 ? 1 : Math.Pow(condition, power / 100.0), scale / 10.0, (ulong)seed), Smaller);

    /// <summary>The same with one of its numbers smaller.</summary>
    public static IEnumerable<Problem> Smaller(Problem problem)
    {
        IEnumerable<Problem> smaller =
        [
            problem with { D = 1, Condition = 1 },
            problem with { D = problem.D - 1, Condition = problem.D == 2 ? 1 : problem.Condition },
            problem with { N = 1 },
            problem with { N = problem.N / 2 },
            problem with { N = problem.N - 1 },
            problem with { M = 1 },
            problem with { M = problem.M / 2 },
            problem with { Condition = 1 },
            problem with { Condition = Math.Sqrt(problem.Condition) },
            problem with { Scale = 1 },
            problem with { Seed = 1 },
        ];
        return smaller.Where(one => one != problem && one.D >= 1 && one.N >= 1 && one.M >= 1 && one.Condition is 1 or > 1.5);
    }
}
