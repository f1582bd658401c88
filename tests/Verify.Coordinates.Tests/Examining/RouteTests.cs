using System.Collections.Immutable;
using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Examining;

/// <summary>What the route says of claims: true and false ones of each form, the traps of small sizes, limits of work.</summary>
public sealed class RouteTests
{
    private const string Setting = """
        dim d, N
        scalar c
        scalar σ > 0
        matrix Λ : d × d, spd
        matrix P : d × d, psd
        matrix D : d × d, diag
        matrix Q : d × d, orthogonal
        matrix A, B, Θ : d × d
        vector v : d
        index i, j : d
        random X : N × d ~ normal(rows: Λ)
        random S : d × d, spd ~ any
        matrix M : d × d, sym
        random k : d ~ moments(cov: M)
        param  U : d × d
        param  u : scalar
        let Γ = (1 + 1/N) Λ + tr(Λ)/N * I
        let R = 1/2 u^2 tr(Γ Λ U Λ U') - u tr(Λ^2 U') + 1/2 tr(Λ)

        """;

    [Theory]
    [InlineData("Γ^(1/2) Γ^(1/2) = Γ")]
    [InlineData("tr(M) >= 0 assuming E[k' k] = 1")]
    [InlineData("[A, B; 0, Θ] [I, 0; 0, 2 I] = [A, 2 B; 0, 2 Θ]")]
    [InlineData("tr([A, B; Θ, A] [0, I; I, 0]) = tr(B) + tr(Θ)")]
    [InlineData("[2 I, 0; 0, I] [A; B] = [2 A; B]")]
    [InlineData("tr(Λ^(1/3)) > 0")]
    [InlineData("norm(A B) <= norm(A) norm(B)")]
    [InlineData("opnorm(A B) <= opnorm(A) opnorm(B)")]
    [InlineData("opnorm(c A)^2 = c^2 opnorm(A)^2")]
    [InlineData("norm(v) = sqrt(v' v)")]
    [InlineData("P + Λ > 0")]
    [InlineData("P >= 0")]
    [InlineData("Q' Q = I")]
    [InlineData("A' A + I != 0")]
    [InlineData("A B = B A assuming A B = B A")]
    [InlineData("c = 3 assuming 2 c = 6")]
    [InlineData("tr(Θ Θ' Θ Θ') = 1 assuming norm(Θ Θ') = 1")]
    [InlineData("σ < 2 assuming σ^2 * opnorm(Γ) * sqrt(d) < 2, Λ >= I")]
    [InlineData("E[tr(S)^2] >= E[tr(S)]^2")]
    [InlineData("E[X' X X' X] = N (N + 1) Λ^2 + N tr(Λ) Λ")]
    [InlineData("min(R; U, u) = 1/2 tr(Λ) - 1/2 tr(Λ^2 Γ^-1) at u U = Γ^-1")]
    [InlineData("min(R; U, u) + 0 = 1/2 tr(Λ) - 1/2 tr(Λ^2 Γ^-1)")]
    [InlineData("u^2 - tr(U U') conserved along flow(R; U, u)")]
    [InlineData("u^2 - tr(U U') = c^2 - c^2 tr(A A') along flow(R; U = c A, u = c)")]
    [InlineData("flow(1/2 tr(U U'); U = A) -> U = 0")]
    [InlineData("flow(1/2 tr(Λ U U') - tr(B U'); U = A) -> U = Λ^-1 B")]
    [InlineData("flow(tr(U)^2; U = A) -> tr(U) = 0, U - diag(U) = A - diag(A)")] // only the trace moves
    [InlineData("entry(A B; i, j) = entry(B' A'; j, i)")]
    [InlineData("entry(D; i, j) = 0 assuming i != j")]
    [InlineData("entry(A; i, j) = entry(A; j, i) assuming i = j")]
    [InlineData("E[entry(X; 1, i) entry(X; 1, j)] = entry(Λ; i, j)")]
    [InlineData("lim(tr(Γ^-1); N -> inf) = tr(Λ^-1)")]
    [InlineData("lim((c^2 - 1) / (c - 1); c -> 1) = 2")]
    [InlineData("E[X' X X' X / N^2] = Λ^2 as N -> inf")]
    [InlineData("tr(Γ) = tr(Λ) as N -> inf")]
    public void TrueClaimsAgree(string statement)
    {
        var finding = Evaluating.Examine(Setting + $"claim \"true\": {statement}");
        Assert.True(finding.Outcome == Outcome.Agrees, finding.Detail);
        Assert.True(finding.Instances > 0);
    }

