using System.Globalization;
using System.Text;
using Verify.Language.Reading;

namespace Verify.Cli.Output;

/// <summary>Prints errors of the input: <c>file:line:column: error: message</c>, then the source line with a caret.</summary>
public static class ErrorLines
{
    private const int Before = 60;
    private const int Widest = 100;

    /// <summary>Prints all errors in order.</summary>
    public static void Print(TextWriter writer, IEnumerable<Diagnostic> errors)
    {
        foreach (var error in errors)
        {
            Print(writer, error);
        }
    }

    private static void Print(TextWriter writer, Diagnostic error)
    {
        if (error.Length == 0 && error.SourceLine.Length == 0)
        {
            writer.WriteLine($"{error.Place.File}: error: {error.Message}");
            return;
        }

        writer.WriteLine($"{error.Place.File}:{error.Place.Line}:{error.Place.Column}: error: {error.Message}");
        var runes = error.SourceLine.EnumerateRunes().ToArray();
        var at = Math.Clamp(error.Place.Column - 1, 0, runes.Length);
        var first = runes.Length <= Widest ? 0 : Math.Max(0, at - Before);
        var shown = runes.Skip(first).Take(Widest).ToArray();
        var (left, right) = (first > 0 ? "…" : "", first + shown.Length < runes.Length ? "…" : "");
        var length = Math.Clamp(error.Length, 1, Math.Max(1, shown.Length - (at - first)));
        writer.WriteLine($"  {left}{string.Concat(shown.Select(Visible))}{right}");
        writer.WriteLine($"  {(left.Length > 0 ? " " : "")}{new string(' ', shown.Take(at - first).Sum(Columns))}^{new string('~', Math.Max(0, shown.Skip(at - first).Take(length).Sum(Columns) - 1))}");
    }

    /// <summary>Control characters would move the cursor: a tab is one space, any other is the replacement character.</summary>
    private static string Visible(Rune rune) => rune.Value == '\t' ? " " : Rune.IsControl(rune) ? "\uFFFD" : rune.ToString();

    /// <summary>The columns that a terminal gives a character: none to combining marks and joiners, two to East Asian wide ones and emoji.</summary>
    private static int Columns(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
}
