using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Verify.Replay;
using Verify.Replay.Reading;
using Verify.Testing;

namespace Verify.Cli.Tests;

/// <summary>Counterexamples are evaluated again from the report alone.</summary>
public sealed class ReplayTests
{
    private const string Claims = """
        dim d, N
        matrix Λ : d × d, spd
        matrix A : d × d
        random X : N × d ~ normal(rows: Λ)
        refute "no trace": E[(X' X / N)^2] = (1 + 1/N) Λ^2
        refute "commute": Λ A = A Λ
        """;

    [Fact]
    public void What_the_catalogue_refutes_stands_when_it_is_evaluated_again()
    {
        using var folder = new ClaimFolder();
        string[] files = ["calculus", "population-loss", "gaussian-moments", "inequalities", "small-sizes-mislead", "starts-of-flows", "gradient-flow"];
        CommandLine.Run(["check", .. files.Select(file => RepositoryFiles.PathOf($"proofs/counterexamples/{file}.claim")), "--json", folder["report.json"]]);
        var answer = CommandLine.Run("replay", folder["report.json"]);
        var claims = ReportReader.ReadFile(folder["report.json"]).Where(claim => claim.Counterexample is not null).ToList();
        var replayed = claims.Select(claim => (claim.Name, Result: Replayer.Replay(claim.Name, claim.Counterexample!))).ToList();
        Assert.Empty(replayed.Where(claim => claim.Result.Outcome == ReplayOutcome.DoesNotStand).Select(claim => $"{claim.Name}: {claim.Result.Detail}"));
        var standing = replayed.Count(claim => claim.Result.Outcome == ReplayOutcome.Stands);
        Assert.EndsWith($"{replayed.Count} counterexamples: {standing} stand, 0 do not stand, {replayed.Count - standing} cannot be evaluated\n", answer.Out.ReplaceLineEndings("\n"));
        Assert.Equal(standing == replayed.Count ? 0 : 3, answer.Status);
        Assert.True(replayed.Count > 60, $"{replayed.Count}");
        Assert.True(standing >= 0.95 * replayed.Count, $"{standing} of {replayed.Count}: {string.Join(", ", replayed.Where(claim => claim.Result.Outcome != ReplayOutcome.Stands))}");
    }

    [Theory]
    [InlineData("no trace", "left", "3", "4")]
    [InlineData("no trace", "right", "2", "3")]
    [InlineData("no trace", "claimFile", "let Λ = 1", "let Λ = 2")]
    [InlineData("no trace", "claimFile", "] = ", "] = 1 + ")]
    [InlineData("commute", "claimFile", "Λ A = A Λ", "tr(Λ A) = tr(A Λ)")]
    [InlineData("commute", "claimFile", "assuming ", "assuming tr(Λ) < 0, ")]
    public void A_report_that_was_changed_does_not_stand(string name, string property, string old, string changed)
    {
        using var folder = new ClaimFolder(("c.claim", Claims));
        CommandLine.Run("check", folder["c.claim"], "--json", folder["report.json"]);
        Assert.Equal(0, CommandLine.Run("replay", folder["report.json"], name).Status);
        var report = JsonNode.Parse(File.ReadAllText(folder["report.json"]))!;
        var counterexample = report["claims"]!.AsArray().Single(claim => (string)claim!["name"]! == name)!["counterexample"]!;
        Assert.Contains(old, (string)counterexample[property]!);
        counterexample[property] = ((string)counterexample[property]!).Replace(old, changed);
        File.WriteAllText(folder["report.json"], report.ToJsonString());
        var answer = CommandLine.Run("replay", folder["report.json"], name);
        Assert.Contains("does not stand", answer.Out);
        Assert.Equal(1, answer.Status);
    }

    [Theory]
    [InlineData("random x : scalar ~ normal(1)\nrefute \"c\": E[norm(x)] = 1", "0.79788", "1", ReplayOutcome.Stands)]
    [InlineData("random x : scalar ~ normal(1)\nrefute \"c\": E[norm(x)] >= 3/4", "0.79788", "3/4", ReplayOutcome.CannotBeEvaluated)]
    [InlineData("random x : scalar ~ any\nrefute \"c\": E[x] = 1", "0", "1", ReplayOutcome.CannotBeEvaluated)]
    [InlineData("use \"secret\"\nrefute \"c\": 1 = 2", "1", "2", ReplayOutcome.CannotBeEvaluated)]
    [InlineData("refute \"d\": 1 = 2", "1", "2", ReplayOutcome.CannotBeEvaluated)]
    [InlineData("refute \"c\": 1 = ", "1", "2", ReplayOutcome.CannotBeEvaluated)]
    [InlineData("matrix A : 900000 × 900000\nrefute \"c\": tr(A) = 1", "1", "2", ReplayOutcome.CannotBeEvaluated)]
    [InlineData("refute \"c\": 3^200 * 3^200 = 3^400 + 1", "1", "2", ReplayOutcome.CannotBeEvaluated)]
    [InlineData("refute \"c\": sqrt(2) = 1.5", "1.41421", "1.5", ReplayOutcome.Stands)]
    [InlineData("refute \"c\": 1 = 2 assuming 2 < 1", "1", "2", ReplayOutcome.DoesNotStand)]
    [InlineData("param u : scalar\nrefute \"c\": min(u^2 - 2 u; u) = 0", "-1", "0", ReplayOutcome.Stands)]
    [InlineData("param u : scalar\nrefute \"c\": min(u^2 - 2 u; u) = -1", "-1", "0", ReplayOutcome.DoesNotStand)]
    [InlineData("dim N\nrefute \"c\": sqrt(N (N + 1)) - N = 13/25 as N -> inf", "0.5", "0.52", ReplayOutcome.Stands)]
    [InlineData("dim N\nrefute \"c\": sqrt(N (N + 1)) - N = 1/2 as N -> inf", "0.5", "0.5", ReplayOutcome.DoesNotStand)]
    [InlineData("dim N\nrefute \"c\": N (1 + 2/N) = N as N -> inf", "2", "0", ReplayOutcome.Stands)]
    [InlineData("dim N\nrefute \"c\": N + 1/N = N as N -> inf", "2", "0", ReplayOutcome.DoesNotStand)]
    [InlineData("param s : scalar\nparam t : scalar\nrefute \"c\": flow(s + t^2; s = 1, t = 0) -> t = 0", "the flow runs away", "a limit", ReplayOutcome.Stands)]
    [InlineData("param s : scalar\nparam t : scalar\nrefute \"c\": flow(s^2 + t^2; s = 1, t = 0) -> t = 0", "the flow runs away", "a limit", ReplayOutcome.DoesNotStand)]
    [InlineData("param s : scalar\nrefute \"c\": flow(s^2 - 2 s; s = 0) -> s = 2", "4", "0", ReplayOutcome.Stands)]
    public void A_claim_file_is_evaluated_as_it_says(string claimFile, string left, string right, ReplayOutcome expected)
    {
        var counterexample = new ReportedCounterexample(ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, ImmutableArray<ImmutableArray<Verify.Language.Rational>>>.Empty, left, right, claimFile);
        var replayed = Replayer.Replay("c", counterexample);
        Assert.True(expected == replayed.Outcome, replayed.ToString());
    }
}
