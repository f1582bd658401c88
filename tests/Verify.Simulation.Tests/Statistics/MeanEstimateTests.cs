using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>The interval covers at every time, and what is said to be detectable is detected.</summary>
public sealed class MeanEstimateTests
{
    private static readonly VarianceBound Two = VarianceBound.Exact(2, "of a squared normal number");

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.2)]
    [InlineData(0.5)]
    public void The_interval_holds_the_mean_at_every_time(double theory)
    {
        const int Runs = 400;
        var test = new MeanTest(new(theory, 0.2, Two), 0.1);
        var missed = Enumerable.Range(0, Runs).Count(run =>
        {
            var draws = new Draws((ulong)run);
            var sums = test.None();
            return Enumerable.Range(0, 30).Any(_ =>
            {
                sums = sums.Add(test.Summarise(draws.Many(32, d => Math.Pow(d.Normal(), 2))));
                var estimate = test.Estimate(sums);
                return estimate.Low > 1 || estimate.High < 1;
            });
        });
        Assert.InRange(missed, 0, Draws.Most(Runs, 0.1));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.3)]
    public void The_interval_is_about_as_wide_as_the_margin_when_agreement_comes(double theory)
    {
        var test = new MeanTest(new(theory, 0.1, Two), 0.01);
        var count = (int)test.TypicalSamples;
        var estimate = test.Estimate(test.Summarise(new Draws(3).Many(count, d => Math.Pow(d.Normal(), 2))));
        Assert.InRange(1, estimate.Low, estimate.High);
        Assert.InRange(estimate.High - estimate.Low, 0.1, 0.4);
        Assert.InRange(estimate.Mean, estimate.Low, estimate.High);
        Assert.InRange(estimate.StandardError / Math.Sqrt(2.0 / count), 0.8, 1.25);
        Assert.Equal(count, estimate.Count);
    }

    [Fact]
    public void No_bound_is_given_where_samples_are_too_few()
    {
        var test = new MeanTest(new(1, 0.1, Two), 0.01);
        var estimate = test.Estimate(test.Summarise([1, 2]));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity), (estimate.Low, estimate.High, estimate.Detectable));
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1000, -1)]
    [InlineData(20_000, 1)]
    public void A_detectable_error_is_refuted_in_ninety_nine_of_a_hundred_runs(int count, int sign)
    {
        const int Runs = 60;
        var error = sign * new MeanTest(new(1, 0.1, Two), 0.001).Detectable(count);
        var test = new MeanTest(new(1 + error, 0.1, Two), 0.001);
        var blocks = Enumerable.Range(0, Runs).Select(run => new Draws((ulong)run).Many(count, d => Math.Pow(d.Normal(), 2)));
        var missed = blocks.Count(block => test.Decide(test.Summarise(block)) != MeanVerdict.Disagrees);
        Assert.InRange(missed, 0, Draws.Most(Runs, 0.01));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void What_is_detectable_shrinks_as_the_formula_says(long count)
    {
        var test = new MeanTest(new(1, 0.01, Two), 1e-6);
        var terms = test.Tilts.Count(tilt => tilt.Mean == 1) * 2;
        var formula = 2 * Math.Sqrt(2 * Math.Log(100 * terms / 1e-6) / count);
        Assert.InRange(test.Detectable(count) / formula, 1, 1.25);
    }
}
