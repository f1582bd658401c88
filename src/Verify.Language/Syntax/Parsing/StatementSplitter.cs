namespace Verify.Language.Syntax;

/// <summary>
/// Tokens to statements. A statement ends at the end of its line, unless a bracket is open or the next line is indented deeper than the statement
/// began. A word that begins statements ends the one before it in any case, so that an unclosed bracket spoils one statement only.
/// </summary>
internal static class StatementSplitter
{
    /// <summary>The statements in order.</summary>
    public static IEnumerable<StatementTokens> Split(IReadOnlyList<Token> tokens, SourceText source, ErrorList errors)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > start && tokens[i].FirstOnLine && Ends(tokens, start, i, depth, source, errors))
            {
                yield return BracketMatcher.Match(tokens, start, i, source, errors);
                (start, depth) = (i, 0);
            }

            depth += tokens[i].Is("(") || tokens[i].Is("[") ? 1 : tokens[i].Is(")") || tokens[i].Is("]") ? -1 : 0;
        }

        if (start < tokens.Count)
        {
            yield return BracketMatcher.Match(tokens, start, tokens.Count, source, errors);
        }
    }

    private static bool Ends(IReadOnlyList<Token> tokens, int start, int i, int depth, SourceText source, ErrorList errors)
    {
        var token = tokens[i];

        // After a colon, `scalar` is a shape.
        var begins = token.IsStatementWord && !(token.Is("scalar") && tokens[i - 1].Is(":"));
        var deeper = token.Indent > tokens[start].Indent;
        if (begins && deeper && depth <= 0)
        {
            errors.Add(source.Error(token.Span, $"'{token.Text}' begins a statement, but its line is indented deeper than the statement above and so continues it"));
        }

        return begins || (depth <= 0 && !deeper);
    }
}
