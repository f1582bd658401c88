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
    public void The_simulation_has_its_place_and_says_that_it_is_not_built()
    {
        var simulation = RouteCatalogue.Find("simulation")!;
        Assert.DoesNotContain(RouteCatalogue.Built, route => route.Name == simulation.Name);
        var report = Examination.Examine(Made.Claim(), Made.Settings(simulation), default);
        Assert.Equal(new(Outcome.NotTreated, "the simulation route is not part of this version"), report.Routes[0].Finding);
        Assert.Equal(Verdict.Undecided, report.Verdict);
    }
}
