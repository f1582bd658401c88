using static Verify.Coordinates.Tests.HandWritten.Plain;

namespace Verify.Coordinates.Tests.HandWritten;

/// <summary>The texts and the functions. Where an expectation stands in the text, the function integrates.</summary>
public sealed partial class HandWrittenTests
{
    private static readonly Dictionary<string, Func<Values, double[,]>> Cases = new()
    {
        // Operators and what binds how.
        ["A B - B A"] = x => Add(Mul(x["A"], x["B"]), Scale(-1, Mul(x["B"], x["A"]))),
        ["A B' v"] = x => Mul(x["A"], T(x["B"]), x["v"]),
        ["-A^2"] = x => Scale(-1, Mul(x["A"], x["A"])),
        ["2 c A / 3"] = x => Scale(2 * x.Number("c") / 3, x["A"]),
        ["A ∘ B + c A"] = x => Add(Fill(2, 2, (i, j) => x["A"][i, j] * x["B"][i, j]), Scale(x.Number("c"), x["A"])),
        ["1/2 v' A v"] = x => Scale(0.5, Mul(T(x["v"]), x["A"], x["v"])),
        ["B (v' A v)"] = x => Scale(Mul(T(x["v"]), x["A"], x["v"])[0, 0], x["B"]),
        ["c^3 - c^-2"] = x => One(Math.Pow(x.Number("c"), 3) - Math.Pow(x.Number("c"), -2)),
        ["Λ^-1 + Λ^-2"] = x => Add(Inv(x["Λ"]), Mul(Inv(x["Λ"]), Inv(x["Λ"]))),
        ["d N + M^2"] = _ => One((2 * 1) + 9),
        ["σ^(-1/2)"] = x => One(1 / Math.Sqrt(x.Number("σ"))),

        // Functions.
        ["tr(A)^2 - tr(A^2)"] = x => One(Math.Pow(Tr(x["A"]), 2) - Tr(Mul(x["A"], x["A"]))),
        ["diag(A B)"] = x => Fill(2, 2, (i, j) => i == j ? Mul(x["A"], x["B"])[i, i] : 0),
        ["norm(C)"] = x => One(Math.Sqrt(x["C"].Cast<double>().Sum(y => y * y))),
        ["norm(A v - m) sqrt(σ)"] = x => One(Math.Sqrt(Add(Mul(x["A"], x["v"]), Scale(-1, x["m"])).Cast<double>().Sum(y => y * y)) * Math.Sqrt(x.Number("σ"))),
        ["opnorm(C)"] = x => One(Math.Sqrt(LargestRoot(Mul(x["C"], T(x["C"]))))),
        ["tr(I + 0 A)"] = _ => One(2),
        ["[A, v; m', c]"] = x => Blocks(x["A"], x["v"], T(x["m"]), x["c"]),
        ["[C, A] [C, A]'"] = x => Add(Mul(x["C"], T(x["C"])), Mul(x["A"], T(x["A"]))),
        ["[I, 0; 0, c] F"] = x => Fill(3, 3, (i, j) => (i == 2 ? x.Number("c") : 1) * x["F"][i, j]),
        ["[v', c] F [m; 1]"] = x => Mul(Blocks(T(x["v"]), x["c"], new double[0, 2], new double[0, 1]), x["F"], Fill(3, 1, (i, _) => i < 2 ? x["m"][i, 0] : 1)),

        // Entries and ones.
        ["entry(A B; 1, 1)"] = x => One(Mul(x["A"], x["B"])[0, 0]),
        ["column(C; 1)"] = x => Fill(2, 1, (i, _) => x["C"][i, 0]),
        ["ones' C ones"] = x => One(x["C"].Cast<double>().Sum()),
        ["A ∘ ones + c ones"] = x => Fill(2, 2, (i, j) => x["A"][i, j] + x.Number("c")),
        ["A (ones v')"] = x => Fill(2, 2, (i, j) => (x["A"][i, 0] + x["A"][i, 1]) * x["v"][j, 0]),
        ["E[entry(q; 1)^2 q]"] = x => Expect(Zero(), x["Λ"], q => Scale(q[0, 0] * q[0, 0], q)),

        // Definitions, and substitution with its capture rules.
        ["quad(A + B, m)"] = x => Mul(T(x["m"]), Add(x["A"], x["B"]), x["m"]),
        ["twice(twice(A))"] = x => Scale(4, x["A"]),
        ["(A B v)[A := B, B := A]"] = x => Mul(x["B"], x["A"], x["v"]),
        ["Γ[N := M]"] = x => Add(Scale(1 + (1 / 3.0), x["Λ"]), Scale(Tr(x["Λ"]) / 3, Eye(2))),
        ["grad(tr(U A U'); U)[U := I]"] = x => Add(x["A"], T(x["A"])),
        ["grad(u^2 (a' v); a)[u := 3]"] = x => Scale(9, x["v"]),
        ["E[c q q'][c := q' q]"] = x => Scale(Mul(T(x["q"]), x["q"])[0, 0], x["Λ"]),
        ["E[U q q'][U := X' X]"] = x => Mul(T(x["X"]), x["X"], x["Λ"]),

        // Expectations.
        ["E[q' A q]"] = x => Expect(Zero(), x["Λ"], q => Mul(T(q), x["A"], q)),
        ["E[(q' A q)^2]"] = x => Expect(Zero(), x["Λ"], q => One(Math.Pow(Mul(T(q), x["A"], q)[0, 0], 2))),
        ["E[w w' A w]"] = x => Expect(x["m"], Eye(2), w => Mul(w, T(w), x["A"], w)),
        ["E[S A S]"] = x => Expect(Zero(), x["Λ"], row => Mul(Mul(row, T(row)), x["A"], Mul(row, T(row)))),
        ["E[e^4]"] = x => Expect(x["c"], One(Math.Pow(x.Number("σ"), 2)), e => One(Math.Pow(e[0, 0], 4))),
        ["E[(q' w)^2 | w]"] = x => Expect(Zero(), x["Λ"], q => One(Math.Pow(Mul(T(q), x["w"])[0, 0], 2))),
        ["E[(q' w)^2]"] = x => Expect(x["m"], Eye(2), w => Expect(Zero(), x["Λ"], q => One(Math.Pow(Mul(T(q), w)[0, 0], 2)))),
        ["E[q' w]^2 - E[E[q' w | w]^2]"] = _ => One(0),
        ["E[E[(q' w)^2 | q] q' q]"] = x => Expect(Zero(), x["Λ"], q => Scale(Mul(T(q), q)[0, 0], Expect(x["m"], Eye(2), w => One(Math.Pow(Mul(T(q), w)[0, 0], 2))))),
        ["E[z z' + z v']"] = x => Add(x["Λ"], Add(Mul(x["m"], T(x["m"])), Mul(x["m"], T(x["v"])))),
        ["q' E[q q'] q"] = x => Mul(T(x["q"]), x["Λ"], x["q"]),

        // Gradients, minima and limits.
        ["grad(tr(A U B U'); U)"] = x => Gradient(U => Tr(Mul(x["A"], U, x["B"], T(U))), x["U"]),
        ["grad(tr((Λ + U U')^-1); U)"] = x => Gradient(U => Tr(Inv(Add(x["Λ"], Mul(U, T(U))))), x["U"]),
        ["grad([a', u] G G' [a; u]; G)"] = x => Gradient(G => Bilinear(x, G), x["G"]),
        ["grad(E[(q' U w)^2]; U)"] = x => Gradient(U => Expect(x["m"], Eye(2), w => Expect(Zero(), x["Λ"], q => One(Math.Pow(Mul(T(q), U, w)[0, 0], 2))))[0, 0], x["U"]),
        ["grad(tr(U V' U V); V)"] = x => Gradient(V => Tr(Mul(x["U"], T(V), x["U"], V)), x["V"]),
        ["min(a' Λ a - 2 v' a; a)"] = x => Scale(-1, Mul(T(x["v"]), Inv(x["Λ"]), x["v"])),
        ["lim(tr(Γ^-1); N -> inf)"] = x => One(Tr(Inv(x["Λ"]))),
        ["lim((c^2 - σ^2) / (c - σ); c -> σ)"] = x => One(2 * x.Number("σ")),
        ["Λ^(1/2) Ω Λ^(1/2)"] = x => Mul(Sqrt(x["Λ"]), x["Ω"], Sqrt(x["Λ"])),
    };

    private static double[,] Zero() => new double[2, 1];

    private static double LargestRoot(double[,] a)
    {
        var (trace, determinant) = (Tr(a), (a[0, 0] * a[1, 1]) - (a[0, 1] * a[1, 0]));
        return (trace + Math.Sqrt((trace * trace) - (4 * determinant))) / 2;
    }

    private static double Bilinear(Values x, double[,] g)
    {
        var column = Fill(3, 1, (i, _) => i < 2 ? x["a"][i, 0] : x.Number("u"));
        return Mul(T(column), g, T(g), column)[0, 0];
    }
}
