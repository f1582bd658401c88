using System.Collections.Immutable;

namespace Verify.Language.Elaboration;

/// <summary>
/// A piece of an expression whose names are resolved and whose sizes are being found. When they are, it makes its core expression, once.
/// </summary>
internal sealed class Term(OpenShape shape, Location at, Func<Expr> make)
{
    private Expr? _made;

    /// <summary>The shape, as far as it is known.</summary>
    public OpenShape Shape { get; } = shape;

    /// <summary>Where it is written.</summary>
    public Location At { get; } = at;

    /// <summary>The symbol, where the term is a symbol's name alone: what a binder may name.</summary>
    public Symbol? Symbol { get; private init; }

    /// <summary>The dimension, where the term is a dimension's name alone.</summary>
    public Dimension? Dimension { get; private init; }

    /// <summary>The size that is 1 where the term is a factor of a product of matrices; null for all but <c>ones</c> (its columns) and what is made of it.</summary>
    public OpenSize? Narrow { get; init; }

    /// <summary>The heights of its rows of blocks, from the top; none where it is in one piece.</summary>
    public ImmutableArray<OpenSize> RowBlocks { get; init; } = [];

    /// <summary>The widths of its columns of blocks, from the left; none where it is in one piece.</summary>
    public ImmutableArray<OpenSize> ColumnBlocks { get; init; } = [];

    /// <summary>The term with a size that is 1 in a product of matrices.</summary>
    public Term Narrowing(OpenSize size) => new(Shape, At, Make) { Narrow = size };

    /// <summary>A term that is known already.</summary>
    public static Term Known(Expr value, Location at) => new(OpenShape.Of(value.Shape), at, () => value)
    {
        Symbol = (value as SymbolValue)?.Symbol,
        Dimension = (value as DimensionValue)?.Dimension,
        RowBlocks = value is BlockMatrix rows ? [.. rows.Rows.Select(row => (OpenSize)row[0].Shape.Rows)] : [],
        ColumnBlocks = value is BlockMatrix columns ? [.. columns.Rows[0].Select(block => (OpenSize)block.Shape.Columns)] : [],
    };

    /// <summary>The core expression; every size in it must have been found, and nothing reported.</summary>
    public Expr Make() => _made ??= make();
}
