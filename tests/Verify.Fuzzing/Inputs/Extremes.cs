using System.Text;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Inputs that are much of one thing: deep, long, many, large.</summary>
internal static class Extremes
{
    private const string Head = "dim d, N\nscalar c\nmatrix A, B : d × d\nmatrix W : (d + 1) × (d + 1)\nparam U : d × d\nrandom X : N × d ~ normal(rows: I)\nrandom w : d ~ normal(I)\nvector v : d\n";

    /// <summary>A list of statements that is at most so many times one thing.</summary>
    public static string OfPapers(SeededDraw draw, int most)
    {
        var n = 1 + draw.Below(most);
        return draw.Below(4) switch
        {
            0 => "(1) | a statement\n" + Repeated("  a.claim\n", n),
            1 => "(1) | a statement\n  a.claim: " + Repeated("\"x\", ", n) + (draw.Below(2) == 0 ? "\"x\"\n" : "\"x\n"),
            2 => "(1) | a statement\n  " + Repeated(Pick(draw, "a.claim", ".claim: ", "../", "\"", "open: "), n) + "\n",
            _ => Repeated(Pick(draw, "(1) | a statement\n", "title  \"t\"\n", "|", " | ", "(1) | s\n  open: it\n"), n),
        };
    }

    /// <summary>A claim file that is at most so many times one thing.</summary>
    public static string Of(SeededDraw draw, Func<SeededDraw, string> word, int most)
    {
        var n = 1 + draw.Below(most);
        return Head + draw.Below(22) switch
        {
            20 => string.Concat(Enumerable.Range(0, n).Select(i => $"claim \"c{i}\": A + v = x{i}\n")),
            21 => string.Concat(Enumerable.Range(0, n).Select(i => $"scalar s{i}\nclaim \"c{i}\": t{i} = 0\n")),
            0 => $"claim \"c\": {Wrapped(Pick(draw, "(", "-", "[", "tr(", "E[", "sqrt(", "det(", "diag(", "vec("), "A", n, draw)} = c\n",
            1 => $"claim \"c\": {Repeated(Pick(draw, "A ", "A + ", "A' ", "c * ", "A ∘ ", "tr(A) ", "E[X' X] "), n)}A = A\n",
            2 => $"claim \"c\": A{Repeated(Pick(draw, "'", "^2", "^-1", "[c := c]", "[A := B]"), n)} = A\n",
            3 => $"claim \"c\": {Repeated("7", n * 4)} = c\n",
            4 => $"claim \"c\": {Repeated("kron(A, ", Math.Min(n, 249))}A{Repeated(")", Math.Min(n, 249))} = 0\n",
            5 => string.Concat(Enumerable.Range(0, n).Select(i => $"matrix M{i} : d × d\n")) + "claim \"c\": M0 = M1\n",
            6 => $"matrix {string.Join(", ", Enumerable.Range(0, n).Select(i => $"M{i}"))} : d × d\nclaim \"c\": M0 = 0\n",
            7 => $"dim {string.Join(", ", Enumerable.Range(0, n).Select(i => $"k{i}"))}\nmatrix M : {string.Join(" * ", Enumerable.Range(0, n).Select(i => $"k{i}"))} × d\nclaim \"c\": M = 0\n",
            8 => $"dim {string.Join(", ", Enumerable.Range(0, n).Select(i => $"k{i}"))}\nmatrix M : {string.Join(" * ", Enumerable.Range(0, n).Select(i => $"(k{i} + 1)"))} × d\nclaim \"c\": M = 0\n",
            9 => Doubling(n, "let L{0} = L{1} L{1}\n", draw),
            10 => Doubling(n, Pick(draw, "let L{0} = kron(L{1}, L{1})\n", "let L{0} = kron(L{1}, W)\n", "let L{0} = vec(L{1})\n", "let L{0} = vec(L{1} L{1}')\n"), draw),
            11 => Doubling(n, "let L{0} = [L{1}, L{1}; L{1}, L{1}]\n", draw),
            12 => Nested(draw.Below(8) == 0 ? n : 1 + (n % 3)),
            13 => $"claim \"c\": [{string.Join("; ", Enumerable.Range(0, 1 + (n % 100)).Select(_ => string.Join(", ", Enumerable.Repeat(Pick(draw, "A", "0", "I", "ones"), 1 + (n % 100)))))}] = 0\n",
            14 => string.Concat(Enumerable.Range(0, n).Select(i => $"claim \"c{i}\": W [A, v; v', c] = 0\n")),
            15 => string.Concat(Enumerable.Range(1, n).Select(i => $"dim e{i} >= {(i == 1 ? "d" : $"e{i - 1}")} + {draw.Below(1001)}\n")) + $"matrix M : e{n} × e{n}\nclaim \"c\": tr(M)/(e{n} - d) = 0\n",
            16 => $"claim \"c\": A = A assuming {string.Join(", ", Enumerable.Repeat("A > 0", n))} by {string.Join(", ", Enumerable.Repeat("A = A", n))}\n",
            17 => $"claim \"c\": grad({Repeated("tr(U) ", Math.Min(n, 900))}; U) = 0\nclaim \"m\": E[{Repeated("w w' ", Math.Min(n, 400))}] = 0\n",
            18 => string.Concat(Enumerable.Range(0, n).Select(i => $"use \"{Pick(draw, "lsa", "there", "back", "../lsa", "nowhere", "x")}\"\n")),
            _ => string.Concat(Enumerable.Range(0, n).Select(_ => word(draw) + (draw.Below(9) == 0 ? "\n" : " "))),
        };
    }

    // Four of them come to the limit of the parts of an expression, which takes a fifth of a second.
    private static string Nested(int n) =>
        "let F0(x) = x x\n" + string.Concat(Enumerable.Range(1, n).Select(i => $"let F{i}(x) = F{i - 1}(F{i - 1}(x))\n")) + $"claim \"c\": F{n}(A) = A\n";

    private static string Doubling(int n, string step, SeededDraw draw)
    {
        var count = Math.Min(n, 1 + draw.Below(40));
        var lines = Enumerable.Range(1, count).Select(i => step.Replace("{0}", $"{i}").Replace("{1}", $"{i - 1}"));
        return "let L0 = A\n" + string.Concat(lines) + $"claim \"c\": L{count} = 0\n";
    }

    private static string Wrapped(string open, string inner, int depth, SeededDraw draw)
    {
        var close = open.EndsWith('(') ? ")" : open.EndsWith('[') ? "]" : "";
        return Repeated(open, depth) + inner + Repeated(close, draw.Below(4) == 0 ? draw.Below(depth + 1) : depth);
    }

    private static string Pick(SeededDraw draw, params string[] from) => from[draw.Below(from.Length)];

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
