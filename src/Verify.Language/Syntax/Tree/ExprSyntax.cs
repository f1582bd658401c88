namespace Verify.Language.Syntax;

/// <summary>An expression as written. Parentheses leave no trace but the tree's shape.</summary>
public abstract record ExprSyntax : SyntaxNode
{
    private protected ExprSyntax(TextSpan span, int height)
        : base(span) => Height = height;

    /// <summary>The depth of recursion that a walk over the tree needs; the parser keeps it under its limit.</summary>
    public int Height { get; }

    /// <inheritdoc/>
    public virtual bool Equals(ExprSyntax? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    private protected static int HeightOf(IEnumerable<ExprSyntax> parts) => parts.Select(part => part.Height).DefaultIfEmpty().Max();
}

/// <summary>A number that is not negative: an integer, a decimal, or <c>1/2</c> written as one literal.</summary>
public sealed record NumberSyntax(Rational Value, TextSpan Span) : ExprSyntax(Span, 1);

/// <summary><c>I</c>, the identity of the size that fits.</summary>
public sealed record IdentitySyntax(TextSpan Span) : ExprSyntax(Span, 1);

/// <summary><c>ones</c>, the vector (or matrix) of ones of the size that fits.</summary>
public sealed record OnesSyntax(TextSpan Span) : ExprSyntax(Span, 1);

/// <summary><c>-e</c>.</summary>
public sealed record NegationSyntax(ExprSyntax Operand, TextSpan Span) : ExprSyntax(Span, Operand.Height + 1);

/// <summary><c>e'</c>.</summary>
public sealed record TransposeSyntax(ExprSyntax Operand, TextSpan Span) : ExprSyntax(Span, Operand.Height + 1);

/// <summary><c>e^k</c>; the exponent may be negative.</summary>
public sealed record PowerSyntax(ExprSyntax Base, ExponentSyntax Exponent, TextSpan Span) : ExprSyntax(Span, Base.Height + 1);

/// <summary>The k of <c>e^k</c>: an integer, or a rational in parentheses.</summary>
public sealed record ExponentSyntax(Rational Value, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>a + b - c</c>: a first term and at least one more.</summary>
public sealed record SumSyntax(ExprSyntax First, SyntaxList<SumTermSyntax> Rest, TextSpan Span)
    : ExprSyntax(Span, Math.Max(First.Height, HeightOf(Rest.Select(term => term.Operand))) + 1);

/// <summary>Whether a term is added or subtracted.</summary>
public enum SumOperator
{
    /// <summary>+</summary>
    Plus,

    /// <summary>-</summary>
    Minus,
}

/// <summary>A term with the sign before it; the span is the sign's.</summary>
public sealed record SumTermSyntax(SumOperator Operator, ExprSyntax Operand, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>a b * c / d ∘ e</c>, from left to right: a first factor and at least one more.</summary>
public sealed record ProductSyntax(ExprSyntax First, SyntaxList<FactorSyntax> Rest, TextSpan Span)
    : ExprSyntax(Span, Math.Max(First.Height, HeightOf(Rest.Select(factor => factor.Operand))) + Rest.Count);

/// <summary>How a factor joins what stands to its left.</summary>
public enum FactorOperator
{
    /// <summary>A product, written with <c>*</c> or by juxtaposition.</summary>
    Times,

    /// <summary>Division by a scalar, <c>/</c>.</summary>
    Over,

    /// <summary>The entrywise product <c>∘</c>.</summary>
    Entrywise,
}

/// <summary>A factor with its operator; the span is the operator's, or the factor's where it is juxtaposed.</summary>
public sealed record FactorSyntax(FactorOperator Operator, ExprSyntax Operand, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>[A, B; C, D]</c>: rows of blocks, all of one length.</summary>
public sealed record BlockSyntax(SyntaxList<SyntaxList<ExprSyntax>> Rows, TextSpan Span)
    : ExprSyntax(Span, HeightOf(Rows.SelectMany(row => row)) + 1);

/// <summary><c>e[P := value, …]</c>, simultaneous.</summary>
public sealed record SubstitutionSyntax(ExprSyntax Operand, SyntaxList<AssignmentSyntax> Assignments, TextSpan Span)
    : ExprSyntax(Span, Math.Max(Operand.Height, HeightOf(Assignments.Select(assignment => assignment.Value))) + 1);

/// <summary><c>P := value</c>.</summary>
public sealed record AssignmentSyntax(NameSyntax Name, ExprSyntax Value, TextSpan Span) : SyntaxNode(Span);
