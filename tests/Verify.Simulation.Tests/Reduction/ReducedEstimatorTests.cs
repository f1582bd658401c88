using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Reduction;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;
using Verify.Simulation.Tests.Sampling;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Reduction;

/// <summary>Every way to reduce the variance, on expressions whose means are known: none moves the mean, and no conditioning spreads more.</summary>
public sealed class ReducedEstimatorTests
{
    private const int Count = 100_000;
    private const double Margin = 0.1;

    /// <summary>Expressions, their means, and a value that a fault would give: those of the plain estimator, and some in which several vectors meet.</summary>
    public static TheoryData<string, string, string> Means 
    {
        get
        {
            var all = EstimatorTests.Means;
            foreach (var (text, mean, fault) in Meeting)
            {
                all.Add(text, mean, fault);
            }

            return all;
        }
    }

    private static (string Text, string Mean, string Fault)[] Meeting =>
    [
        ("E[(x' X' X y)^2]", "N tr(Λ^2)^2 + N (N + 1) tr(Λ^4)", "N tr(Λ^4)"),
        ("E[(x' A y)^4]", "3 (tr(A' Λ A Λ)^2 + 2 tr((A' Λ A Λ)^2))", "tr(A' Λ A Λ)^2 + 2 tr((A' Λ A Λ)^2)"),
        ("E[e (1 + z' X' X z)]", "0", "N tr(Λ^2)"),
        ("E[(1 + g + e^2 (z' x))^2 + x' y]", "2 + 3 (m' Λ m + tr(Λ^2))", "2 + m' Λ m + tr(Λ^2)"),
        ("E[(v' A x)^2]", "tr((Λ + m m') A Λ A')", "tr(Λ A Λ A')"),
        ("E[f' A x + (f' x)^2]", "tr(Λ)^2 + 2 tr(Λ^2)", "3 (tr(Λ)^2 + 2 tr(Λ^2))"),
        ("E[(z' x)^2 + e (z' y) + (z' x) (m' y)]", "m' Λ m + tr(Λ^2)", "tr(Λ^2)"),
    ];

    [Theory]
    [MemberData(nameof(Means))]
    public void No_reduction_moves_the_mean(string text, string mean, string fault)
    {
        var (estimator, instance, theory, wrong) = Read(text, mean, fault);
        var spread = Samples(ReducedEstimator.Plain(estimator.Draw, estimator.Drawn), instance, "plain").Max(Spread);
        foreach (var (reduced, place) in All(estimator, instance).Select((reduced, place) => (reduced, place)))
        {
            var samples = Samples(reduced, instance, $"{place}");
            Assert.All(samples.Zip(theory.Entries), entry => Meant.Assert(entry.First, entry.Second, Margin * spread));
            Assert.Contains(samples.Zip(wrong.Entries), entry => Meant.Verdict(entry.First, entry.Second, Margin * spread) == MeanVerdict.Disagrees);
            Assert.True(reduced.Points.IsEmpty || samples.Max(Spread) < 1.3 * spread, $"{reduced.Remark}: {samples.Max(Spread)} > {spread}");
        }
    }

    /// <summary>E[g²] of a draw g, against the mean of the expression that is handed to whoever computes it.</summary>
    [Theory]
    [MemberData(nameof(Means))]
    public void The_mean_square_is_that_of_the_reduced_draw(string text, string mean, string fault)
    {
        var (estimator, instance, _, _) = Read(text, mean, fault);
        foreach (var (reduced, place) in All(estimator, instance).Select((reduced, place) => (reduced, place)).Where(pair => pair.reduced.MeanSquare is not null))
        {
            var square = Estimator.Of(reduced.MeanSquare!);
            Assert.False(square.IsDeterministic);
            var expected = Sampled.Entries(Sampled.Program([square.Draw], square.Drawn, instance, label: "square"), Count)[0];
            var differences = Samples(reduced, instance, $"{place}")[0].Zip(expected, (g, s) => (g * g) - s).ToArray();
            Meant.Assert(differences, 0, Margin * Math.Max(Spread(expected), 1e-6));
        }
    }

    [Fact]
    public void What_is_averaged_is_told()
    {
        var (estimator, instance, _, _) = Read(Meeting[0].Text, Meeting[0].Mean, Meeting[0].Fault);
        Assert.Equal(["x", "y"], Conditioning.Candidates(estimator.Draw, estimator.Drawn).Select(symbol => symbol.Name).Order());
        var reduced = Conditioning.Over(Conditioning.Candidates(estimator.Draw, estimator.Drawn), estimator.Draw, estimator.Drawn, instance)!;
        Assert.Equal("each averaged over x, y", reduced.Remark);
        Assert.Equal(["X"], reduced.Drawn.Select(symbol => symbol.Name));

        // The spread left is that of X: less than a third of that of all three.
        Assert.True(Samples(reduced, instance, "reduced").Max(Spread) < Samples(ReducedEstimator.Plain(estimator.Draw, estimator.Drawn), instance, "plain").Max(Spread) / 3);
    }

    [Theory]
    [InlineData("E[(x' x)^3]")]
    [InlineData("E[1/(1 + x' x)]")]
    [InlineData("E[norm(X x)]")]
    [InlineData("E[f' x + 1/(1 + f' f)]")]
    [InlineData("E[k^2]")]
    public void What_is_no_polynomial_of_a_known_law_is_drawn(string text)
    {
        var estimator = Estimator.Of(Known.Expression(text));
        Assert.Empty(Conditioning.Candidates(estimator.Draw, estimator.Drawn));
    }

    [Fact]
    public void Where_all_would_be_averaged_nothing_is()
    {
        var (estimator, instance, _, _) = Read("E[(x' A y)^2]", "tr(A Λ A' Λ)", "0");
        Assert.Null(Conditioning.Over([.. estimator.Drawn], estimator.Draw, estimator.Drawn, instance));
    }

    private static (Estimator Estimator, Instance Instance, Matrix Theory, Matrix Wrong) Read(string text, string mean, string fault)
    {
        var claims = Known.Claims($"{text} = {mean}", $"{text} = {fault}");
        var instance = Known.InstanceOf(claims);
        var (claim, near) = ((Comparison)claims[0].Statement, (Comparison)claims[1].Statement);
        return (Estimator.Of(claim.Left), instance, DenseProgram.ValueOf(claim.Right, instance), DenseProgram.ValueOf(near.Right, instance));
    }

    // Every set of vectors that can be averaged over, three at most at a time, and mirror images.
    private static IEnumerable<ReducedEstimator> All(Estimator estimator, Instance instance)
    {
        var vectors = Conditioning.Candidates(estimator.Draw, estimator.Drawn).Take(3).ToArray();
        var sets = Enumerable.Range(1, (1 << vectors.Length) - 1).Select(bits => vectors.Where((_, place) => (bits & (1 << place)) != 0).ToImmutableArray());
        return sets.Select(set => Conditioning.Over(set, estimator.Draw, estimator.Drawn, instance)).Append(Mirroring.Of(estimator.Draw, estimator.Drawn)).OfType<ReducedEstimator>();
    }

    private static double[][] Samples(ReducedEstimator reduced, Instance instance, string label) => Sampled.Entries(
        SampleCompiler.Compile([reduced.Draw], reduced.Drawn, reduced.Points, instance, new FixedValues(instance), 1, label, Machinery.Sound), Count);

    private static double Spread(double[] entry) => Math.Sqrt(entry.Average(x => x * x));
}
