using System.Globalization;
using System.Text;

namespace Verify.Language.Reading;

/// <summary>Diagnostics as text for a terminal: the place and message, the source line, and carets under what is meant.</summary>
public static class DiagnosticText
{
    private const int Widest = 100;
    private const int Before = 40;

    /// <summary><c>file:line:column: error: message</c>, one line; without line and column where what is wrong is the path as a whole.</summary>
    public static string Line(Diagnostic error) => error is { SourceLine: "", Length: 0 }
        ? $"{error.Place.File}: error: {error.Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{error.Place.File}:{error.Place.Line}:{error.Place.Column}: error: {error.Message}");

    /// <summary>The line, and below it the source line with its carets, cut around them where it is long. Nothing below where there is no source line.</summary>
    public static string Render(Diagnostic error)
    {
        if (error.SourceLine.Length == 0)
        {
            return Line(error);
        }

        var (text, caret, length) = Window(error);
        var shown = new StringBuilder();
        foreach (var rune in text)
        {
            shown.Append(Visible(rune));
        }

        var number = error.Place.Line.ToString(CultureInfo.InvariantCulture);
        var indent = text.Take(caret).Sum(Columns);
        var carets = Math.Max(1, text.Skip(caret).Take(length).Sum(Columns));
        return $"{Line(error)}\n  {number} | {shown}\n  {new string(' ', number.Length)} | {new string(' ', indent)}{new string('^', carets)}";
    }

    /// <summary>The part of the source line that is shown, where its caret stands and how much is underlined, all in characters.</summary>
    private static (IReadOnlyList<Rune> Text, int Caret, int Length) Window(Diagnostic error)
    {
        var caret = error.Place.Column - 1;
        var start = error.SourceLine.Length <= Widest || caret <= Before ? 0 : caret - Before;
        List<Rune> text = [];
        var index = 0;
        foreach (var rune in error.SourceLine.EnumerateRunes())
        {
            if (index++ >= start)
            {
                text.Add(rune);
            }

            if (text.Count > Widest)
            {
                break;
            }
        }

        var more = text.Count > Widest;
        text.RemoveRange(Math.Min(Widest, text.Count), text.Count - Math.Min(Widest, text.Count));
        var length = Math.Min(error.Length, Math.Max(1, text.Count - (caret - start)));
        if (more)
        {
            text.Add(new('…'));
        }

        if (start > 0)
        {
            text.Insert(0, new('…'));
        }

        return (text, caret - start + (start > 0 ? 1 : 0), length);
    }

    /// <summary>Control and format characters would move the cursor or turn the line round; tabs have no fixed width.</summary>
    private static Rune Visible(Rune rune) => rune.Value == '\t' ? new(' ')
        : Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? Rune.ReplacementChar
        : rune;

    /// <summary>Terminal columns: none for combining marks, two for East Asian wide characters and emoji.</summary>
    private static int Columns(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static bool IsWide(int rune) => rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
