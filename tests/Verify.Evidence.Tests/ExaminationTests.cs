using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Tests;

public sealed class ExaminationTests
{
    private static readonly Dimension D = new("d");
    private static readonly Dimension N = new("N", [(Size)D + 1]);

    private static readonly IRoute Different = new MadeRoute("symbolic", Outcome.Disagrees);

    [Fact]
    public void A_difference_that_small_sizes_hide_is_found_at_larger_ones()
    {
        var hidden = new MadeRoute("coordinates", (_, settings, _) => settings.FixedDimensions.GetValueOrDefault("d") >= 4
            ? new(Outcome.Disagrees, "") { Counterexample = Made.Counterexample(new KeyValuePair<Dimension, int>(D, settings.FixedDimensions["d"])), Instances = 1 }
            : new(Outcome.Agrees, "") { Instances = 1 });
        var report = Examination.Examine(Made.Claim(dimensions: D), Made.Settings(Different, hidden), default);
        Assert.Equal(Verdict.Refuted, report.Verdict);
        Assert.Equal(4, report.Counterexample!.Dimensions.Single().Value);
        Assert.Equal(5, report.Routes[1].Finding.Instances);
    }

    [Fact]
    public void A_difference_that_is_found_nowhere_is_undecided_and_says_so()
    {
        var report = Examination.Examine(Made.Claim(dimensions: D), Made.Settings(Different, new MadeRoute("coordinates", Outcome.Agrees)), default);
        Assert.Equal(Verdict.Undecided, report.Verdict);
        Assert.Contains("the algebra finds the sides different, but no counterexample was found", report.Reason);
        Assert.Contains("6 more choices", report.Reason);
    }

    [Fact]
    public void The_further_search_asks_each_choice_once_and_keeps_to_the_bounds()
    {
        var asked = new List<(int D, int N)>();
        var route = new MadeRoute("coordinates", (_, settings, _) =>
        {
            asked.AddRange(settings.FixedDimensions.IsEmpty ? [] : [(settings.FixedDimensions["d"], settings.FixedDimensions["N"])]);
            return Made.Finding(Outcome.Agrees);
        });
        Examination.Examine(Made.Claim(dimensions: [D, N]), Made.Settings(Different, route), default);
        Assert.NotEmpty(asked);
        Assert.All(asked, sizes => Assert.True(sizes.N >= sizes.D + 1));
        Assert.Equal(asked.Distinct(), asked);
        Assert.Equal(asked.OrderBy(sizes => sizes.D + sizes.N), asked);
    }

    [Fact]
    public void The_further_search_keeps_the_sizes_that_are_fixed()
    {
        var asked = new List<int>();
        var route = new MadeRoute("coordinates", (_, settings, _) =>
        {
            asked.Add(settings.FixedDimensions["d"]);
            return Made.Finding(Outcome.Agrees);
        });
        var settings = Made.Settings(Different, route);
        settings = settings with { RouteSettings = settings.RouteSettings with { FixedDimensions = settings.RouteSettings.FixedDimensions.Add("d", 3) } };
        Examination.Examine(Made.Claim(dimensions: [D, N]), settings, default);
        Assert.All(asked, size => Assert.Equal(3, size));
    }

    [Fact]
    public void A_proof_is_not_searched_further()
    {
        var asked = 0;
        var route = new MadeRoute("coordinates", (_, _, _) => Made.Finding(asked++ == 0 ? Outcome.Agrees : Outcome.Disagrees));
        Assert.Equal(Verdict.Proved, Examination.Examine(Made.Claim(dimensions: D), Made.Settings(new MadeRoute("symbolic", Outcome.Proved), route), default).Verdict);
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData(true, Outcome.Proved, true)]
    [InlineData(true, Outcome.Agrees, true)]
    [InlineData(true, Outcome.Undecided, false)]
    [InlineData(false, Outcome.Proved, false)]
    [InlineData(false, Outcome.Agrees, false)]
    [InlineData(false, Outcome.NotTreated, false)]
    public void A_claim_holds_when_proved_or_supported_and_a_refute_when_refuted(bool expectedTrue, Outcome outcome, bool holds) =>
        Assert.Equal(holds, Examination.Examine(Made.Claim("c", expectedTrue), Made.Settings(new MadeRoute("symbolic", outcome)), default).Holds);

    [Fact]
    public void A_refute_holds_at_a_counterexample() => Assert.True(Examination.Examine(
        Made.Claim("c", expectedTrue: false),
        Made.Settings(new MadeRoute("coordinates", (_, _, _) => new(Outcome.Disagrees, "") { Counterexample = Made.Counterexample() })),
        default).Holds);

