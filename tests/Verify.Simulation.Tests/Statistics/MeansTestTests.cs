using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>Entries share the risk of refutation, and all must agree.</summary>
public sealed class MeansTestTests
{
    private static readonly VarianceBound One = VarianceBound.Exact(1, "of a normal number");

    [Fact]
    public void All_agree_or_the_first_that_does_not_is_named()
    {
        Assert.Equal(new(MeanVerdict.Agrees, null), Decide([0, 0, 0], 3000, _ => 0));
        Assert.Equal(new(MeanVerdict.Disagrees, 1), Decide([0, 0.5, 0.5], 3000, _ => 0));
        Assert.Equal(new(MeanVerdict.Open, 0), Decide([0, 0, 0], 20, _ => 0));
        Assert.Equal(new(MeanVerdict.NotFinite, 2), Decide([0, 0.5, 0], 3000, entry => entry == 2 ? double.NaN : 0));
    }

    [Fact]
    public void One_refuting_entry_outweighs_agreement_of_the_others() => Assert.Equal(new(MeanVerdict.Disagrees, 2), Decide([0, 0, 0.6], 3000, _ => 0));

    [Fact]
    public void Many_right_entries_are_refuted_no_more_often_than_the_risk_in_all()
    {
        const int Runs = 300;
        var test = new MeansTest([.. Enumerable.Repeat(new MeanClaim(0, 0.3, One), 12)], 0.1);
        var refuted = Enumerable.Range(0, Runs).Count(run =>
        {
            var draws = new Draws((ulong)run);
            var sums = test.None();
            return Enumerable.Range(0, 4).Any(_ =>
            {
                sums = sums.Add(test.Summarise(draws.Many(12 * 40, d => d.Normal())));
                return test.Decide(sums).Verdict == MeanVerdict.Disagrees;
            });
        });
        Assert.InRange(refuted, 0, Draws.Most(Runs, 0.1));
    }

    [Fact]
    public void An_entry_of_many_needs_more_to_refute_and_no_more_to_agree()
    {
        var claim = new MeanClaim(0, 0.2, One);
        var (alone, shared) = (new MeanTest(claim, 0.01), new MeanTest(claim, 0.01, 1000));
        Assert.Equal(alone.TypicalSamples, shared.TypicalSamples);
        Assert.True(shared.Detectable(1000) > alone.Detectable(1000));
        double[] off = [.. Enumerable.Repeat(0.45, 110)];
        Assert.Equal((MeanVerdict.Disagrees, MeanVerdict.Open), (alone.Decide(alone.Summarise(off)), shared.Decide(shared.Summarise(off))));
        double[] right = new double[400];
        Assert.Equal((MeanVerdict.Agrees, MeanVerdict.Agrees), (alone.Decide(alone.Summarise(right)), shared.Decide(shared.Summarise(right))));
    }

    [Fact]
    public void Blocks_hold_whole_entries()
    {
        var test = new MeansTest([new(0, 1, One), new(0, 1, One)], 0.1);
        Assert.Throws<ArgumentException>(() => test.Summarise([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new MeansTest([], 0.1));
        Assert.Equal([1.5, 3.5], test.Estimates(test.Summarise([1, 2, 3, 4])).Select(estimate => estimate.Mean));
    }

    private static MeansFinding Decide(double[] theories, int count, Func<int, double> added)
    {
        var test = new MeansTest([.. theories.Select(theory => new MeanClaim(theory, 0.2, One))], 0.001);
        var draws = new Draws(9);
        return test.Decide(test.Summarise([.. theories.SelectMany((_, entry) => draws.Many(count, d => d.Normal() + added(entry)))]));
    }
}
