namespace Verify.Language.Syntax;

/// <summary><c>dim d, N &gt;= d + 2</c>.</summary>
public sealed record DimensionsSyntax(SyntaxList<DimensionSyntax> Dimensions, TextSpan Span) : StatementSyntax(Span);

/// <summary>A dimension and its lower bound, where it has one.</summary>
public sealed record DimensionSyntax(NameSyntax Name, SizeSyntax? LowerBound, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>scalar c, σ &gt; 0</c>.</summary>
public sealed record ScalarsSyntax(SyntaxList<ScalarSyntax> Scalars, TextSpan Span) : StatementSyntax(Span);

/// <summary>A scalar and its bound, where it has one.</summary>
public sealed record ScalarSyntax(NameSyntax Name, ScalarBoundSyntax? Bound, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>&gt; 0</c>: the scalar stands in the relation (never = or !=) to the value, which must be a number.</summary>
public sealed record ScalarBoundSyntax(Relation Relation, ExprSyntax Value, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>matrix A, B : d × d, spd</c>.</summary>
public sealed record MatricesSyntax(SyntaxList<NameSyntax> Names, ShapeSyntax Shape, SyntaxList<AttributeSyntax> Attributes, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>vector v, w : d</c>.</summary>
public sealed record VectorsSyntax(SyntaxList<NameSyntax> Names, SizeSyntax Size, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>index i, j : d</c>: positions from 1 to d.</summary>
public sealed record IndicesSyntax(SyntaxList<NameSyntax> Names, SizeSyntax Size, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>param U : d × d</c>.</summary>
public sealed record ParametersSyntax(SyntaxList<NameSyntax> Names, ShapeSyntax Shape, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>random X : N × d ~ normal(rows: Λ)</c>; several names are as many independent draws.</summary>
public sealed record RandomsSyntax(SyntaxList<NameSyntax> Names, ShapeSyntax Shape, SyntaxList<AttributeSyntax> Attributes, LawSyntax Law, TextSpan Span)
    : StatementSyntax(Span);

/// <summary>An attribute of a matrix: one flag of <see cref="MatrixAttributes"/>.</summary>
public sealed record AttributeSyntax(MatrixAttributes Attribute, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>d + 1</c>: a sum of dimensions, products of dimensions, and integers. A product of sums is written out.</summary>
public sealed record SizeSyntax(SyntaxList<SizeTermSyntax> Terms, TextSpan Span) : SyntaxNode(Span);

/// <summary>A dimension taken a number of times (<c>2 d</c>), or the number alone where there is none.</summary>
public sealed record SizeTermSyntax(int Multiple, NameSyntax? Dimension, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Further dimensions by which it is multiplied.</summary>
    public SyntaxList<NameSyntax> Further { get; init; } = [];

    /// <summary>All dimensions that are multiplied.</summary>
    public IEnumerable<NameSyntax> Dimensions => Dimension is null ? [] : Further.Prepend(Dimension);
}

/// <summary>The shape in a declaration.</summary>
public abstract record ShapeSyntax : SyntaxNode
{
    private protected ShapeSyntax(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>scalar</c>.</summary>
public sealed record ScalarShapeSyntax(TextSpan Span) : ShapeSyntax(Span);

/// <summary><c>d</c>, the same as d × 1.</summary>
public sealed record VectorShapeSyntax(SizeSyntax Size, TextSpan Span) : ShapeSyntax(Span);

/// <summary><c>N × d</c>.</summary>
public sealed record MatrixShapeSyntax(SizeSyntax Rows, SizeSyntax Columns, TextSpan Span) : ShapeSyntax(Span);
