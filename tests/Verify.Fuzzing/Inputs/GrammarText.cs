using System.Text;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Claim files made from the grammar: every form of declaration, law, expression and statement, shapes right more often than not.</summary>
internal sealed class GrammarText
{
    // From the last to the first, since each rests on those before it.
    private static readonly (string Line, string[] Declared, string[] Words)[] Head = [.. """
        dim d, N, n
        dim k >= 2
        scalar c
        scalar σ > 0
        matrix A, B : d × d
        matrix S : d × d, sym
        matrix Λ : d × d, spd
        matrix D : d × d, diag
        matrix Q : d × d, orthogonal
        matrix M : d × n
        matrix W : (d + 1) × (d + 1)
        matrix K : (d * n) × (d * n)
        vector m, v : d
        index i, j : d
        param U : d × d
        param u, t : scalar
        random X : N × d ~ normal(rows: Λ)
        random V : n × d ~ moments(rows: Λ)
        random w : d ~ normal(I)
        random y : n ~ labels(of: V, yx: m, yy: c^2 + m' Λ^-1 m, cov: Λ)
        random r : d ~ rademacher
        random λ : scalar ~ exponential(2)
        random Φ : d × d, spd, diag ~ any
        let f(x, z) = x z x
        """.Split('\n').Reverse().Select(line => (line + "\n", Slices.DeclaredBy(line).ToArray(), Slices.WordsOf(line).ToArray()))];

    private static readonly string[] Squares = ["A", "B", "S", "Λ", "D", "Q", "U", "I", "Φ", "0", "ones", "X' X", "v m'", "w w'", "V' y y' V"];
    private static readonly string[] Vectors = ["v", "m", "w", "r", "ones", "i", "j", "V' y", "0"];
    private static readonly string[] Scalars = ["c", "σ", "u", "t", "d", "N", "n", "k", "λ", "0", "1", "2", "1/2", "0.1", "-3"];
    private static readonly string[] Relations = ["=", "=", "=", "!=", "<", "<=", ">", ">="];

    public string File(SeededDraw draw, int claims)
    {
        var text = new StringBuilder();
        for (var number = 0; number < claims; number++)
        {
            text.Append(draw.Below(4) == 0 ? "refute" : "claim").Append($" \"c{number}\": ").Append(Statement(draw));
            if (draw.Below(5) == 0)
            {
                text.Append(" assuming ").Append(Comparison(draw, 1));
            }

            if (draw.Below(12) == 0)
            {
                text.Append(" by ").Append(Comparison(draw, 2)).Append(", ").Append(Comparison(draw, 2));
            }

            text.Append('\n');
        }

        return Declarations(text.ToString(), draw) + text;
    }

    // Those that the claims rest on, so that most of an input is what it is about; one in a hundred is forgotten.
    private static string Declarations(string claims, SeededDraw draw)
    {
        var used = Pieces.Of(claims).ToHashSet();
        var kept = "";
        foreach (var (line, declared, words) in Head)
        {
            if (declared.Any(used.Contains) && draw.Below(100) > 0)
            {
                kept = line + kept;
                used.UnionWith(words);
            }
        }

        return kept;
    }

    private static string Statement(SeededDraw draw) => draw.Below(14) switch
    {
        0 => $"{Scalar(draw, 2)} conserved along flow({Loss(draw)}; U, u)",
        1 => $"{Comparison(draw, 2)} along flow({Loss(draw)}; U = {Square(draw, 1)}, u = {Scalar(draw, 1)})",
        2 => $"min({Loss(draw)}; U) = {Scalar(draw, 2)}",
        3 => $"min({Loss(draw)}; u) = {Scalar(draw, 2)} at u = {Scalar(draw, 1)}",
        4 => $"flow({Loss(draw)}; U = {Square(draw, 1)}) -> U = {Square(draw, 2)}",
        5 => $"{Scalar(draw, 2)} = {Scalar(draw, 2)} as N -> inf",
        6 => $"W [{Square(draw, 1)}, {Vector(draw, 1)}; {Vector(draw, 1)}', {Scalar(draw, 1)}] = [{Square(draw, 1)}, {Vector(draw, 1)}; {Vector(draw, 1)}', {Scalar(draw, 1)}] W",
        _ => Comparison(draw, 1 + draw.Below(3)),
    };

