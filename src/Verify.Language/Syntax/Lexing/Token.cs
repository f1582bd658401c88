namespace Verify.Language.Syntax;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A name that is not reserved.</summary>
    Name,

    /// <summary>A reserved word.</summary>
    Reserved,

    /// <summary>A numeral: an integer or a decimal.</summary>
    Number,

    /// <summary>A text between double quotes.</summary>
    Quoted,

    /// <summary>A sign, in its one spelling: <c>&lt;=</c> also for ≤, <c>'</c> also for ᵀ.</summary>
    Symbol,

    /// <summary>A superscript integer, such as ² or ⁻¹.</summary>
    Superscript,

    /// <summary>What is no token; its error has been reported.</summary>
    Bad,

    /// <summary>The end of the statement.</summary>
    End,
}

/// <summary>A token: its text normalised, its value where it is a number, and where it stands.</summary>
internal sealed record Token(TokenKind Kind, string Text, TextSpan Span)
{
    /// <summary>The value of a numeral or superscript.</summary>
    public Rational Value { get; init; }

    /// <summary>Whether it is the first of its line.</summary>
    public bool FirstOnLine { get; init; }

    /// <summary>How many characters stand before it on its line.</summary>
    public int Indent { get; init; }

    /// <summary>Whether it is the given sign or reserved word.</summary>
    public bool Is(string text) => Kind is TokenKind.Symbol or TokenKind.Reserved && Text == text;

    /// <summary>Whether it begins a statement where it is first on its line.</summary>
    public bool IsStatementWord => Kind == TokenKind.Reserved && ReservedWords.Statements.Contains(Text);
}
