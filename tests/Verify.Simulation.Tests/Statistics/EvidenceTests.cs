using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>A verdict flips exactly where the average of the supermartingales, multiplied out factor by factor, crosses 1/risk (p/risk to refute).</summary>
public sealed class EvidenceTests
{
    private const double Margin = 0.25;
    private const double Variance = 1.2;

    [Theory]
    [InlineData(Relation.Equal, 0.5, 1)]
    [InlineData(Relation.Equal, 1.8, 1)]
    [InlineData(Relation.Equal, 0.5, 6)]
    [InlineData(Relation.AtMost, 0.5, 1)]
    [InlineData(Relation.AtLeast, 1.8, 3)]
    internal void Refutation_starts_at_the_average_over_rates_and_signs(Relation relation, double theory, int entries)
    {
        var samples = Samples(60);
        int[] signs = relation switch { Relation.Equal => [1, -1], Relation.AtMost => [1], _ => [-1] };
        var evidence = Rates.ForDisagreement(Margin, Variance).Average(rate => signs.Average(sign => Factors(samples, theory, rate, sign))) / entries;
        Assert.InRange(evidence, 2, 1e12);
        Assert.Equal(MeanVerdict.Disagrees, Verdict(relation, theory, 1.0001 / evidence, entries, samples));
        Assert.NotEqual(MeanVerdict.Disagrees, Verdict(relation, theory, 0.9999 / evidence, entries, samples));
    }

    [Theory]
    [InlineData(Relation.Equal)]
    [InlineData(Relation.AtMost)]
    [InlineData(Relation.AtLeast)]
    internal void Agreement_starts_where_every_edge_is_rejected_by_its_average(Relation relation)
    {
        var samples = Samples(300);
        var lower = Rates.ForAgreement(Margin, Variance).Average(rate => Factors(samples, 1 - Margin, rate, 1));
        var upper = Rates.ForAgreement(Margin, Variance).Average(rate => Factors(samples, 1 + Margin, rate, -1));
        var evidence = relation switch { Relation.Equal => Math.Min(lower, upper), Relation.AtMost => upper, _ => lower };
        Assert.InRange(evidence, 2, 1e12);
        Assert.Equal(MeanVerdict.Agrees, Verdict(relation, 1, 1.0001 / evidence, 4, samples));
        Assert.Equal(MeanVerdict.Open, Verdict(relation, 1, 0.9999 / evidence, 4, samples));
    }

    [Fact]
    public void The_best_rate_makes_the_growth_largest() => Assert.All((double[])[1e-9, 0.01, 0.3, 1, 7, 1e4], variance =>
    {
        var best = Rates.Best(0.2, variance);
        Assert.All((double[])[0.99, 1.01, 0.1, 10], factor => Assert.True(Growth(factor * best) < Growth(best)));

        double Growth(double rate) => Influence.Of(0.2 * rate) - (rate * rate * variance / 2);
    });

    private static double Factors(double[] samples, double mean, double rate, int sign) =>
        samples.Aggregate(1.0, (product, x) => product * Math.Exp(Influence.Of(sign * rate * (x - mean)) - (rate * rate * Variance / 2)));

    private static MeanVerdict Verdict(Relation relation, double theory, double risk, int entries, double[] samples)
    {
        var test = new MeanTest(new(theory, Margin, VarianceBound.Exact(Variance, "above that of the exponential law"), relation), risk, entries);
        return test.Decide(test.Summarise(samples));
    }

    private static double[] Samples(int count) => new Draws(8).Many(count, draws => -Math.Log(draws.Uniform()));
}
