namespace Verify.Language.Syntax;

/// <summary>Ends the parsing of one statement with its error. Never leaves <see cref="Parser"/>.</summary>
internal sealed class ParseFailure(TextSpan span, string message) : Exception(message)
{
    /// <summary>Where the error is.</summary>
    public TextSpan Span { get; } = span;
}
