using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>The verdicts on one mean. Rates are bounded so that right code passes but for a chance of 10^-6.</summary>
public sealed class MeanTestTests
{
    private const int Runs = 400;
    private const double Risk = 0.1;
    private static readonly Func<Draws, double> Exponential = draws => -Math.Log(draws.Uniform());
    private static readonly Func<Draws, double> Square = draws => Math.Pow(draws.Normal(), 2);
    private static readonly VarianceBound One = VarianceBound.Exact(1, "of the exponential law");

    [Fact]
    public void A_right_theory_is_refuted_no_more_often_than_the_risk() =>
        Assert.InRange(Verdicts(new(1, 0.15, One), Exponential).Count(run => run.Verdict == MeanVerdict.Disagrees), 0, Draws.Most(Runs, Risk));

    [Theory]
    [InlineData(1.15)]
    [InlineData(0.85)]
    public void A_theory_off_by_the_margin_is_agreed_to_no_more_often_than_the_risk(double theory) =>
        Assert.InRange(Verdicts(new(theory, 0.15, One), Exponential).Count(run => run.Verdict == MeanVerdict.Agrees), 0, Draws.Most(Runs, Risk));

    [Theory]
    [InlineData(Relation.AtMost, 0.85)]
    [InlineData(Relation.AtLeast, 1.15)]
    internal void A_bound_violated_by_the_margin_is_agreed_to_no_more_often_than_the_risk(Relation relation, double theory) =>
        Assert.InRange(Verdicts(new(theory, 0.15, One, relation), Exponential).Count(run => run.Verdict == MeanVerdict.Agrees), 0, Draws.Most(Runs, Risk));

    [Fact]
    public void A_right_theory_is_agreed_to_after_about_as_many_samples_as_promised()
    {
        var claim = new MeanClaim(1, 0.15, VarianceBound.Exact(2, "of a squared normal number"));
        var test = new MeanTest(claim, 0.001);
        var counts = Counts(60, claim, Square, MeanVerdict.Agrees);
        Assert.InRange(counts.Length, 58, 60);
        Assert.InRange(counts[counts.Length / 2], test.TypicalSamples / 1.7, test.TypicalSamples * 1.7);
        Assert.True(counts[^1] < test.SufficientSamples);
        Assert.InRange(test.SufficientSamples / test.TypicalSamples, 1.5, 4);
    }

    [Theory]
    [InlineData(1, 3.0)]
    [InlineData(3, 3.0)]
    [InlineData(10, 3.0)]
    public void An_error_of_several_margins_is_refuted_in_the_square_less(double margins, double factor)
    {
        var claim = new MeanClaim(1 - (0.1 * margins), 0.1, One);
        var counts = Counts(40, claim, Exponential, MeanVerdict.Disagrees);
        Assert.InRange(counts.Length, 38, 40);
        Assert.InRange(counts[20], 0, factor * new MeanTest(claim, 0.001).TypicalSamples / (margins * margins));
    }

    [Fact]
    public void A_large_error_is_refuted_within_one_block() => Assert.Equal((MeanVerdict.Disagrees, 32), Run(new(200, 0.1, One), 1e-6, Exponential, 1));

    [Theory]
    [InlineData(Relation.AtMost, 3.0, MeanVerdict.Agrees)]
    [InlineData(Relation.AtMost, 1.0, MeanVerdict.Agrees)]
    [InlineData(Relation.AtMost, 0.3, MeanVerdict.Disagrees)]
    [InlineData(Relation.AtLeast, 3.0, MeanVerdict.Disagrees)]
    [InlineData(Relation.AtLeast, 1.0, MeanVerdict.Agrees)]
    [InlineData(Relation.AtLeast, 0.3, MeanVerdict.Agrees)]
    [InlineData(Relation.Equal, 1.0, MeanVerdict.Agrees)]
    [InlineData(Relation.Equal, 0.3, MeanVerdict.Disagrees)]
    internal void A_relation_is_tested_on_its_side(Relation relation, double theory, MeanVerdict verdict) =>
        Assert.Equal(verdict, Run(new(theory, 0.1, One, relation), 1e-6, Exponential, 2).Verdict);

