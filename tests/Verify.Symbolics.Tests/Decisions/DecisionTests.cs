using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Decisions;

public sealed class DecisionTests
{
    [Theory]
    [InlineData("tr(A B) = tr(B A)")]
    [InlineData("min(tr(U Λ U') - 2 tr(A' U); U) = -tr(A Λ^-1 A') at U = A Λ^-1")]
    [InlineData("min(tr(U Λ U') - 2 tr(A' U); U) = -tr(A Λ^-1 A') at Λ U' = A'")]
    [InlineData("min(z' Λ z + (x' z)^2 - 2 y' z; z) = -y' (Λ + x x')^-1 y at z = (Λ + x x')^-1 y")]
    [InlineData("min(tr((u U - Λ) Λ (u U - Λ)'); U, u) = 0 at u U = Λ")]
    [InlineData("min((u - v)^2 + (v - s)^2; u, v) = 0 at u = v, v = s")]
    [InlineData("1 + min(u^2 - 2 s u; u) = 1 - s^2")]
    [InlineData("lim(E[tr(X' X X' X)] / N^2; N -> inf) = tr(Λ^2)")]
    [InlineData("lim(N ((Λ + 1/N * I)^-1 - Λ^-1); N -> inf) = -Λ^-2")]
    [InlineData("lim(sqrt(N) (sqrt(N + 1) - sqrt(N)); N -> inf) = 1/2")]
    [InlineData("(N + s)/(N + 1) = 1 as N -> inf")]
    [InlineData("1/N + 1/k = 0 as N -> inf, k -> inf")]
    [InlineData("(N + 1)^-1 * k^-1 * N = 0 as N -> inf, k -> inf")]
    [InlineData("tr(Λ)^2 >= tr(Λ^2)")]
    [InlineData("d * tr(Λ^2) >= tr(Λ)^2")]
    [InlineData("tr(Λ^2) tr(Λ^-1) >= d * tr(Λ)")]
    [InlineData("s^2 + s t + t^2 >= 0")]
    [InlineData("tr(Λ P) >= 0")]
    [InlineData("x' Λ x >= 0")]
    [InlineData("A' Λ A >= 0")]
    [InlineData("A' A - A' B - B' A + B' B >= 0")]
    [InlineData("(Λ + I)^-1 < Λ^-1")]
    [InlineData("(Λ + I)^-1 <= I")]
    [InlineData("k >= 2")]
    [InlineData("σ + 1/σ >= 2")]
    [InlineData("tr(A' B) = tr(Λ) assuming A' B = Λ, B = A, A = Λ^(1/2)")]
    [InlineData("s <= 4 assuming s <= 3")]
    [InlineData("s + t < 5 assuming s < 2, t <= 3")]
    [InlineData("u^2 - tr(U U') conserved along flow(tr((u U - Λ) (u U - Λ)'); U, u)")]
    [InlineData("u^2 = tr(U U') along flow(tr((u U - Λ) (u U - Λ)'); U = σ Q / sqrt(d), u = σ)")]
    [InlineData("z = 0 along flow(tr((u U - Λ) (u U - Λ)') + (z' U z)^2; U = A, u = 1, z = 0)")]
    [InlineData("u^2 + v^2 <= 2 along flow(u^2 + v^2; u = 1, v = 1)")]
    public void True_statements_are_proved(string statement) => Assert.Equal(Outcome.Proved, Claims.Examine(statement).Outcome);

    [Theory]
    [InlineData("A B = B A")]
    [InlineData("tr(A B') = tr(A B)")]
    [InlineData("E[tr(X' X X' X)] = N^2 tr(Λ^2)")]
    [InlineData("min(u^2 - 2 s u; u) = s^2")]
    [InlineData("min(u^2 - 2 s u; u) = -s^2 at u = 2 s")]
    [InlineData("min((u v - s)^2; u, v) = 0 at u = 1, v = s")]
    [InlineData("lim(E[tr(X' X)]; N -> inf) / N = tr(Λ) assuming 1 = 2 / 2")]
    [InlineData("(N + s)/(N + 1) = 2 as N -> inf")]
    [InlineData("N s = 0 as N -> inf")]
    [InlineData("Λ < 0")]
    [InlineData("A >= B' B")]
    [InlineData("s^2 != s^2")]
    [InlineData("-tr(Λ) > 0")]
    [InlineData("u^2 + tr(U U') conserved along flow(tr((u U - Λ) (u U - Λ)'); U, u)")]
    [InlineData("u = 2 along flow(v^2; u = 1, v = 1)")]
    public void False_statements_are_disproved_or_left(string statement) =>
        Assert.Contains(Claims.Examine(statement).Outcome, new[] { Outcome.Disagrees, Outcome.Undecided, Outcome.NotTreated });

