using System.Collections.Immutable;
using Verify.Language;
using Verify.Testing;

namespace Verify.Evidence.Tests.Soundness;

/// <summary>Statements with drawn numbers, made to be true or false as asked by what is known of them on paper.</summary>
internal static class DrawnStatements
{
    /// <summary>One statement for each form of claim and each part of the algebra.</summary>
    public static ImmutableArray<Func<SeededDraw, bool, string>> All { get; } =
    [
        (n, ok) => (n.Below(4) + 1, n.Below(4) + 1) is var (a, b) ? $"grad({a} tr(A U B U') + {b} tr(A U)^2; U) = {a} (A' U B' + A U B) + {(ok ? 2 * b : b)} tr(A U) A'" : "",
        (n, ok) => n.Below(3) is var a ? $"grad(tr((U + {a} Λ)^-1 B); U) = -(U' + {a} Λ)^-1 {(ok ? "B'" : "B")} (U' + {a} Λ)^-1" : "",
        (n, ok) => (n.Below(4) + 1, n.Below(4) + 1) is var (a, b) ? $"min({a} tr(U Λ U') - {2 * b} tr(A' U); U) = -{Over(b * b, a)} tr(A Λ^-1 A') at U = {Over(b, a)} {(ok ? "A" : "A'")} Λ^-1" : "",
        (n, ok) => (n.Below(4) + 1, (2 * n.Below(5)) - 4, n.Below(5)) is var (a, b, c) ? $"min({a} u^2 + {b} u + {c}; u) = {new Rational((4 * a * (ok ? c : c + 1)) - (b * b), 4 * a)} at u = {new Rational(-b, 2 * a)}" : "",
        (n, ok) => (n.Below(4) + 1, n.Below(4) + 1) is var (a, b) ? $"({a} Λ + {b} I)^-1 < {Over(1, ok ? b : b + 1)} I" : "",
        (n, ok) => (n.Below(4) + 1, n.Below(4) + 1) is var (a, b) ? $"({a} P + {b} I)^-1 {(ok ? "<=" : "<")} {Over(1, b)} I" : "",
        (n, ok) => (n.Below(3) + 1, n.Below(3)) is var (a, more) ? $"A' A - {a} (A' B + B' A) + {(ok ? (a * a) + more : (a * a) - 1 - more)} B' B >= 0".Replace("+ -", "- ", StringComparison.Ordinal) : "",
        (n, ok) => (2 * n.Below(4), n.Below(3)) is var (a, more) ? $"s^2 + {a} s t + {(ok ? (a * a / 4) + more : (a * a / 4) - 1)} t^2 >= 0".Replace("+ -", "- ", StringComparison.Ordinal) : "",
        (n, ok) => (n.Below(4) + 1, n.Below(9) - 4, n.Below(9) - 4) is var (a, b, k) ? $"{a} s + {b} >= {(a * k) + b + (ok ? -n.Below(3) : 1)} assuming s >= {k}" : "",
        (n, ok) => (n.Below(3) + 1, n.Below(3) + 1) is var (a, b) ? $"{a} u^2 - {(ok ? a : a + b)} v^2 conserved along flow((u v - s)^2 + {b} (u v)^4; u, v)" : "",
        (n, ok) => n.Below(3) + 1 is var k ? $"A B^{k} A^-1 = B^{k}{(ok ? "" : "'")} assuming A B = B A" : "",
        (n, ok) => (n.Below(4) + 1, n.Below(4) + 1) is var (a, b) ? $"lim(({a} N + s)/({b} N + 1); N -> inf) = {Over(a, b)}{(ok ? "" : " + s")}" : "",
        (n, ok) => n.Below(4) + 1 is var a ? $"lim(N tr((Λ + {a}/N * I)^-1 - Λ^-1); N -> inf) = -{(ok ? a : a + 1)} tr(Λ^-2)" : "",
        (n, ok) => (n.Below(4), n.Below(3)) is var (a, b) ? $"tr(Λ) + {a} != {(ok ? a - b : a + b + 1)}" : "",
        (n, ok) => $"E[tr(X' X)^2] = N^2 tr(Λ)^2 + {(ok ? 2 : 3 + n.Below(3))} N tr(Λ^2)",
        (n, ok) => $"E[(q' A q)^2] = tr(A Λ)^2 + tr(A Λ A Λ) + {(ok ? "" : $"{n.Below(3) + 2} ")}tr(A Λ A' Λ)",
        (n, ok) => $"E[X' X A X' X] = N^2 Λ A Λ + N tr(A Λ) Λ + N Λ {(ok ? "A'" : "A")} Λ",
        (n, ok) => $"E[X A X'] = {(ok ? "" : "N ")}tr(A Λ) I",
        (n, ok) => n.Below(4) + 1 is var a ? $"E[{a} H^2 + tr(H) I] = {a} {(ok ? "E[H^2]" : "E[H]^2")} + E[tr(H)] I" : "",
        (n, ok) => n.Below(4) + 1 is var a ? $"E[{a} m' A m] = {a} tr(A Ω) + {(ok ? a : a + 1)} x' A x" : "",
        (n, ok) => n.Below(4) + 1 is var a ? $"tr(Q (A + {a} S) Q{(ok ? "'" : "")}) = tr(A) + {a} tr(S)" : "",
        (n, ok) => $"tr(diag(A) {(ok ? "D" : "B")}) = tr(A {(ok ? "D" : "B")})",
        (n, ok) => n.Below(3) + 1 is var a ? $"(Λ^(1/2) + {a} I)^2 = Λ + {(ok ? 2 * a : a)} Λ^(1/2) + {a * a} I" : "",
        (n, ok) => (n.Below(3) + 1, n.Below(3) + 1, n.Below(3) + 1, n.Below(3) + 1) is var (a, b, c, e)
            ? $"{(a * e) - (b * c) + (ok ? 0 : 1)} ({a} Λ + {b} I)^-1 ({c} Λ + {e} I)^-1 = {a} ({a} Λ + {b} I)^-1 - {c} ({c} Λ + {e} I)^-1" : "",
        (n, ok) => n.Below(3) + 1 is var a ? $"(G G' + {a} I)^-1 G = G (G' G + {(ok ? a : a + 1)} I)^-1" : "",
        (n, ok) => n.Below(4) + 1 is var a ? $"{a} norm(A)^2 = {a} tr(A {(ok ? "A'" : "A")})" : "",
        (n, ok) => $"s^{(ok ? 2 : 3)} {(n.Below(2) == 0 ? "+ r" : "+ tr(P)")} >= 0",
        (n, ok) => $"tr(A {(ok ? "P" : "S")} A' Λ) >= 0",
        (n, ok) => $"(s^2 Λ + {n.Below(3) + 1} I)^-1 s^2 Λ {(ok ? ">=" : ">")} 0",
        (n, ok) => $"tr(Λ)^2 {(ok ? "<=" : "<")} d * tr(Λ^2)",
    ];

    private static Rational Over(int a, int b) => new(a, b);
}
