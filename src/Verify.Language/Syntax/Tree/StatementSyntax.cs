namespace Verify.Language.Syntax;

/// <summary>One statement of a file.</summary>
public abstract record StatementSyntax : SyntaxNode
{
    private protected StatementSyntax(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>title "…"</c>.</summary>
public sealed record TitleSyntax(QuotedSyntax Text, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>source "…"</c>.</summary>
public sealed record SourceSyntax(QuotedSyntax Text, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>use "lsa"</c>.</summary>
public sealed record UseSyntax(QuotedSyntax Setting, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>let Γ = …</c>.</summary>
public sealed record LetSyntax(NameSyntax Name, ExprSyntax Body, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>let risk(A, m) = …</c>, a definition with at least one argument.</summary>
public sealed record FunctionSyntax(NameSyntax Name, SyntaxList<NameSyntax> Arguments, ExprSyntax Body, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>show e</c>. What was written is the source text under the expression's span.</summary>
public sealed record ShowSyntax(ExprSyntax Expression, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>claim "name": form assuming … by …</c> or <c>refute …</c>.</summary>
/// <param name="ExpectedTrue">True for <c>claim</c>, false for <c>refute</c>.</param>
/// <param name="Name">The name between quotes.</param>
/// <param name="Form">What is stated, with its <c>at</c> or <c>as</c>.</param>
/// <param name="Conditions">What follows <c>assuming</c>.</param>
/// <param name="Span">The whole statement.</param>
public sealed record ClaimSyntax(bool ExpectedTrue, QuotedSyntax Name, ClaimFormSyntax Form, SyntaxList<ComparisonSyntax> Conditions, TextSpan Span)
    : StatementSyntax(Span)
{
    /// <summary>What follows <c>by</c>: the steps of a proof.</summary>
    public SyntaxList<ComparisonSyntax> Steps { get; init; } = [];
}
