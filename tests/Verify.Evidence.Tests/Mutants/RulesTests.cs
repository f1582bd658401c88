using Verify.Evidence.Mutants;

namespace Verify.Evidence.Tests.Mutants;

/// <summary>Each rule alone: what it makes of a small claim, and nothing else.</summary>
public sealed class RulesTests
{
    [Theory]
    [InlineData("term dropped", "A = B + C", "B + C → C", "B + C → B")]
    [InlineData("term dropped", "s = tr(A + B)", "A + B → B", "A + B → A")]
    [InlineData("term dropped", "A = B")]
    [InlineData("coefficient doubled", "A = 3 B - C", "A → 2 A", "3 B → 6 B", "-C → -2 C")]
    [InlineData("coefficient halved", "A = 3 B - C", "A → 1/2 A", "3 B → 3/2 B", "-C → -1/2 C")]
    [InlineData("coefficient negated", "A = 3 B - C", "A → -A", "3 B → -3 B", "-C → C")]
    [InlineData("coefficient doubled", "A B - B A = 0", "A B → 2 A B", "-B A → -2 B A")]
    [InlineData("coefficient doubled", "A = 0")]
    [InlineData("coefficient negated", "tr(A) < 0", "tr(A) → -tr(A)")]
    [InlineData("coefficient negated", "s^2 conserved along flow(u^2; u)")]
    [InlineData("transpose added", "v = G v")]
    [InlineData("exponent off by one", "A = B^2", "B^2 → B", "B^2 → B^3")]
    [InlineData("exponent off by one", "A = Λ^-1", "Λ^-1 → Λ^-2", "Λ^-1 → I")]
    [InlineData("exponent off by one", "A = Λ^(1/2)", "Λ^(1/2) → Λ^(-1/2)", "Λ^(1/2) → Λ^(3/2)")]
    [InlineData("1/N for 1 + 1/N, and back", "s = t / N", "N^-1 → 1 + N^-1")]
    [InlineData("1/N for 1 + 1/N, and back", "s = 2 (1 + 1/N)", "1 + 1/N → 1/N", "N^-1 → 1 + N^-1")]
    [InlineData("N for N + 1, and back", "s = N t", "N → N + 1")]
    [InlineData("N for N + 1, and back", "s = (N + 1) t", "N + 1 → N", "N → N + 1")]
    [InlineData("N for d", "s = N tr(A)", "N → d")]
    [InlineData("transpose added", "A = B Λ", "A → A'", "B → B'")]
    [InlineData("transpose added", "v = B v", "B → B'")]
    [InlineData("transpose lost", "A = B' C", "B' → B")]
    [InlineData("transpose lost", "v' A = v' B")]
    [InlineData("factor removed", "A = s B C", "s B C → B C", "s B C → s C", "s B C → s B")]
    [InlineData("factor removed", "v = B v", "B v → v")]
    [InlineData("factor removed", "A = -B")]
    [InlineData("factors exchanged", "A = B C Λ", "B C Λ → C B Λ", "B C Λ → B Λ C")]
    [InlineData("factors exchanged", "v = A v")]
    [InlineData("factors exchanged", "A = B B")]
    [InlineData("tr(A) B for A B", "A = tr(B) C", "tr(B) C → B C")]
    [InlineData("tr(A) B for A B", "s = tr(B) tr(C)")]
    [InlineData("A B for tr(A) B", "A = B C", "B C → tr(B) C", "B C → B tr(C)")]
    [InlineData("another symbol", "s = tr(A Λ)", "A → Λ", "Λ → A")]
    [InlineData("inequality reversed", "tr(Λ) >= 0", "tr(Λ) >= 0 → tr(Λ) <= 0")]
    [InlineData("inequality reversed", "s = t")]
    [InlineData("inequality tightened by 1 %", "s <= t", "s <= t → s <= 99/100 t")]
    [InlineData("inequality tightened by 1 %", "s <= -t^2", "s <= -t^2 → s <= 101/100 (-t^2)")]
    [InlineData("inequality tightened by 1 %", "tr(Λ) >= 0")]
    [InlineData("limit changed by 1 %", "lim(N / (N + s^2); N -> inf) = t", "t → 101/100 t")]
    [InlineData("limit changed by 1 %", "t / N = s as N -> inf", "s → 101/100 s")]
    [InlineData("limit changed by 1 %", "t / N = 0 as N -> inf")]
    [InlineData("condition removed", "s <= t assuming s <= 1, t > 2", "s <= 1 → ", "t > 2 → ")]
    public void A_rule_makes_what_it_says(string rule, string statement, params string[] changes)
    {
        Assert.Contains(rule, MutantGenerator.RuleNames);
        Assert.Equal(changes, MutantsOf.Changes(statement, rule));
    }
}