    [Theory]
    [InlineData("Λ > I", "d=1", "1", "1")]
    [InlineData("tr(P) > 0", "d=1", "0", "0")]
    [InlineData("A B = B A", "d=2", "[0, 1; 0, 0]", "[0, 0; 0, 0]")]
    [InlineData("tr(A)^2 = tr(A^2)", "d=2", "4", "2")]
    [InlineData("N (N - 1) (N - 2) = 0", "N=3", "6", "0")]
    [InlineData("E[X' X X' X] = N (N + 1) Λ^2 + tr(Λ) Λ", "d=1 N=2", "8", "7")]
    [InlineData("min(R; U, u) = 1/2 tr(Λ) - 1/2 (1 + 1/N)^-1 tr(Λ)", "d=1 N=1", "1/3", "1/4")]
    [InlineData("lim(tr(Γ); N -> inf) = 2 tr(Λ)", "d=1", "1", "2")]
    [InlineData("c^2 >= c", "", "1/4", "1/2")]
    [InlineData("v != A v", "d=1", "0", "0")]
    [InlineData("entry(A; i, j) = entry(A; j, i)", "d=2", "1", "0")]
    [InlineData("ones' A ones = tr(A)", "d=2", "1", "0")]
    public void FalseClaimsAreRefutedAtTheSmallestInstance(string statement, string dimensions, string left, string right)
    {
        var finding = Evaluating.Examine(Setting + $"claim \"false\": {statement}");
        Assert.True(finding.Outcome == Outcome.Disagrees, finding.Detail);
        var shown = finding.Counterexample!;
        Assert.Equal((dimensions, left, right), (string.Join(" ", shown.Dimensions.Select(d => $"{d.Key.Name}={d.Value}")), shown.Left, shown.Right));
    }

    [Theory]
    [InlineData("tr(A)^3 - 3 tr(A) tr(A^2) + 2 tr(A^3) = 0", 3)]
    [InlineData("tr(A)^4 - 6 tr(A)^2 tr(A^2) + 3 tr(A^2)^2 + 8 tr(A) tr(A^3) - 6 tr(A^4) = 0", 4)]
    [InlineData("A^2 - tr(A) A + 1/2 (tr(A)^2 - tr(A^2)) I = 0", 3)]
    public void IdentitiesOfSmallMatricesFailAtTheirDegree(string statement, int d)
    {
        var finding = Evaluating.Examine(Setting + $"claim \"trap\": {statement}");
        Assert.True(finding.Outcome == Outcome.Disagrees, finding.Detail);
        Assert.Equal(d, finding.Counterexample!.Dimensions.Single().Value);
    }

    [Theory]
    [InlineData("u^2 + tr(U U') conserved along flow(R; U, u)")]
    [InlineData("u^2 - tr(U U') = c^2 along flow(R; U = A, u = c)")]
    [InlineData("u^2 = c^2 along flow(R; U = A, u = c)")]
    [InlineData("u >= c along flow(R; U = A, u = c)")]
    [InlineData("flow(R; U = A, u = c) -> U = Λ, u = 1")]
    [InlineData("min(R; U, u) = 1/2 tr(Λ) - 1/2 tr(Λ^2 Γ^-1) at u U = Γ^-2")]
    [InlineData("min(R; U, u) = 1/2 tr(Λ) - 1/2 tr(Λ^2 Γ^-1) at U = Γ^-1")]
    [InlineData("min(tr(A U); U) = 0")]
    [InlineData("min(norm(u U - A)^2 + (u - 1)^2; U, u) = -1 at u = 1, U = A")]
    [InlineData("tr(Γ) = 0 as N -> inf")]
    [InlineData("N tr(Γ) = 0 as N -> inf")]
    [InlineData("opnorm(A) = norm(A)")]
    [InlineData("Λ^(1/2) + P^(1/2) = (Λ + P)^(1/2)")]
    [InlineData("opnorm(A + B) < 2")]
    [InlineData("E[S^2] = E[S]^2")]
    [InlineData("c < 2 assuming c^2 < 9")]
    public void FalseClaimsOfEveryFormAreRefuted(string statement)
    {
        var finding = Evaluating.Examine(Setting + $"claim \"false\": {statement}");
        Assert.True(finding.Outcome == Outcome.Disagrees, finding.Outcome + finding.Detail);
    }

