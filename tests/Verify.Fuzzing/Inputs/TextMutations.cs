using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Texts near a given one: pieces and lines replaced, removed, doubled, exchanged, and put in from other texts.</summary>
internal sealed class TextMutations(IEnumerable<string> texts)
{
    private static readonly string[] Odd =
    [
        "\u0000", "\t", "\r", "\u2028", "\u200F", "\u202E", "\uFEFF", "\u0301\u0301\u0301", "ŷ", "ﬃ", "Ａ", "𝔸", "😀", "ᵀ", "⁻¹", "²³", "₁₂", "ϵ", "µ", "∆", "\uFFFF", "′", "’", "“",
        "999999999999999999999999", "0.00000000000000000000001", "1000", "1001", "2147483648", "1/0", "0/0", "^64", "^65", "^(1/64)", "^(-63/64)", "^-1", "^2^2", ":=", "[", "]", "(", ")", ";", ",", "|", "'",
    ];

    private readonly string[] _lines = [.. texts.SelectMany(text => text.Split('\n')).Distinct().Order(StringComparer.Ordinal)];
    private readonly string[] _words = [.. texts.SelectMany(Pieces.Of).Where(piece => !Pieces.IsGap(piece)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A text in which something is changed, mostly once or twice.</summary>
    public string Of(IEnumerable<string> text, SeededDraw draw)
    {
        List<string> pieces = [.. text];
        for (var times = Mix.Length(draw, 16); times > 0; times--)
        {
            if (pieces.Count == 0)
            {
                pieces.Add(Word(draw));
            }

            if (draw.Below(4) == 0)
            {
                ChangeLine(pieces, draw);
            }
            else
            {
                ChangePiece(pieces, draw);
            }
        }

        return string.Concat(pieces);
    }

    /// <summary>Words and signs of the texts without any order.</summary>
    public string Disorder(SeededDraw draw, int most) =>
        string.Concat(Enumerable.Range(0, Mix.Length(draw, most)).Select(_ => (draw.Below(20) == 0 ? Odd[draw.Below(Odd.Length)] : Word(draw)) + (draw.Below(9) == 0 ? "\n" : draw.Below(4) == 0 ? "" : " ")));

    /// <summary>A word or sign of the texts.</summary>
    public string Word(SeededDraw draw) => _words[draw.Below(_words.Length)];

    private void ChangeLine(List<string> pieces, SeededDraw draw)
    {
        var (start, count) = LineAround(pieces, draw.Below(pieces.Count));
        var line = pieces.GetRange(start, count);
        switch (draw.Below(6))
        {
            case 0:
                pieces.RemoveRange(start, count);
                break;
            case 1:
                pieces.Insert(start, _lines[draw.Below(_lines.Length)] + "\n");
                break;
            case 2:
                pieces.InsertRange(start, line);
                break;
            case 3:
                pieces.RemoveRange(start + (count / 2), count - (count / 2));
                pieces.Insert(start + (count / 2), _lines[draw.Below(_lines.Length)] + "\n");
                break;
            case 4:
                pieces.RemoveRange(start, count);
                pieces.InsertRange(LineAround(pieces, draw.Below(pieces.Count + 1)).Start, line);
                break;
            default:
                pieces.RemoveRange(start + count, pieces.Count - start - count);
                break;
        }
    }

    private void ChangePiece(List<string> pieces, SeededDraw draw)
    {
        var at = NoGap(pieces, draw);
        var (piece, other) = (pieces[at], pieces[NoGap(pieces, draw)]);
        switch (draw.Below(10))
        {
            case 0:
                pieces.RemoveAt(at);
                break;
            case 1:
                pieces[at] = Odd[draw.Below(Odd.Length)];
                break;
            case 2:
                pieces.Insert(at + 1, Odd[draw.Below(Odd.Length)]);
                break;
            case 3:
                pieces.InsertRange(at + 1, [" ", other]);
                break;
            case 4:
                pieces[at] = $"({piece} {other})";
                break;
            case 5:
                pieces.Insert(at, Word(draw));
                break;
            case 6:
                var from = draw.Below(pieces.Count);
                pieces.InsertRange(at, pieces.GetRange(from, Math.Min(Mix.Length(draw, 32), pieces.Count - from)));
                break;
            case 7:
                pieces[at] = Word(draw);
                break;
            default:
                pieces[at] = other;
                break;
        }
    }

    private static int NoGap(List<string> pieces, SeededDraw draw)
    {
        var at = draw.Below(pieces.Count);
        return at + 1 < pieces.Count && Pieces.IsGap(pieces[at]) ? at + 1 : at;
    }

    private static (int Start, int Count) LineAround(List<string> pieces, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && !pieces[start - 1].EndsWith('\n'))
        {
            start--;
        }

        while (end < pieces.Count && !pieces[end].EndsWith('\n'))
        {
            end++;
        }

        return (start, Math.Min(end + 1, pieces.Count) - start);
    }
}