    [Fact]
    public void A_route_that_breaks_down_is_a_fault_in_the_report()
    {
        var broken = new MadeRoute("symbolic", (_, _, _) => throw new InvalidOperationException("first line\nsecond"));
        var report = Examination.Examine(Made.Claim(), Made.Settings(broken, new MadeRoute("coordinates", Outcome.Agrees)), default);
        Assert.True(report.Faulted);
        Assert.Equal("internal fault, please report it: InvalidOperationException: first line", report.Routes[0].Finding.Detail);
        Assert.Equal(Outcome.Agrees, report.Routes[1].Finding.Outcome);
    }

    [Fact]
    public void There_are_three_routes_and_each_is_told_what_those_before_it_have_settled()
    {
        Assert.Equal(["symbolic", "coordinates", "simulation"], RouteCatalogue.Built.Select(route => route.Name));
        var told = new List<Outcome?>();
        IRoute Listening(Outcome outcome) => new MadeRoute("route", (_, settings, _) =>
        {
            told.Add(settings.Settled);
            return Made.Finding(outcome);
        });
        Examination.Examine(Made.Claim(), Made.Settings(Listening(Outcome.Agrees), Listening(Outcome.Proved), Listening(Outcome.Agrees)), default);
        Assert.Equal([null, null, Outcome.Proved], told);
    }

    /// <summary>One that samples looks at larger sizes as it is, and what it costs is not what a further look is meant to cost.</summary>
    [Theory]
    [InlineData(Outcome.Agrees, false, true)]
    [InlineData(Outcome.Undecided, false, true)]
    [InlineData(Outcome.Agrees, true, false)]
    [InlineData(Outcome.Undecided, true, false)]
    [InlineData(Outcome.NotTreated, false, false)]
    [InlineData(Outcome.Disagrees, false, false)]
    [InlineData(Outcome.Proved, false, false)]
    public void A_route_is_asked_for_more_where_it_said_nothing_against_the_claim_and_did_not_sample(Outcome outcome, bool sampled, bool isAsked) =>
        Assert.Equal(isAsked, FurtherSearch.IsAsked(Made.Finding(outcome) with { Sampled = sampled ? new(1000, 1, 1, 0.001, 0.01, 0.004) : null }));

    [Fact]
    public void The_further_search_does_not_ask_a_route_that_sampled()
    {
        var (asked, sampled) = (0, 0);
        var exact = new MadeRoute("coordinates", (_, _, _) => Made.Finding(asked++ < 0 ? Outcome.Proved : Outcome.Agrees));
        var drawing = new MadeRoute("simulation", (_, _, _) => Made.Finding(sampled++ < 0 ? Outcome.Proved : Outcome.Agrees) with { Sampled = new(1000, 1, 1, 0.001, 0.01, 0.004) });
        Examination.Examine(Made.Claim(dimensions: D), Made.Settings(Different, exact, drawing), default);
        Assert.True(asked > 1);
        Assert.Equal(1, sampled);
    }

    [Fact]
    public void A_search_that_is_stopped_leaves_what_the_routes_had_found()
    {
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var route = new MadeRoute("coordinates", (_, _, cancellation) =>
        {
            if (asked++ > 0)
            {
                stop.Cancel();
            }

            cancellation.ThrowIfCancellationRequested();
            return Made.Finding(Outcome.Agrees);
        });
        var report = Examination.Examine(Made.Claim(dimensions: D), Made.Settings(Different, route), stop.Token);
        Assert.True(report is { Stopped: true, Verdict: Verdict.Undecided });
        Assert.Equal([Outcome.Disagrees, Outcome.Agrees], report.Routes.Select(one => one.Finding.Outcome));
    }

    [Fact]
    public void What_a_stopped_route_has_until_then_is_in_the_report_which_says_so()
    {
        var stopped = new MadeRoute("simulation", (_, _, _) => Made.Finding(Outcome.Undecided) with { Sampled = new(1000, 1, 1, 0.1, 0.01, 0.5), Stopped = true });
        var report = Examination.Examine(Made.Claim(), Made.Settings(new MadeRoute("symbolic", Outcome.NotTreated), stopped), default);
        Assert.True(report is { Stopped: true, Verdict: Verdict.Undecided });
        Assert.Equal(1000, report.Routes[1].Finding.Sampled!.Samples);
    }
}