    [Theory]
    [InlineData("c = 1 assuming c^2 < 0", "no value satisfies")]
    [InlineData("A B = 0 assuming norm(A) < 0", "no value satisfies")]
    public void ConditionsThatNothingMeetsDecideNothing(string statement, string detail)
    {
        var finding = Evaluating.Examine(Setting + $"claim \"empty\": {statement}");
        Assert.Equal(Outcome.Undecided, finding.Outcome);
        Assert.StartsWith(detail, finding.Detail);
        Assert.True(finding.FoundNoInstance);
    }

    [Fact]
    public void AMinimumOfWhatFallsForEverHasNoValue()
    {
        var finding = Evaluating.Examine(Setting + "claim \"falls\": 1 + min(u^3 - u; u) = 1");
        Assert.Equal(Outcome.Undecided, finding.Outcome);
        Assert.True(finding.AtRandom is { Decided: 0, WithoutValue: > 0 });
        Assert.Equal(Outcome.NotTreated, Evaluating.Examine(Setting + "claim \"does not\": 1 + min(u^4 - u; u) = 1").Outcome);
    }

    [Fact]
    public void ConvergenceIsNamedAsNotTreated() =>
        Assert.Equal(Outcome.NotTreated, Evaluating.Examine(Setting + "claim \"limit\": flow((u^2 - 1)^2; u = σ) -> u = 1").Outcome);

    [Fact]
    public void ABoundThatIsStrictAtTheStartOfAPathIsNoEvidence() =>
        Assert.Equal(Outcome.Undecided, Evaluating.Examine(Setting + "claim \"path\": norm(U)^2 > -1 along flow(1/2 tr(U U'); U = A)").Outcome);

    [Fact]
    public void ALimitThatDiffersByTheSideIsNone() =>
        Assert.NotEqual(Outcome.Agrees, Evaluating.Examine(Setting + "claim \"one side\": lim(opnorm(c A)/c; c -> 0) = opnorm(A)").Outcome);

    [Fact]
    public void OverlappingIntervalsDecideNothing() =>
        Assert.Equal(Outcome.Undecided, Evaluating.Examine("scalar c\nclaim \"nested\": sqrt(3 + 2 * sqrt(2)) = 1 + sqrt(2)").Outcome);

    [Theory]
    [InlineData("tr(A) = tr(A') assuming opnorm(A^3) * sqrt(2 + sqrt(3)) < 100", Outcome.Agrees)]
    [InlineData("tr(A) = 0 assuming opnorm(A^3) * sqrt(2 + sqrt(3)) < 100", Outcome.Disagrees)]
    [InlineData("c = c assuming lim(c N; N -> inf) = 1", Outcome.Undecided)]
    [InlineData("E[(X' X + I)^-1] = I", Outcome.NotTreated)]
    [InlineData("E[norm(X)] = 0", Outcome.NotTreated)]
    public void WhatIsInexactInfiniteOrNotTreatedIsAnOutcome(string statement, Outcome outcome)
    {
        var finding = Evaluating.Examine(Setting + $"claim \"odd\": {statement}");
        Assert.True(finding.Outcome == outcome, finding.Outcome + finding.Detail);
    }

    [Fact]
    public void ALimitOfWorkIsNamed()
    {
        var finding = Evaluating.Examine(Setting + "claim \"much\": E[tr((X' X)^6)] = E[tr((X' X)^6)] + 0 c", RouteSettings.Default with { WorkLimit = 500 });
        Assert.True(finding.Outcome == Outcome.Undecided || finding.Detail.Contains("limit"), finding.Detail);
    }

    [Fact]
    public void FixedDimensionsAreKept()
    {
        var settings = RouteSettings.Default with { FixedDimensions = ImmutableDictionary<string, int>.Empty.Add("d", 3).Add("N", 2) };
        var finding = Evaluating.Examine(Setting + "claim \"false\": tr(Γ) = tr(Λ)", settings);
        Assert.Equal([3, 2], finding.Counterexample!.Dimensions.Select(d => d.Value));
    }

    [Fact]
    public void TheSeedDeterminesTheFinding()
    {
        Finding Find(ulong seed) => Evaluating.Examine(Setting + "claim \"false\": tr(A B) = tr(A) tr(B)", RouteSettings.Default with { Seed = seed });
        Assert.Equal(Find(5).Detail + Find(5).Counterexample!.Left, Find(5).Detail + Find(5).Counterexample!.Left);
    }

    [Fact]
    public void CancellationIsObeyed()
    {
        var claim = SoundFile.Read(Setting + "claim \"long\": E[tr((X' X)^4)] = 0").Claims[0];
        Assert.Throws<OperationCanceledException>(() => new CoordinatesRoute().Examine(claim, RouteSettings.Default, new(canceled: true)));
    }
}
