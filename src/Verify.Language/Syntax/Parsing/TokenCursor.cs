using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>A walk over the tokens of one statement.</summary>
internal sealed class TokenCursor(StatementTokens statement)
{
    private readonly ImmutableArray<Token> _tokens = statement.Tokens;
    private int _index;

    /// <summary>The token to be read next.</summary>
    public Token Current => _tokens[_index];

    /// <summary>The token read last; the first one if none is.</summary>
    public Token Previous => _tokens[Math.Max(0, _index - 1)];

    /// <summary>Whether the current token is a bracket that holds a substitution.</summary>
    public bool AtSubstitution => statement.Substitutions.Contains(_index);

    /// <summary>The token some steps ahead, or the end.</summary>
    public Token Ahead(int steps) => _tokens[Math.Min(_index + steps, _tokens.Length - 1)];

    /// <summary>Reads the current token. The end is never passed.</summary>
    public Token Take()
    {
        var token = Current;
        _index = Math.Min(_index + 1, _tokens.Length - 1);
        return token;
    }

    /// <summary>Reads the current token if it is the given sign or word.</summary>
    public bool TryTake(string text)
    {
        var matches = Current.Is(text);
        if (matches)
        {
            Take();
        }

        return matches;
    }

    /// <summary>Reads the given sign or word, or fails with what it is for.</summary>
    public Token Expect(string text, string purpose) => Current.Is(text) ? Take() : throw Unexpected($"'{text}' {purpose}");

    /// <summary>Reads a name, or fails saying what it would name.</summary>
    public NameSyntax ExpectName(string what)
    {
        if (Current.Kind == TokenKind.Reserved)
        {
            throw new ParseFailure(Current.Span, ReservedWords.Later.Contains(Current.Text)
                ? $"expected {what}; '{Current.Text}' is reserved for a later version of the language"
                : $"expected {what}; '{Current.Text}' is a reserved word");
        }

        if (Current.Kind != TokenKind.Name)
        {
            throw Unexpected(what);
        }

        var token = Take();
        return new(token.Text, token.Span);
    }

    /// <summary>Reads one name or more, separated by commas.</summary>
    public SyntaxList<NameSyntax> ExpectNames(string what) => List(() => ExpectName(what));

    /// <summary>Reads one part or more, separated by commas.</summary>
    public SyntaxList<T> List<T>(Func<T> part)
    {
        var parts = ImmutableArray.CreateBuilder<T>();
        do
        {
            parts.Add(part());
        }
        while (TryTake(","));

        return new(parts.ToImmutable());
    }

    /// <summary>Reads a text between quotes, or fails.</summary>
    public QuotedSyntax ExpectQuoted(string what)
    {
        if (Current.Kind != TokenKind.Quoted)
        {
            throw Unexpected($"{what} between double quotes");
        }

        var token = Take();
        return new(token.Text, token.Span);
    }

    /// <summary>From the beginning of a token to the end of the one read last.</summary>
    public TextSpan From(Token first) => first.Span.To(Previous.Span);

    /// <summary>The failure that says what was expected and what stands there instead.</summary>
    public ParseFailure Unexpected(string expected) => new(
        Current.Kind == TokenKind.End ? new(Current.Span.Start, 1) : Current.Span,
        $"expected {expected}, found {Describe(Current)}");

    /// <summary>How a message names a token.</summary>
    public static string Describe(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the statement",
        TokenKind.Quoted => "a text between quotes",
        TokenKind.Number when token.Text.Length > 20 => "a numeral",
        _ => $"'{token.Text}'",
    };
}
