using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Simulation.Tests.Examining;

/// <summary>Settings, sizes, sides without a value, and what is not treated.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData("sqrt(s) = -sqrt(s)", Outcome.Disagrees)]
    [InlineData("sqrt(s) >= 0", Outcome.Agrees)]
    [InlineData("E[sqrt(s) e^2] = sqrt(s)", Outcome.Agrees)]
    [InlineData("E[z' z] = tr(S)", Outcome.Undecided)]
    [InlineData("sqrt(-1 - s^2) = 0", Outcome.Undecided)]
    [InlineData("1/(s - s) = 1/(c - c)", Outcome.Undecided)]
    [InlineData("flow(sqrt(u); u = -h) -> u = 0", Outcome.Undecided)]
    public void Instances_where_a_side_has_no_value_are_passed_over(string statement, Outcome outcome)
    {
        var finding = Examined.Find(statement);
        Assert.True(finding.Outcome == outcome, $"{finding.Outcome}: {finding.Detail}");
        Assert.False(finding.FoundFault);
        if (outcome == Outcome.Agrees)
        {
            Assert.Equal(statement.StartsWith('E') ? 2 : 16, finding.Instances);
        }
    }

    [Theory]
    [InlineData("s = s + 1 assuming s^2 < 0")]
    [InlineData("E[e^2] = 7 assuming s > 1, s < 1")]
    [InlineData("v = 0 assuming norm(v) < 0")]
    [InlineData("N = d assuming N = d + 1, N = d + 2")]
    public void Without_an_instance_that_satisfies_the_conditions_nothing_is_said(string statement)
    {
        var finding = Examined.Find(statement);
        Assert.Equal((Outcome.Undecided, "no instance that satisfies the conditions was found"), (finding.Outcome, finding.Detail));
    }

    [Theory]
    [InlineData("N = 7", "N", 7, Outcome.Agrees)]
    [InlineData("N = 7", "N", 8, Outcome.Disagrees)]
    [InlineData("E[tr(X' X)] = 3 tr(Λ)", "N", 3, Outcome.Agrees)]
    [InlineData("E[tr(X' X)] = 3 tr(Λ)", "N", 4, Outcome.Disagrees)]
    [InlineData("E[x x'] = Λ", "d", 1, Outcome.Agrees)]
    [InlineData("E[A x x'] <= A Λ", "d", 1, Outcome.Agrees)]
    [InlineData("M > 4", "M", 4, Outcome.Disagrees)]
    [InlineData("M > 0", "M", 3, Outcome.Undecided)]
    [InlineData("M > 0", "M", 0, Outcome.Undecided)]
    public void Fixed_dimensions_are_kept_and_none_is_taken_below_its_bound(string statement, string dimension, int value, Outcome outcome)
    {
        var finding = Examined.Find(statement, Examined.Settings with { FixedDimensions = ImmutableDictionary<string, int>.Empty.Add(dimension, value) });
        Assert.True(finding.Outcome == outcome, $"{finding.Outcome}: {finding.Detail}");
        Assert.All(finding.Counterexample?.Dimensions.Where(size => size.Key.Name == dimension) ?? [], size => Assert.Equal(value, size.Value));
    }

    [Theory]
    [InlineData("1/E[e^2] = 1")]
    [InlineData("norm(E[x]) = 0")]
    [InlineData("E[x' x]/N = 0 as N -> inf")]
    [InlineData("flow(E[(u - e)^2]; u = h) -> u = 0")]
    [InlineData("min(E[(u - e)^2]; u) = 1")]
    [InlineData("1 + min((u - 1)^2; u) = 1")]
    public void What_is_not_treated_is_named(string statement)
    {
        var finding = Examined.Find(statement);
        Assert.Equal(Outcome.NotTreated, finding.Outcome);
        Assert.NotEmpty(finding.Detail);
    }

    [Theory]
    [InlineData("E[x x'] = Λ")]
    [InlineData("E[x x'] <= 0.8 Λ")]
    [InlineData("E[A x x'] <= A Λ + 10 (A - A')")]
    [InlineData("u^2 - t^2 conserved along flow((u t - c)^2; u, t)")]
    public void The_finding_does_not_depend_on_threads_and_depends_on_the_seed(string statement)
    {
        string Text(int threads, ulong seed) => Examined.Find(statement, Examined.Settings with { Threads = threads, Seed = seed }) is var finding
            ? $"{finding.Outcome} {finding.Detail} {finding.Sampled}" : "";
        Assert.Equal(Text(1, 1), Text(2, 1));
        Assert.NotEqual(Text(1, 1), Text(1, 2));
    }

    [Fact]
    public void A_short_look_against_a_proof_is_followed_by_a_full_one()
    {
        var proved = Examined.Settings with { Settled = Outcome.Proved };
        Assert.Equal((Outcome.Disagrees, 0), Examined.Find("E[e^4] = 2.5", proved) is var wrong ? (wrong.Outcome, wrong.Instances) : default);
        Assert.Equal((Outcome.Agrees, 1), Examined.Find("E[e^4] = 3", proved) is var right ? (right.Outcome, right.Instances) : default);

        // Within the wider margin of the short look, and beyond the narrow one: the short look agrees.
        Assert.Equal(Outcome.Agrees, Examined.Find("E[e^2] = 1.02", proved with { Margin = 0.03, WorkLimit = 3000 }).Outcome);
    }

    [Fact]
    public void A_run_that_is_stopped_says_what_it_has_or_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new SimulationRoute().Examine(Examined.Claims("E[e^4] = 3")[0], Examined.Settings, source.Token));

        using var later = new CancellationTokenSource();
        var settings = RouteSettings.Default with { Margin = 1e-5, Progress = done => { if (done > 0.01) { later.Cancel(); } } };
        var finding = new SimulationRoute().Examine(Examined.Claims("E[e^4] = 3")[0], settings, later.Token);
        Assert.Equal((Outcome.Undecided, true), (finding.Outcome, finding.Stopped));
        Assert.True(finding.Sampled!.Samples > 0);
    }

    /// <summary>Agreement says which error it rules out: of means, of values, along paths, of limits and of minima.</summary>
    [Theory]
    [InlineData("E[e^4] = 3")]
    [InlineData("E[x x'] = Λ")]
    [InlineData("E[e^2 f^2] <= 1")]
    [InlineData("tr(A B) = tr(B A)")]
    [InlineData("tr(A)^2 <= d * tr(A A')")]
    [InlineData("min(norm(U - A)^2; U) = 0 at U = A")]
    [InlineData("flow(norm(U - A)^2; U = B) -> U = A")]
    [InlineData("norm(U - A)^2 <= norm(B - A)^2 along flow(norm(U - A)^2; U = B)")]
    [InlineData("(1 + 1/N) Λ = Λ as N -> inf")]
    public void An_agreement_would_have_seen_an_error_of_the_margin(string statement)
    {
        foreach (var seed in new ulong[] { 1, 2, 3 })
        {
            var finding = Examined.Find(statement, Examined.Settings with { Seed = seed });
            Assert.Equal(Outcome.Agrees, finding.Outcome);
            Assert.InRange(finding.Detectable!.Value, 0, Examined.Settings.Margin);
        }
    }

    /// <summary>A law is drawn so that agreement comes early, with so little work that an error of the margin would not have shown.</summary>
    [Fact]
    public void What_would_not_have_shown_an_error_of_the_margin_is_undecided()
    {
        int[] works = [20_000, 40_000, 80_000, 160_000, 320_000];
        var findings = works.Select(work => Examined.Find("E[e^4] = 3", Examined.Settings with { WorkLimit = work })).ToList();
        Assert.All(findings, finding => Assert.Equal(finding.Outcome == Outcome.Agrees, finding.Detectable <= Examined.Settings.Margin));
        Assert.Equal([Outcome.Undecided, Outcome.Agrees], findings.Select(finding => finding.Outcome).Distinct());
    }

    [Fact]
    public void What_was_sampled_is_reported()
    {
        var finding = Examined.Find("E[e^4] = 3");
        var sampled = finding.Sampled!;
        Assert.Equal(3, sampled.Theory);
        Assert.InRange(sampled.Estimate, 3 - (6 * sampled.StandardError), 3 + (6 * sampled.StandardError));
        Assert.Equal(Examined.Settings.Margin, sampled.Margin);
        Assert.InRange(finding.Detectable!.Value, sampled.StandardError / 3, 1);
        Assert.InRange(sampled.Risk, Examined.Settings.Risk / 1000, Examined.Settings.Risk / 4);
        Assert.True(sampled.Samples > 200_000);
        Assert.Null(Examined.Find("tr(A B) = tr(B A)").Sampled);
    }
}
