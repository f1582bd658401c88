using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>Matches the brackets of one statement before it is parsed: finds unclosed ones, those nested too deep, and those that hold a substitution.</summary>
internal static class BracketMatcher
{
    /// <summary>The statement of the tokens from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public static StatementTokens Match(IReadOnlyList<Token> tokens, int start, int end, SourceText source, ErrorList errors)
    {
        var slice = ImmutableArray.CreateBuilder<Token>(end - start + 1);
        var substitutions = ImmutableHashSet.CreateBuilder<int>();
        var open = new Stack<int>();
        string? fault = null;
        var faulty = tokens[start];
        for (var i = start; i < end; i++)
        {
            var token = tokens[i];
            slice.Add(token);
            if (fault is not null)
            {
                continue;
            }

            if (token.Is("(") || token.Is("["))
            {
                open.Push(i);
                (fault, faulty) = open.Count > Limits.Nesting ? ($"brackets nest deeper than {Limits.Nesting} levels here", token) : (null, faulty);
            }
            else if (token.Is(")") || token.Is("]"))
            {
                (fault, faulty) = Close(tokens, open, token, source);
            }
            else if (token.Is(":=") && open.TryPeek(out var bracket) && tokens[bracket].Is("["))
            {
                substitutions.Add(bracket - start);
            }
        }

        if (fault is null && open.TryPeek(out var unclosed))
        {
            (fault, faulty) = ($"this '{tokens[unclosed].Text}' is never closed", tokens[unclosed]);
        }

        if (fault is not null)
        {
            errors.Add(source.Error(faulty.Span, fault));
        }

        slice.Add(new(TokenKind.End, "", new(tokens[end - 1].Span.End, 0)));
        return new(slice.ToImmutable(), substitutions.ToImmutable(), fault is null && !slice.Any(token => token.Kind == TokenKind.Bad));
    }

    private static (string? Fault, Token Faulty) Close(IReadOnlyList<Token> tokens, Stack<int> open, Token close, SourceText source)
    {
        if (!open.TryPop(out var opening))
        {
            return ($"this '{close.Text}' closes nothing", close);
        }

        var bracket = tokens[opening];
        if (bracket.Is("(") == close.Is(")"))
        {
            return (null, close);
        }

        var place = source.PlaceOf(close.Span);
        return ($"this '{bracket.Text}' is not closed: '{close.Text}' follows at line {place.Line}, column {place.Column}", bracket);
    }
}
