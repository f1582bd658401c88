using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>Bounds from a pilot are bounds, and claimed variances are held against a pilot.</summary>
public sealed class VarianceBoundTests
{
    private const int Pilot = 300_000;
    private static readonly Func<Draws, double> Fourth = draws => Math.Pow(draws.Normal(), 4);

    [Fact]
    public void A_bound_from_a_pilot_is_above_the_variance_and_not_far() =>
        Assert.All(Enumerable.Range(0, 20), seed => Assert.InRange(VarianceBound.FromPairs(new Draws((ulong)seed).Many(20_000, Fourth)).Value / 96, 1, 3));

    [Fact]
    public void A_bound_falls_short_no_more_often_than_promised()
    {
        // x⁴ has kurtosis 53.7; the promise at this pilot is a tenth.
        const int Runs = 200;
        var size = 2 * (int)VarianceBound.PairsFor(0.1, 53.7);
        var below = Enumerable.Range(0, Runs).Count(seed => VarianceBound.FromPairs(new Draws((ulong)seed).Many(size, Fourth)).Value < 96);
        Assert.InRange(below, 0, Draws.Most(Runs, 0.1));
    }

    [Fact]
    public void A_pair_gives_half_its_squared_difference()
    {
        Assert.Equal(1.5 * 8, VarianceBound.FromPairs([1, 5, 99]).Value, 12);
        Assert.Throws<ArgumentException>(() => VarianceBound.FromPairs([1]));
        Assert.Equal(0, VarianceBound.FromPairs([2, 2, 2, 2]).Value);
        Assert.False(double.IsFinite(VarianceBound.FromPairs([2, double.NaN]).Value));
        Assert.False(double.IsFinite(VarianceBound.FromPairs([2, double.PositiveInfinity]).Value));
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(5.0, true)]
    [InlineData(0.2, true)]
    public void A_claimed_variance_is_contradicted_where_it_is_far_off(double factor, bool contradicted)
    {
        var pilot = new Draws(4).Many(Pilot, Fourth);
        Assert.Equal(contradicted, VarianceBound.Exact(96 * factor, "made up").IsContradictedBy(pilot));
    }

    [Fact]
    public void A_right_variance_is_not_contradicted_by_small_pilots()
    {
        var right = VarianceBound.Exact(96, "of the fourth power of a normal number");
        Assert.All(Enumerable.Range(0, 200), seed => Assert.False(right.IsContradictedBy(new Draws((ulong)seed).Many(2 + (seed * 7), Fourth))));
    }

    [Fact]
    public void A_constant_is_told_from_what_varies_and_rounding_from_both()
    {
        var none = VarianceBound.Exact(0, "of a constant");
        double[] constant = [.. Enumerable.Range(0, 1000).Select(i => 3 * (1 + (1e-15 * (i % 2))))];
        Assert.False(none.IsContradictedBy(constant));
        Assert.True(none.IsContradictedBy(new Draws(1).Many(1000, draws => draws.Normal())));
        Assert.True(VarianceBound.Exact(1, "made up").IsContradictedBy(new double[Pilot]));
        Assert.True(VarianceBound.Exact(1, "made up").IsContradictedBy([1, double.NaN]));
    }

    [Fact]
    public void The_median_of_means_ignores_a_minority_of_wild_groups()
    {
        var pairs = new PairedVariances([0, 2, 0, 2, 0, 1e9, 0, 2, 0, 2, 0, 4]);
        Assert.Equal(2, pairs.MedianOfMeans(5));
        Assert.True(pairs.Mean > 1e16);
    }
}
