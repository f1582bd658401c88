namespace Verify.Language.Syntax;

/// <summary>A stretch of a source text, in UTF-16 units from 0. <c>SourceText</c> turns it into a place and a diagnostic.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first unit after the stretch.</summary>
    public int End => Start + Length;

    /// <summary>From the beginning of this to the end of the other.</summary>
    public TextSpan To(TextSpan last) => new(Start, Math.Max(last.End - Start, Length));
}