    [Theory]
    [InlineData(0.0, MeanVerdict.Agrees)]
    [InlineData(1e-15, MeanVerdict.Agrees)]
    [InlineData(0.5, MeanVerdict.Disagrees)]
    [InlineData(-3.0, MeanVerdict.Disagrees)]
    public void Constant_samples_decide_at_once(double error, object verdict)
    {
        var test = new MeanTest(new(2, 0.02, VarianceBound.Exact(0, "of a constant")), 1e-9);
        Assert.Equal(verdict, test.Decide(test.Summarise([2 + (0.02 * error)])));
    }

    [Fact]
    public void What_arithmetic_may_do_is_not_held_against_the_theory()
    {
        var samples = Enumerable.Repeat(1 + 1e-4, 1_000_000).ToArray();
        var constant = VarianceBound.Exact(0, "of a constant");
        Assert.Equal(MeanVerdict.Disagrees, Verdict(new(1, 0.01, constant)));
        Assert.Equal(MeanVerdict.Agrees, Verdict(new(1, 0.01, constant, Rounding: 1e-4)));

        MeanVerdict Verdict(MeanClaim claim)
        {
            var test = new MeanTest(claim, 1e-6);
            return test.Decide(test.Summarise(samples));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e200)]
    public void Samples_that_are_not_finite_are_said_to_be_so(double sample)
    {
        var test = new MeanTest(new(0, 0.5, One), 0.01);
        var samples = new double[100_003];
        samples[99_999] = sample;
        Assert.Equal(MeanVerdict.NotFinite, test.Decide(test.None().Add(test.Summarise(samples)).Add(test.Summarise([0]))));
    }

    [Fact]
    public void No_samples_decide_nothing()
    {
        var test = new MeanTest(new(0, 0.5, One), 0.01);
        Assert.Equal(MeanVerdict.Open, test.Decide(test.None()));
    }

    [Theory]
    [InlineData(double.NaN, 0.1, 1.0, 0.0)]
    [InlineData(0.0, 0.0, 1.0, 0.0)]
    [InlineData(0.0, 0.1, double.PositiveInfinity, 0.0)]
    [InlineData(0.0, 0.1, -1.0, 0.0)]
    [InlineData(0.0, 0.1, 1.0, 0.02)]
    public void What_cannot_be_tested_is_refused(double theory, double margin, double variance, double rounding) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanTest(new(theory, margin, VarianceBound.Exact(variance, "made up"), Rounding: rounding), 0.1));

    private static long[] Counts(int runs, MeanClaim claim, Func<Draws, double> law, MeanVerdict verdict) =>
        [.. Enumerable.Range(0, runs).Select(run => Run(claim, 0.001, law, (ulong)run)).Where(run => run.Verdict == verdict).Select(run => run.Count).Order()];

    private static IEnumerable<(MeanVerdict Verdict, long Count)> Verdicts(MeanClaim claim, Func<Draws, double> law) =>
        Enumerable.Range(0, Runs).Select(run => Run(claim, Risk, law, (ulong)run + 1000));

    /// <summary>Samples by 32 until there is a verdict or 50,000 are drawn, so that every stopping time counts.</summary>
    private static (MeanVerdict Verdict, long Count) Run(MeanClaim claim, double risk, Func<Draws, double> law, ulong seed)
    {
        var test = new MeanTest(claim, risk);
        var draws = new Draws(seed);
        var sums = test.None();
        while (test.Decide(sums) == MeanVerdict.Open && sums.Count < 50_000)
        {
            sums = sums.Add(test.Summarise(draws.Many(32, law)));
        }

        return (test.Decide(sums), sums.Count);
    }
}
