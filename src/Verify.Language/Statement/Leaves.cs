using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>A rational number.</summary>
public sealed class Number : Expr
{
    internal Number(Rational value)
        : base(Shape.Scalar, HashOf(nameof(Number), [value])) => Value = value;

    /// <summary>The value.</summary>
    public Rational Value { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children => [];

    internal override bool SameNode(Expr other) => other is Number number && number.Value == Value;
}

/// <summary>A dimension used as a number, such as the N of 1/N.</summary>
public sealed class DimensionValue : Expr
{
    internal DimensionValue(Dimension dimension)
        : base(Shape.Scalar, HashOf(nameof(DimensionValue), [dimension])) => Dimension = dimension;

    /// <summary>The dimension.</summary>
    public Dimension Dimension { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children => [];

    internal override bool SameNode(Expr other) => other is DimensionValue value && value.Dimension == Dimension;

    private protected override ImmutableHashSet<Dimension> FindFreeDimensions() => [Dimension];
}

/// <summary>A symbol's value.</summary>
public sealed class SymbolValue : Expr
{
    internal SymbolValue(Symbol symbol)
        : base(symbol.Shape, HashOf(nameof(SymbolValue), [symbol])) => Symbol = symbol;

    /// <summary>The symbol.</summary>
    public Symbol Symbol { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children => [];

    internal override bool SameNode(Expr other) => other is SymbolValue value && value.Symbol == Symbol;

    private protected override ImmutableHashSet<Symbol> FindFreeSymbols() => [Symbol];
}

/// <summary>The zero matrix of a shape (the scalar zero is the number 0).</summary>
public sealed class ZeroMatrix : Expr
{
    internal ZeroMatrix(Shape shape)
        : base(shape, HashOf(nameof(ZeroMatrix), [shape]))
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children => [];

    internal override bool SameNode(Expr other) => true;
}

/// <summary>The identity matrix I of a size other than 1.</summary>
public sealed class IdentityMatrix : Expr
{
    internal IdentityMatrix(Size size)
        : base(new(size, size), HashOf(nameof(IdentityMatrix), [size]))
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children => [];

    internal override bool SameNode(Expr other) => true;
}
