using Verify.Language.Reading;

namespace Verify.Language.Syntax;

/// <summary>The text of a file with its lines. Lines end with LF, CR LF or CR.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;
    private Tuple<int, string>? _lastLine;

    /// <summary>The text of the file of that path; a byte-order mark at its beginning is dropped.</summary>
    public SourceText(string path, string text)
    {
        (Path, Text) = (path, text.StartsWith('\uFEFF') ? text[1..] : text);
        _lineStarts = [0, .. Enumerable.Range(0, Text.Length).Where(EndsLine).Select(i => i + 1)];
    }

    /// <summary>The path, as given.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How many lines there are; the last may be empty.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>What is written in a stretch.</summary>
    public string this[TextSpan span] => Text.Substring(span.Start, span.Length);

    /// <summary>The line of an offset, from 0.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(_lineStarts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The offset at which a line (from 0) begins.</summary>
    public int StartOf(int line) => _lineStarts[line];

    /// <summary>A line (from 0) without its end.</summary>
    public string Line(int line)
    {
        // Many errors on one very long line share its text.
        if (_lastLine is { } last && last.Item1 == line)
        {
            return last.Item2;
        }

        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Text.Length;
        _lastLine = Tuple.Create(line, Text[_lineStarts[line]..end].TrimEnd('\n', '\r'));
        return _lastLine.Item2;
    }

    /// <summary>The place of an offset: lines from 1, columns in code points from 1.</summary>
    public Place PlaceOf(int offset)
    {
        var line = LineOf(offset);
        return new(Path, line + 1, CodePoints(_lineStarts[line], offset) + 1);
    }

    /// <summary>The place at which a stretch begins.</summary>
    public Place PlaceOf(TextSpan span) => PlaceOf(span.Start);

    /// <summary>An error at a stretch; the underline stays on the line where the stretch begins.</summary>
    public Diagnostic Error(TextSpan span, string message)
    {
        var line = LineOf(span.Start);
        var text = Line(line);
        var end = Math.Min(span.End, _lineStarts[line] + text.Length);
        return new(PlaceOf(span), message, text, Math.Max(1, CodePoints(span.Start, end)));
    }

    private int CodePoints(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += char.IsLowSurrogate(Text[i]) && i > start && char.IsHighSurrogate(Text[i - 1]) ? 0 : 1;
        }

        return count;
    }

    private bool EndsLine(int i) => Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n'));
}
