using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Language.Tests.Elaboration;

/// <summary>What is written in the claim language against the same function written out by hand over plain arrays, at d = 3 and N = 2.</summary>
public sealed class HandWrittenFunctionTests
{
    private const int D = 3;
    private const int N = 2;
    private static readonly double[,] A = Draw(1, D, D), U = Draw(2, D, D), C = Draw(3, N, D), V = Draw(4, D, 1), Y = Draw(5, N, 1), W = Draw(6, D + 1, D + 1);
    private static readonly double S = 0.7;
    private static readonly double[,] L = PlainValue.Build(D, D, (i, j) => Range(D).Sum(k => A[i, k] * A[j, k]) + (i == j ? 2 : 0));

    private static readonly Dictionary<string, Func<int, int, double>> Functions = new()
    {
        ["A U"] = (i, j) => Range(D).Sum(k => A[i, k] * U[k, j]),
        ["A' U"] = (i, j) => Range(D).Sum(k => A[k, i] * U[k, j]),
        ["A U'"] = (i, j) => Range(D).Sum(k => A[i, k] * U[j, k]),
        ["C' C"] = (i, j) => Range(N).Sum(k => C[k, i] * C[k, j]),
        ["A - 2 U"] = (i, j) => A[i, j] - (2 * U[i, j]),
        ["-A + U/N"] = (i, j) => -A[i, j] + (U[i, j] / N),
        ["A^2"] = (i, j) => Range(D).Sum(k => A[i, k] * A[k, j]),
        ["A ∘ U"] = (i, j) => A[i, j] * U[i, j],
        ["A ∘ U'"] = (i, j) => A[i, j] * U[j, i],
        ["diag(A)"] = (i, j) => i == j ? A[i, j] : 0,
        ["(1 + 1/N) Λ + tr(Λ)/N * I"] = (i, j) => (1.5 * L[i, j]) + (i == j ? Range(D).Sum(k => L[k, k]) / 2 : 0),
        ["tr(A U)"] = (_, _) => Range(D).Sum(i => Range(D).Sum(k => A[i, k] * U[k, i])),
        ["tr(A) tr(U)"] = (_, _) => Range(D).Sum(i => A[i, i]) * Range(D).Sum(i => U[i, i]),
        ["v' A v"] = (_, _) => Range(D).Sum(i => Range(D).Sum(j => V[i, 0] * A[i, j] * V[j, 0])),
        ["v v'"] = (i, j) => V[i, 0] * V[j, 0],
        ["y' C v"] = (_, _) => Range(N).Sum(i => Range(D).Sum(j => Y[i, 0] * C[i, j] * V[j, 0])),
        ["norm(C)^2"] = (_, _) => Range(N).Sum(i => Range(D).Sum(j => C[i, j] * C[i, j])),
        ["sqrt(v' v)"] = (_, _) => Math.Sqrt(Range(D).Sum(i => V[i, 0] * V[i, 0])),
        ["s^2 - s/3 + 0.25"] = (_, _) => (S * S) - (S / 3) + 0.25,
        ["1/2 s"] = (_, _) => S / 2,
        ["A v / d - v"] = (i, _) => (Range(D).Sum(k => A[i, k] * V[k, 0]) / D) - V[i, 0],
        ["A[A := A']"] = (i, j) => A[j, i],
        ["(A U)[A := U, U := A]"] = (i, j) => Range(D).Sum(k => U[i, k] * A[k, j]),
        ["(s A)[s := N]"] = (i, j) => N * A[i, j],
        ["[v', s] W [v; s]"] = (_, _) => Range(D + 1).Sum(i => Range(D + 1).Sum(j => Extended(i) * W[i, j] * Extended(j))),
        ["[0, v; v', s] [v; s]"] = (i, _) => i < D ? V[i, 0] * S : Range(D).Sum(k => V[k, 0] * V[k, 0]) + (S * S),
        ["[A, 0; 0, s]"] = (i, j) => i < D && j < D ? A[i, j] : i == D && j == D ? S : 0,
        ["grad(tr(U' A U); U)"] = (i, j) => Range(D).Sum(k => (A[i, k] + A[k, i]) * U[k, j]),
        ["grad(tr(A U)^2; U)"] = (i, j) => 2 * A[j, i] * Range(D).Sum(k => Range(D).Sum(l => A[k, l] * U[l, k])),
        ["grad(v' U v; U)[U := A]"] = (i, j) => V[i, 0] * V[j, 0],
        ["grad(tr(U U); U)[U := A]"] = (i, j) => 2 * A[j, i],
        ["grad([v', s] W [v; s]; W)"] = (i, j) => Extended(i) * Extended(j),
        ["A (v v') A'"] = (i, j) => Range(D).Sum(k => A[i, k] * V[k, 0]) * Range(D).Sum(k => A[j, k] * V[k, 0]),
        ["Λ^-1 Λ + A"] = (i, j) => (i == j ? 1 : 0) + A[i, j],
        ["twice(A) - A"] = (i, j) => A[i, j],
        ["form(A + U, v)"] = (_, _) => Range(D).Sum(i => Range(D).Sum(j => V[i, 0] * (A[i, j] + U[i, j]) * V[j, 0])),
        ["form(I, A v)"] = (_, _) => Range(D).Sum(i => Math.Pow(Range(D).Sum(j => A[i, j] * V[j, 0]), 2)),
        ["d N + d - 1"] = (_, _) => (D * N) + D - 1,
        ["tr(A - U + I + 0)"] = (_, _) => Range(D).Sum(i => A[i, i] - U[i, i] + 1),
        ["A ∘ ones - ones"] = (i, j) => A[i, j] - 1,
        ["s ones + U"] = (i, j) => S + U[i, j],
        ["C ones"] = (i, _) => Range(D).Sum(k => C[i, k]),
        ["ones' C"] = (_, j) => Range(N).Sum(k => C[k, j]),
        ["v ones' + A"] = (i, j) => V[i, 0] + A[i, j],
        ["s ones' C ones + ones' y"] = (_, _) => (S * Range(N).Sum(i => Range(D).Sum(j => C[i, j]))) + Range(N).Sum(i => Y[i, 0]),
        ["A (ones ones') U"] = (i, j) => Range(D).Sum(k => A[i, k]) * Range(D).Sum(k => U[k, j]),
        ["A (ones' A ones)"] = (i, j) => A[i, j] * Range(D).Sum(k => Range(D).Sum(l => A[k, l])),
        ["[A, ones; v', s] ones"] = (i, _) => i < D ? Range(D).Sum(k => A[i, k]) + 1 : Range(D).Sum(k => V[k, 0]) + S,
        ["entry(C; i, j)"] = (_, _) => C[1, 2],
        ["entry(A U; j, j) s"] = (_, _) => S * Range(D).Sum(k => A[2, k] * U[k, 2]),
        ["entry(A v; j)"] = (_, _) => Range(D).Sum(k => A[2, k] * V[k, 0]),
        ["i j' ∘ C"] = (k, l) => k == 1 && l == 2 ? C[1, 2] : 0,
        ["column(C; j) - y"] = (k, _) => C[k, 2] - Y[k, 0],
        ["column(A; j)' A"] = (_, l) => Range(D).Sum(k => A[k, 2] * A[k, l]),
        ["C C' - column(I; 1) column(I; 1)'"] = (k, l) => Range(D).Sum(m => C[k, m] * C[l, m]) - (k == 0 && l == 0 ? 1 : 0),
        ["diagonalEntry(A, j)"] = (_, _) => A[2, 2],
        ["entry(C; i, 1)[i := column(I; 1)]"] = (_, _) => C[0, 0],
        ["grad(entry(U; 1, j); U)"] = (k, l) => k == 0 && l == 2 ? 1 : 0,
        ["vec(C)"] = (k, _) => C[k % N, k / N],
        ["vec(C')"] = (k, _) => C[k / D, k % D],
        ["vec(v)"] = (k, _) => V[k, 0],
        ["kron(C, A)"] = (i, j) => C[i / D, j / D] * A[i % D, j % D],
        ["kron(y', v)"] = (i, j) => Y[j, 0] * V[i, 0],
        ["kron(s, C) - kron(C, s)"] = (_, _) => 0,
        ["kron(C, A) vec(U)"] = (k, _) => Range(D).Sum(j => Range(D).Sum(l => A[k % D, l] * U[l, j]) * C[k / D, j]),
        ["kron(A', I) vec(C)"] = (k, _) => Range(D).Sum(j => C[k % N, j] * A[j, k / N]),
        ["kron([A, v], C)"] = (i, j) => (j / D < D ? A[i / N, j / D] : V[i / N, 0]) * C[i % N, j % D],
        ["vec([A, v; v', s])"] = (k, _) => (k % (D + 1), k / (D + 1)) is var (i, j) && i < D && j < D ? A[i, j] : (k % (D + 1)) + (k / (D + 1)) == 2 * D ? S : V[Math.Min(k % (D + 1), k / (D + 1)), 0],
        ["softmax(v)"] = (i, _) => Math.Exp(V[i, 0]) / Range(D).Sum(j => Math.Exp(V[j, 0])),
        ["C softmax(A v) s"] = (i, _) => S * Range(D).Sum(k => C[i, k] * Weight(k)) / Range(D).Sum(Weight),
        ["A ∘ (softmax(v) ones')"] = (i, j) => A[i, j] * Math.Exp(V[i, 0]) / Range(D).Sum(k => Math.Exp(V[k, 0])),
        ["C A C'"] = (i, j) => Range(D).Sum(k => Range(D).Sum(l => C[i, k] * A[k, l] * C[j, l])),
    };

