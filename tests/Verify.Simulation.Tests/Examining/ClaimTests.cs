using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Simulation.Tests.Examining;

/// <summary>Every kind of statement, true and nearly true.</summary>
public sealed class ClaimTests
{
    public static TheoryData<string> True =>
    [
        // Comparisons without draws.
        "(A + B)^2 = A^2 + A B + B A + B^2", "tr(A B) = tr(B A)", "s < s^2 + 1", "2 s c <= s^2 + c^2", "h + 1 > 1", "A' A >= 0", "Λ + P > 0", "v v' <= (v' v) I",
        "s^2 + 1 != 0", "Λ + I != 0", "Q' Q = I", "norm(Q A) = norm(A)", "(A B)^-1 = B^-1 A^-1", "A^-3 A^3 = I", "tr(Λ)^2 <= d tr(Λ^2)", "(Λ^(1/2))^2 = Λ",
        "grad(tr(A U B U'); U) = A' U B' + A U B", "lim((s^2 - 1)/(s - 1); s -> 1) = 2", "sqrt(s)^2 = s", "sqrt(s) >= 0", "(C' C)^-1 C' C = I",
        "E[A Φ B] = A E[Φ] B", "E[k^2] >= E[k]^2", "M > 3",

        // Comparisons with draws.
        "E[x x'] = Λ", "Λ = E[x x']", "E[tr(X' X)] = N tr(Λ)", "E[(x' v)^2] = v' Λ v", "E[e^4] = 3", "E[e^3] = 0", "E[x y'] = 0", "E[e^2 f^2] <= E[e^4]", "E[x x'] <= 2 Λ",
        "E[x x'] >= 0.5 Λ", "E[x x'] <= Λ", "E[e^4] > 1", "E[x' x] != 2 tr(Λ)", "E[e] = tr(A B) - tr(B A)", "0 = E[e - e]", "E[0 x x'] <= 0", "E[e^2] E[f^2] = 1",
        "E[x]' E[x] = 0", "E[k^2 e^2] = E[k^2]", "E[sqrt(s) e^2] = sqrt(s)", "grad(E[(u x' v)^2]; u) = 2 u v' Λ v", "E[z' z] = tr(S) assuming S >= 0", "E[A x x' + X' X] = (A + N I) Λ",
        "E[(x' y)^2 | y] = y' Λ y", "E[x x' A] - E[y y' A] = 0", "E[(1 + e^2)^-1] >= 1/2",

        // Limits.
        "s/N = 0 as N -> inf", "(1 + 1/N) Λ = Λ as N -> inf", "sqrt(h) = 0 as h -> 0", "sqrt(w) = 0 as w -> 0", "1/p = 1/3 as p -> 3", "1/p = 0 as p -> inf", "sqrt(1 - r) = 0 as r -> 1",
        "sqrt(p - 2) = 0 as p -> 2", "1/N + s = s as N -> inf, s -> 0", "N (N + 1) = N^2 + N as N -> inf", "sqrt(N + 1) = sqrt(N) as N -> inf", "1/d = 1/M as d -> inf, M -> inf",
        "(Λ + h I)^-1 = Λ^-1 as h -> 0", "h g = 0 as h -> 0, g -> 0",

        // Flows.
        "u^2 - t^2 conserved along flow((u t - c)^2; u, t)", "t conserved along flow(u^2; u)", "t conserved along flow(-u^4; u)", "U' U conserved along flow(norm(U v)^2; t)",
        "u - t conserved along flow((u t - c)^2; u, t) assuming u = t", "u conserved along flow((u t - c)^2; u, t) assuming u t = c",
        "u^2 = t^2 along flow((u t - c)^2; u = h, t = h)", "u > 0 along flow((u - h)^2; u = 2 h)", "u >= h along flow((u - h)^2; u = 2 h)", "u >= h along flow((u - h)^2; u = h)",
        "flow((u - h)^2; u = 0) -> u = h", "flow((u - h)^2; u = h) -> u = h", "flow(norm(U)^2; U = 0) -> U = 0", "flow(u^4; u = h) -> u = 0",
        "flow(1/2 tr(Λ U U') - tr(A' U); U = 0) -> U = Λ^-1 A", "flow((u - c)^2 + u^2 t^2; u = h, t = 0) -> u = c, t = 0",

        // Minima.
        "min((u - 1)^2; u) = 0", "min((u - 1)^2; u) = 0 at u = 1", "min((u - 1)^2 + 0.00001; u) = 0.00001", "min(norm(U - A)^2; U) = 0 at U = A", "min((u t - 1)^2; u, t) = 0 at u t = 1",
        "min(u^4; u) = 0 at u = 0", "min(norm(U)^2; U) = 0 at U = 0", "min((u - 1)^2 (u + 1)^2; u) = 0 at u^2 = 1", "min(3 u^4 - 4 u^3 - 12 u^2; u) = -32 at u = 2",
        "min(1/(1 + u^2); u) = 0", "min(u^2/(1 + u^2)^2; u) = 0 at u = 0", "min(tr(Λ U U') - 2 tr(A' U); U) = -tr(A' Λ^-1 A) at U = Λ^-1 A", "min((u - 20)^2 ((u + 1)^2 + 0.01); u) = 0 at u = 20",

        // Conditions.
        "s^2 < s assuming s > 0, s < 1", "(v v')^2 = v v' assuming v' v = 1", "(A + B)^2 = A^2 + 2 A B + B^2 assuming A B = B A", "N > d assuming N > d",
    ];