    [Theory]
    [InlineData("C^2 - tr(C) C + 1/2 (tr(C)^2 - tr(C^2)) I = 0")] // Cayley and Hamilton: true at size 2, and no rule knows it
    [InlineData("(A + B)^-1 = A^-1 + B^-1")]
    [InlineData("sqrt(s^2 + t^2) = s + t")]
    [InlineData("A B = B A assuming tr(A) = 0")]
    [InlineData("s^2 = 1 assuming s^3 = 1")]
    [InlineData("2 s t <= s^2 + 1/2 t^2")]
    [InlineData("Λ >= I")]
    [InlineData("lim((1/N)/(s + 1/N); N -> inf) = 0")] // 1 at s = 0
    [InlineData("s != 0")]
    [InlineData("u >= 1/2 along flow(u^2; u = 1)")]
    [InlineData("min(u^4 - u; u) = 0")]
    [InlineData("min(s u^2 - 2 u; u) = -1/s")] // false for s < 0
    [InlineData("min(tr(U P U') - 2 tr(U); U) = 0")] // unbounded below where P is singular
    [InlineData("1/(s^2 + t) > 0")]
    [InlineData("d > 1")]
    [InlineData("k > 2")]
    [InlineData("N >= d")]
    [InlineData("tr(P) > 0")]
    [InlineData("A' A > 0")]
    [InlineData("x' Λ x > 0")]
    [InlineData("flow(-u^2; u = 1) -> u = 0")] // runs away
    [InlineData("flow((u - s)^4; u = 1) -> u = s")] // no quadratic
    [InlineData("flow(tr(U P U'); U = A) -> U = 0")] // what lies in the null space of P does not move
    public void What_is_not_known_is_neither_proved_nor_disproved(string statement) =>
        Assert.Contains(Claims.Examine(statement).Outcome, new[] { Outcome.Undecided, Outcome.NotTreated });

    [Theory]
    [InlineData("s = s assuming σ < 0")]
    [InlineData("s = s assuming s > 1, s < 0")]
    [InlineData("s = s assuming tr(Λ) = 0")]
    [InlineData("s = s assuming σ = -1")]
    [InlineData("s = s assuming s^2 + 1 = 0")]
    [InlineData("s = s assuming s != s")]
    [InlineData("s = s assuming Λ < 0")]
    [InlineData("s = s assuming s = 2, s = 3")]
    [InlineData("s = s assuming 1 = 2")]
    [InlineData("s = s assuming norm(A) = -1")]
    public void Nothing_follows_from_conditions_that_nothing_satisfies(string statement)
    {
        var finding = Claims.Examine(statement);
        Assert.Equal(Outcome.Undecided, finding.Outcome);
        Assert.True(finding.NothingSatisfiesConditions);
        Assert.StartsWith("no value satisfies", finding.Detail);
    }

    [Fact]
    public void A_false_equality_shows_what_is_derived_and_the_difference()
    {
        var finding = Claims.Examine("E[tr(X' X)] = tr(Λ)");
        Assert.Equal(Outcome.Disagrees, finding.Outcome);
        var (derived, difference) = Assert.NotNull(finding.Difference);
        Assert.Equal(["N", "Λ"], [.. derived.FreeDimensions.Select(d => d.Name).Where(name => name == "N"), .. derived.FreeSymbols.Select(s => s.Name)]);
        Assert.Equal(2, Assert.IsType<Verify.Language.Sum>(difference).Terms.Length);
    }

    [Fact]
    public void A_work_limit_is_undecided_and_names_itself()
    {
        var claim = SoundFile.Read(Claims.Setting + "claim \"it\": E[tr(X A X' X B X' X A' X')^2] = 1\n").Claims.Single();
        var finding = new SymbolicRoute().Examine(claim, RouteSettings.Default with { WorkLimit = 1000 }, CancellationToken.None);
        Assert.Equal(Outcome.Undecided, finding.Outcome);
        Assert.Contains("1000", finding.Detail);
    }
}