    private static string Comparison(SeededDraw draw, int depth)
    {
        var relation = Relations[draw.Below(Relations.Length)];
        return draw.Below(3) switch
        {
            0 => $"{Square(draw, depth)} {relation} {Square(draw, depth)}",
            1 => $"{Vector(draw, depth)} = {Vector(draw, depth)}",
            _ => $"{Scalar(draw, depth)} {relation} {Scalar(draw, depth)}",
        };
    }

    private static string Loss(SeededDraw draw) => draw.Below(3) == 0 ? Scalar(draw, 2) : $"norm({Square(draw, 1)} - u U {Square(draw, 1)})^2";

    private static string Square(SeededDraw draw, int depth) => depth <= 0 || draw.Below(5) == 0 ? Squares[draw.Below(Squares.Length)] : draw.Below(16) switch
    {
        0 or 1 => $"({Square(draw, depth - 1)} + {Square(draw, depth - 1)})",
        2 or 3 => $"({Square(draw, depth - 1)} {Square(draw, depth - 1)})",
        4 => $"({Square(draw, depth - 1)})'",
        5 => $"({Square(draw, depth - 1)})^{draw.Below(5) - 1}",
        6 => $"{Scalar(draw, depth - 1)} * ({Square(draw, depth - 1)})",
        7 => $"E[{Square(draw, depth - 1)}]",
        8 => $"grad({Scalar(draw, depth - 1)}; U)",
        9 => $"({Square(draw, depth - 1)} ∘ {Square(draw, depth - 1)})",
        10 => $"diag({Square(draw, depth - 1)})",
        11 => $"lim({Square(draw, depth - 1)}; N -> inf)",
        12 => $"({Square(draw, depth - 1)})[A := {Square(draw, depth - 1)}]",
        13 => $"f({Square(draw, depth - 1)}, {Square(draw, depth - 1)})",
        14 => $"Λ^({draw.Below(7) - 3}/{1 + draw.Below(4)})",
        _ => $"E[{Square(draw, depth - 1)} | X, w]",
    };

    private static string Vector(SeededDraw draw, int depth) => depth <= 0 || draw.Below(4) == 0 ? Vectors[draw.Below(Vectors.Length)] : draw.Below(6) switch
    {
        0 => $"({Vector(draw, depth - 1)} - {Vector(draw, depth - 1)})",
        1 => $"softmax({Vector(draw, depth - 1)})",
        2 => $"singular({Square(draw, depth - 1)})",
        3 => $"column({Square(draw, depth - 1)}; j)",
        4 => $"E[{Vector(draw, depth - 1)}]",
        _ => $"(({Square(draw, depth - 1)}) {Vector(draw, depth - 1)})",
    };

    private static string Scalar(SeededDraw draw, int depth) => depth <= 0 || draw.Below(5) == 0 ? Scalars[draw.Below(Scalars.Length)] : draw.Below(18) switch
    {
        0 or 1 => $"({Scalar(draw, depth - 1)} + {Scalar(draw, depth - 1)})",
        2 => $"(({Scalar(draw, depth - 1)}) * ({Scalar(draw, depth - 1)}))",
        3 => $"(({Scalar(draw, depth - 1)}) / ({Scalar(draw, depth - 1)}))",
        4 or 5 => $"tr({Square(draw, depth - 1)})",
        6 => $"norm({Square(draw, depth - 1)})",
        7 => $"opnorm({Square(draw, depth - 1)})",
        8 => $"det({Square(draw, depth - 1)})",
        9 => $"negatives({Square(draw, depth - 1)})",
        10 => $"E[{Scalar(draw, depth - 1)}]",
        11 => $"entry({Square(draw, depth - 1)}; i, {(draw.Below(2) == 0 ? "j" : "1")})",
        12 => $"sqrt({Scalar(draw, depth - 1)})",
        13 => $"({Vector(draw, depth - 1)})' ({Vector(draw, depth - 1)})",
        14 => $"min({Scalar(draw, depth - 1)}; t)",
        15 => $"lim({Scalar(draw, depth - 1)}; {(draw.Below(2) == 0 ? "N -> inf" : "σ -> 0")})",
        16 => $"tr(kron({Square(draw, depth - 1)}, {Square(draw, depth - 1)}) K)",
        _ => $"({Scalar(draw, depth - 1)})^{draw.Below(5) - 1}",
    };
}
