using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;
using Verify.Simulation.Tests.Examining;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Checks;

/// <summary>How often a sampled comparison errs, over many seeds: at most as often as its risk allows.</summary>
public sealed class RateTests
{
    private const int Runs = 300;
    private const double Risk = 0.1;

    // 300 runs at a chance of 0.1 give at most 56 with probability above 1 - 1e-6.
    private const int Most = 56;

    [Theory]
    [InlineData("E[e^2] = 1")]
    [InlineData("E[e^4] = 3")]
    [InlineData("E[e^2] <= 1")]
    [InlineData("E[e^2] E[e^2] = 1")]
    public void A_right_theory_is_refuted_rarely_and_agreed_to_mostly(string statement)
    {
        var results = Results(statement);
        Assert.InRange(results.Count(result => result is Fails), 0, Most);
        Assert.InRange(results.Count(result => result is Holds), Runs / 2, Runs);
    }

    [Theory]
    [InlineData("E[e^2] = 1/1.1")]
    [InlineData("E[e^2] = 1/0.9")]
    [InlineData("E[e^4] = 3/1.1")]
    [InlineData("E[e^4] = 3/0.9")]
    [InlineData("E[e^2] <= 1/1.1")]
    [InlineData("E[e^2] >= 1/0.9")]
    public void A_theory_that_is_off_by_exactly_the_margin_is_agreed_to_rarely(string statement) =>
        Assert.InRange(Results(statement).Count(result => result is Holds), 0, Most);

    private static List<CheckResult> Results(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        var sampled = new SampledComparison(SampledSides.Of((Comparison)claim.Statement)!);
        var instance = new Instance(
            ImmutableDictionary<Dimension, int>.Empty, ImmutableDictionary<Symbol, Matrix>.Empty, (_, _, _) => []);
        return [.. Enumerable.Range(0, Runs).Select(run => sampled.At(instance, new FixedValues(instance), new(
            (ulong)run, "rates", Risk, Margin: 0.1, Work: 30_000_000, Pilot: 20_000, Threads: 1, Machinery.Sound, ClosedForms: null, Progress: null, CancellationToken.None)))];
    }
}