    [Theory]
    [MemberData(nameof(True))]
    public void What_is_true_is_agreed_to(string statement)
    {
        var finding = Examined.Find(statement);
        Assert.True(finding.Outcome == Outcome.Agrees, $"{finding.Outcome}: {finding.Detail}");
        Assert.True(finding.Instances > 0);
        Assert.False(finding.FoundFault);
        Assert.Null(finding.Counterexample);
    }

    public static TheoryData<string> Hard =>
    [
        // An infimum that is hardly approached, draws without a variance, slow convergence, near-singular inverses, huge constants.
        "min(u^2 + (u t - 1)^2; u, t) = 0", "E[e^10] = 945", "flow(sqrt(u); u = h) -> u = 0", "flow(1/u; u = h) -> u = 1/u", "1000000000/(N + 1000000000) = 0 as N -> inf",
        "(C C' + 0.000001 I)^-2 (C C' + 0.000001 I)^2 = I", "E[e^9] = 0", "A^-9 A^9 = I", "(S^2)^-4 S^8 = I", "E[e] = 0.0000000000001 - 0.0000000000001", "v' C' C A v = 0 assuming C v = 0",
        "E[(x' A x)^2] = tr(A Λ)^2 + tr(A Λ A Λ) + tr(A Λ A' Λ)", "E[X' X A X' X] = N^2 Λ A Λ + N (Λ A' Λ + tr(A Λ) Λ)",
    ];

    [Theory]
    [MemberData(nameof(Hard))]
    public void What_is_true_and_hard_is_not_refuted(string statement)
    {
        var finding = Examined.Find(statement);
        Assert.True(finding.Outcome is Outcome.Agrees or Outcome.Undecided, $"{finding.Outcome}: {finding.Detail}");
        Assert.False(finding.FoundFault);
    }

    [Theory]
    [InlineData("P > 0")]
    [InlineData("E[sqrt(e^2 - 1)] = 1")]
    [InlineData("E[e] = 0.0000000000001")]
    public void What_is_false_or_without_meaning_and_cannot_be_told_in_doubles_is_left_open(string statement)
    {
        var finding = Examined.Find(statement);
        Assert.True(finding.Outcome == Outcome.Undecided, $"{finding.Outcome}: {finding.Detail}");
        Assert.False(finding.FoundFault);
    }

