using Verify.Evidence.Mutants;
using Verify.Language.Routes;

namespace Verify.Evidence.Tests.Mutants;

public sealed class JudgedTests
{
    [Theory]
    [InlineData("E[X' X A X' X] = N Λ (N A + A') Λ + N tr(A Λ) Λ", StatementKind.Identity)]
    [InlineData("tr(A B) = tr(B A)", StatementKind.Identity)]
    [InlineData("E[X' X] = N Λ", StatementKind.Identity)]
    [InlineData("grad(tr(U' A U B); U) = A U B + A' U B'", StatementKind.Gradient)]
    [InlineData("min(tr(U' Λ U) - 2 tr(U' A); U) = -tr(A' Λ^-1 A) at U = Λ^-1 A", StatementKind.Minimum)]
    [InlineData("u^2 - tr(U U') conserved along flow(tr(u U A); U, u)", StatementKind.Conserved)]
    public void Every_mutant_of_what_is_true_is_refuted_or_equivalent(string statement, StatementKind kind)
    {
        var report = MutantsOf.Judged($"claim \"c\": {statement}");
        Assert.Equal(kind, report.Claims.Single().Kind);
        Assert.True(report.Mutants.Count() >= 5);
        Assert.All(report.Mutants, mutant => Assert.True(mutant.Fate is Fate.Refuted or Fate.Equivalent, $"{mutant.Mutant.From} → {mutant.Mutant.To}: {mutant.Reason}"));
        Assert.True(report.IsSettled);
        Assert.Contains(report.Mutants, mutant => mutant.Fate == Fate.Refuted);
    }

    [Fact]
    public void A_claim_that_is_too_weak_has_survivors_with_their_best_ratio()
    {
        var report = MutantsOf.Judged("claim \"tight\": norm(A ∘ B) <= norm(A) norm(B)", "claim \"weak\": norm(A ∘ B) <= 3 norm(A) norm(B)");
        var tightened = report.Claims.ToDictionary(claim => claim.Claim.Name, claim => claim.Mutants.Single(mutant => mutant.Mutant.Rule == "inequality tightened by 1 %"));
        Assert.Equal(Fate.Refuted, tightened["tight"].Fate);
        Assert.Equal(Fate.Survives, tightened["weak"].Fate);
        Assert.InRange(tightened["weak"].BestRatio!.Value, 0.3, 0.35);
        Assert.True(report.IsSettled);
    }

    [Fact]
    public void A_condition_that_is_not_needed_is_found()
    {
        var report = MutantsOf.Judged("claim \"needed\": A B = B A assuming A B = B A", "claim \"idle\": tr(A B) = tr(B A) assuming A B = B A");
        var removed = report.Mutants.Where(mutant => mutant.Mutant.Rule == "condition removed").Select(mutant => mutant.Fate);
        Assert.Equal([Fate.Refuted, Fate.Equivalent], removed);
    }

    [Fact]
    public void What_is_refuted_is_not_mutated() =>
        Assert.Equal(["c"], MutantsOf.Judged("refute \"r\": A = B", "claim \"c\": tr(A B) = tr(B A)").Claims.Select(claim => claim.Claim.Name));

    [Fact]
    public void Routes_are_asked_until_one_settles_the_mutant()
    {
        var (claim, asked) = (MutantsOf.Statement("s = t").Mutants[0], new List<string>());
        IRoute Route(string name, Finding answer) => new MadeRoute(name, (_, _, _) =>
        {
            asked.Add(name);
            return answer;
        });
        var agrees = new Finding(Outcome.Agrees, "") { Instances = 3 };
        var refutes = new Finding(Outcome.Disagrees, "") { Counterexample = Made.Counterexample() };
        (Finding Exact, Finding Algebra, Finding Simulation, Fate Fate, string? By, string[] Asked)[] cases =
        [
            (refutes, agrees, agrees, Fate.Refuted, "coordinates", ["coordinates"]),
            (agrees, Made.Finding(Outcome.Proved), agrees, Fate.Equivalent, "symbolic", ["coordinates", "symbolic"]),
            (agrees, Made.Finding(Outcome.Undecided), refutes, Fate.Refuted, "simulation", ["coordinates", "symbolic", "simulation"]),
            (agrees, Made.Finding(Outcome.Undecided), agrees, Fate.Survives, null, ["coordinates", "symbolic", "simulation"]),
        ];
        foreach (var (exact, algebra, simulation, fate, by, order) in cases)
        {
            asked.Clear();
            var judged = new MutantJudge([Route("symbolic", algebra), Route("coordinates", exact), Route("simulation", simulation)], RouteSettings.Default).Judge(claim, default);
            Assert.Equal((fate, by), (judged.Fate, judged.SettledBy));
            Assert.Equal(order, asked.Distinct());
        }
    }

    [Fact]
    public void A_difference_that_the_first_sizes_hide_is_looked_for_at_more()
    {
        var exact = new MadeRoute("coordinates", (_, settings, _) => settings.FixedDimensions.IsEmpty && settings.Seed == 1
            ? Made.Finding(Outcome.Agrees)
            : new(Outcome.Disagrees, "") { Counterexample = Made.Counterexample() });
        var judge = new MutantJudge([new MadeRoute("symbolic", Outcome.Disagrees), exact], RouteSettings.Default);
        Assert.Equal((Fate.Refuted, "coordinates"), judge.Judge(MutantsOf.Statement("s = t").Mutants[0], default) is var judged ? (judged.Fate, judged.SettledBy) : default);
    }

    [Fact]
    public void After_cancellation_what_was_not_judged_is_said_to_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var report = MutationRun.Of([MutantsOf.File("claim \"c\": A = B C + C")], RunSettings.Default with { Threads = 1 }, _ => stop.Cancel(), stop.Token);
        Assert.False(report.Reproducible);
        Assert.False(report.Mutants.First().Stopped);
        Assert.True(report.Mutants.Last().Stopped);
    }

    [Fact]
    public void The_report_does_not_depend_on_threads()
    {
        var files = new[] { MutantsOf.File("claim \"c\": norm(A B) <= norm(A) norm(B)", "claim \"d\": E[X' X] = N Λ") };
        var fates = new[] { 1, 2 }.Select(threads => MutationRun.Of(files, RunSettings.Default with { Threads = threads }, _ => { }, default).Mutants
            .Select(mutant => (mutant.Mutant.Rule, mutant.Mutant.To, mutant.Fate, mutant.Reason)).ToList()).ToList();
        Assert.Equal(fates[0], fates[1]);
    }
}
