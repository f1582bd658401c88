namespace Verify.Language.Syntax;

/// <summary>A node of the surface tree, which keeps what the person wrote. Nodes are equal when they say the same: where they stand does not count.</summary>
public abstract record SyntaxNode
{
    private protected SyntaxNode(TextSpan span) => Span = span;

    /// <summary>Where the node stands in its source text.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Equality of kind; derived records add their parts.</summary>
    public virtual bool Equals(SyntaxNode? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>A name (normalised: NFC, Greek letters, look-alikes). As an expression, the value of what it names.</summary>
public sealed record NameSyntax(string Name, TextSpan Span) : ExprSyntax(Span, 1);

/// <summary>A text between double quotes, without them.</summary>
public sealed record QuotedSyntax(string Text, TextSpan Span) : SyntaxNode(Span);