    /// <summary>Near misses, and what they say without expectations, flows and limits, which must be false at the counterexample (none: of the law of an unknown symbol).</summary>
    public static TheoryData<string, string> False => new()
    {
        { "(A + B)^2 = A^2 + 2 A B + B^2", "(A + B)^2 = A^2 + 2 A B + B^2" },
        { "2 s < s^2 + 0.5", "2 s < s^2 + 0.5" },
        { "3 s c <= s^2 + c^2", "3 s c <= s^2 + c^2" },
        { "norm(A) norm(B) >= 2 tr(A' B)", "norm(A) norm(B) >= 2 tr(A' B)" },
        { "Λ >= I", "Λ >= I" },
        { "A' A + A - A' >= 0", "A' A + A - A' >= 0" },
        { "s^2 >= s", "s^2 >= s" },
        { "tr(A) != tr(A')", "tr(A) != tr(A')" },
        { "Q' Q = 1.00001 I", "Q' Q = 1.00001 I" },
        { "grad(tr(A U B U'); U) = A' U B' + B U A", "A' U B' + A U B = A' U B' + B U A" },
        { "lim((s^2 - 1)/(s - 1); s -> 1) = 2.0001", "2 = 2.0001" },
        { "sqrt(s) > 1", "sqrt(s) > 1" },

        { "E[x x'] = 1.2 Λ", "Λ = 1.2 Λ" },
        { "1.2 Λ = E[x x']", "Λ = 1.2 Λ" },
        { "E[tr(X' X)] = d tr(Λ)", "N tr(Λ) = d tr(Λ)" },
        { "E[e^4] = 2.5", "3 = 2.5" },
        { "E[e^4] = 1", "3 = 1" },
        { "E[x y'] = Λ", "0 Λ = Λ" },
        { "E[e^4] <= E[e^2 f^2]", "3 <= 1" },
        { "E[x x'] <= 0.8 Λ", "Λ <= 0.8 Λ" },
        { "0.8 Λ >= E[x x']", "0.8 Λ >= Λ" },
        { "E[x x'] >= 1.3 Λ", "Λ >= 1.3 Λ" },
        { "E[x x'] <= Λ + I + A - A'", "Λ <= Λ + I + A - A'" },
        { "E[A x x'] <= A Λ + 100 tr(Λ) I + 10 (A - A')", "A Λ <= A Λ + 100 tr(Λ) I + 10 (A - A')" },
        { "E[e - e] > 0", "0 > 0" },
        { "E[e - e] != 0", "0 != 0" },
        { "E[e^2]^2 = 3", "1 = 3" },
        { "E[x]' E[x] = tr(Λ)", "0 = tr(Λ)" },
        { "grad(E[(u x' v)^2]; u) = u v' Λ v", "2 u v' Λ v = u v' Λ v" },
        { "E[(x' y)^2 | y] = tr(Λ^2)", "y' Λ y = tr(Λ^2)" },
        { "E[k^2] = E[k]^2", "" },
        { "E[k^2 e^2] = E[k]^2", "" },

        { "N^2 = N^2 + 1 as N -> inf", "0 = 1" },
        { "(N + 1) Λ = N Λ as N -> inf", "Λ = 0 Λ" },
        { "sqrt(h) = 1 as h -> 0", "0 = 1" },
        { "1/s = 0 as s -> 0", "1 = 0" },
        { "1/p = 1/2 as p -> 3", "1/3 = 1/2" },
        { "N h = 0 as N -> inf, h -> 0", "1 = 0" },
        { "N h^2 = 0 as N -> inf, h -> 0", "1 = 0" },
        { "h/g = 1 as h -> 0, g -> 0", "1 = 0" },
        { "sqrt(s^2)/s = 1 as s -> 0", "-1 = 1" },

        { "u^2 + t^2 conserved along flow((u t - c)^2; u, t)", "8 u t (u t - c) = 0" },
        { "u conserved along flow(-u^4; u)", "4 u^3 = 0" },
        { "u + t conserved along flow((u t - c)^2; u, t) assuming u = 2 t", "2 (u + t) (u t - c) = 0" },
        { "u + t conserved along flow((u t - c)^2; u, t) assuming u = t", "2 (u + t) (u t - c) = 0" },
        { "u^2 = t^2 along flow((u t - c)^2; u = h, t = 2 h)", "h^2 = (2 h)^2" },
        { "u > 1.5 h along flow((u - h)^2; u = 2 h)", "1.5 h < h" },
        { "u > h along flow((u - h)^2; u = h)", "h > h" },
        { "u >= 0 along flow((u + h)^2; u = h)", "-h >= 0" },
        { "flow((u - h)^2; u = 0) -> u = 1.001 h", "h = 1.001 h" },
        { "flow((u - h)^4; u = 0) -> u = 0.95 h", "h = 0.95 h" },
        { "flow((u - h)^4; u = 0) -> u = 0.7 h", "h = 0.7 h" },
        { "flow(u; u = h) -> u = h", "1 = 0" },
        { "flow(-u^4; u = h) -> u = h", "h^3 = 0" },
        { "flow(1/2 tr(Λ U U') - tr(A' U); U = 0) -> U = A Λ^-1", "Λ^-1 A = A Λ^-1" },

        { "min((u - 1)^2 + 0.00001; u) = 0", "(u - 1)^2 + 0.00001 = 0" },
        { "min((u - 1)^2 + h; u) = h + 0.0001", "(u - 1)^2 + h >= h + 0.0001" },
        { "min((u - 1)^2 + h; u) = h - 0.0001", "(u - 1)^2 + h = h - 0.0001" },
        { "min(norm(U - A)^2; U) = 0 at U = A'", "U = A'" },
        { "min((u t - 1)^2; u, t) = 0 at u = 1, t = 1", "u = 1" },
        { "min(1/(1 + u^2); u) = 0 at u = 1", "1/(1 + u^2) = 0" },
        { "min(1/(1 + u^2); u) = 0 at u = u", "1/(1 + u^2) = 0" },
        { "min(u; u) = 0", "u >= 0" },
        { "min(u^3; u) = 0", "u^3 >= 0" },
        { "min(-u^2; u) = 0 at u = 0", "-u^2 >= 0" },
        { "min((u - 1)^2 (u + 1)^2; u) = 0 at u = 1", "u = 1" },
        { "min((u - 1)^2; u) = 0 at u^2 = u", "(u - 1)^2 = 0" },
        { "min(3 u^4 - 4 u^3 - 12 u^2; u) = -5 at u = -1", "3 u^4 - 4 u^3 - 12 u^2 >= -5" },

        { "s^2 <= s assuming s > 0", "s^2 <= s" },
        { "(v v')^2 = v v' assuming v' v <= 1", "(v v')^2 = v v'" },
        { "E[e^2] = h assuming h < 1", "1 = h" },
    };

    [Theory]
    [MemberData(nameof(False))]
    public void What_is_nearly_true_is_refuted_where_it_is_false(string statement, string plainly)
    {
        var claims = Examined.Claims(plainly.Length == 0 ? [statement] : [statement, plainly]);
        var finding = Examined.Find(claims[0]);
        Assert.True(finding.Outcome == Outcome.Disagrees, $"{finding.Outcome}: {finding.Detail}");
        Assert.NotNull(finding.Counterexample);
        if (plainly.Length > 0)
        {
            var instance = Examined.Instance(finding.Counterexample);
            Assert.True(Examined.IsFalse((Comparison)claims[1].Statement, instance), finding.Detail);
            Assert.All(claims[0].Conditions.Where(condition => condition.Relation != Relation.Equal), condition => Assert.False(Examined.IsFalse(condition, instance)));
        }
    }
}
