using System.Text;
using System.Text.RegularExpressions;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Texts near a given one: tokens and lines replaced, removed, doubled, exchanged, and spliced in from other files.</summary>
internal static partial class TextMutations
{
    private static readonly string[] Odd =
    [
        "\u0000", "\t", "\r", "\u2028", "\u200F", "\u202E", "\uFEFF", "\u0301\u0301\u0301", "ŷ", "ﬃ", "Ａ", "𝔸", "😀", "ᵀ", "⁻¹", "²³", "₁₂", "ϵ", "µ", "∆", "\uFFFF", "′", "’", "“",
        "999999999999999999999999", "0.00000000000000000000001", "1000", "1001", "2147483648", "1/0", "0/0", "^64", "^65", "^(1/64)", "^(-63/64)", "^-1", "^2^2", ":=", "[", "]", "(", ")", ";", ",", "|", "'",
    ];

    public static string Of(string text, string[] lines, string[] tokens, SeededDraw draw)
    {
        for (var times = 1 + draw.Below(draw.Below(4) == 0 ? 12 : 3); times > 0; times--)
        {
            text = draw.Below(3) == 0 ? OfLines(text, lines, draw) : OfTokens(text, tokens, draw);
        }

        return text;
    }

    private static string OfLines(string text, string[] lines, SeededDraw draw)
    {
        List<string> all = [.. text.Split('\n')];
        var at = draw.Below(all.Count);
        switch (draw.Below(5))
        {
            case 0:
                all.RemoveAt(at);
                break;
            case 1:
                all.Insert(at, lines[draw.Below(lines.Length)]);
                break;
            case 2:
                all.Insert(at, all[draw.Below(all.Count)]);
                break;
            case 3:
                all[at] = all[at][..(all[at].Length / 2)] + lines[draw.Below(lines.Length)];
                break;
            default:
                (all[at], all[0]) = (all[0], all[at]);
                break;
        }

        return string.Join('\n', all);
    }

    private static string OfTokens(string text, string[] tokens, SeededDraw draw)
    {
        var found = Tokens().Matches(text);
        if (found.Count == 0)
        {
            return tokens[draw.Below(tokens.Length)];
        }

        var token = found[draw.Below(found.Count)];
        var other = found[draw.Below(found.Count)].Value;
        var put = draw.Below(8) switch
        {
            0 => "",
            1 => Odd[draw.Below(Odd.Length)],
            2 => token.Value + " " + Odd[draw.Below(Odd.Length)],
            3 => token.Value + " " + other,
            4 => $"({token.Value} {other})",
            5 => other,
            _ => tokens[draw.Below(tokens.Length)],
        };
        return new StringBuilder(text).Remove(token.Index, token.Length).Insert(token.Index, put).ToString();
    }

    /// <summary>Words, numbers and signs; of texts between quotes the parts.</summary>
    [GeneratedRegex(@"\w+|[:<>=!-]=|->|\S")]
    public static partial Regex Tokens();
}