    /// <summary>The texts.</summary>
    public static TheoryData<string> Texts => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void IsTheFunctionWrittenByHand(string text)
    {
        var file = SoundFile.Read(SampleSymbols.Declarations + "index i : N\nindex j : d\nlet diagonalEntry(P, l) = entry(P; l, l)\nlet twice(P) = P + P\nlet form(P, x) = x' P x\nshow " + text);
        var expression = Assert.Single(file.Shows).Expression;
        var value = new PlainValue(dimension => dimension.Name == "d" ? D : N, symbol => symbol.Name switch
        {
            "A" => A, "U" => U, "C" => C, "v" => V, "y" => Y, "W" => W, "Λ" => L, "i" => Place(N, 1), "j" => Place(D, 2), _ => new[,] { { S } },
        }).Of(expression);
        Assert.Equal((expression.Shape.Rows.Evaluate(SizeOf), expression.Shape.Columns.Evaluate(SizeOf)), (value.GetLength(0), value.GetLength(1)));
        for (var i = 0; i < value.GetLength(0); i++)
        {
            for (var j = 0; j < value.GetLength(1); j++)
            {
                Assert.Equal(Functions[text](i, j), value[i, j], 1e-6);
            }
        }
    }

    private static int SizeOf(Dimension dimension) => dimension.Name == "d" ? D : N;

    private static double[,] Place(int size, int place) => PlainValue.Build(size, 1, (i, _) => i == place ? 1 : 0);

    private static double Weight(int k) => Math.Exp(Range(D).Sum(l => A[k, l] * V[l, 0]));

    private static double Extended(int i) => i < D ? V[i, 0] : S;

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private static double[,] Draw(ulong seed, int rows, int columns) => new SeededDraw(seed) is var draw ? PlainValue.Build(rows, columns, (_, _) => draw.Symmetric()) : null!;
}
