using System.Globalization;

namespace Verify.Fuzzing.Inputs;

/// <summary>A text cut into words, numbers, signs and the gaps between them; together they are the text.</summary>
internal static class Pieces
{
    public static List<string> Of(string text)
    {
        List<string> pieces = [];
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            pieces.Add(text[at..end]);
            at = end;
        }

        return pieces;
    }

    /// <summary>Whether it is a gap: a line's end or blanks.</summary>
    public static bool IsGap(string piece) => piece[0] is ' ' or '\t' or '\n' or '\r';

    /// <summary>Whether it is a word, which may name something.</summary>
    public static bool IsWord(string piece) => IsOfWord(piece, 0) && !char.IsAsciiDigit(piece[0]);

    private static int EndOf(string text, int at)
    {
        var (end, first) = (at + 1, text[at]);
        if (first == '\n')
        {
            return end;
        }

        if (first is ' ' or '\t')
        {
            return While(text, end, i => text[i] is ' ' or '\t');
        }

        if (IsOfWord(text, at))
        {
            return While(text, end, char.IsAsciiDigit(first) ? i => char.IsAsciiDigit(text[i]) : i => IsOfWord(text, i));
        }

        return end < text.Length && (char.IsSurrogatePair(first, text[end]) || (text[end] == '=' && first is ':' or '<' or '>' or '!') || (first == '-' && text[end] == '>')) ? end + 1 : end;
    }

    private static int While(string text, int end, Func<int, bool> goesOn)
    {
        while (end < text.Length && goesOn(end))
        {
            end++;
        }

        return end;
    }

    // Digits below the line belong to a name, those above it are exponents.
    private static bool IsOfWord(string text, int at) => char.IsLetterOrDigit(text[at]) || text[at] is '_' or (>= '₀' and <= '₉') || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark;
}
