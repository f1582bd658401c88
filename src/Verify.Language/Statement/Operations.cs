using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>A node with ordered children and no data beyond its kind.</summary>
public abstract class Operation : Expr
{
    private protected Operation(string kind, Shape shape, ImmutableArray<Expr> children)
        : base(shape, HashOf(kind, children)) => Children = children;

    /// <inheritdoc/>
    public sealed override ImmutableArray<Expr> Children { get; }

    internal override bool SameNode(Expr other) => Children.SequenceEqual(other.Children);
}

/// <summary>A sum of two or more terms of one shape. A difference has terms scaled by -1.</summary>
public sealed class Sum : Operation
{
    internal Sum(ImmutableArray<Expr> terms)
        : base(nameof(Sum), terms[0].Shape, terms)
    {
    }

    /// <summary>The terms in the order written.</summary>
    public ImmutableArray<Expr> Terms => Children;
}

/// <summary>Left times right: the matrix product where neither is a scalar, scaling where one is.</summary>
public sealed class Product : Operation
{
    internal Product(Expr left, Expr right)
        : base(nameof(Product), ShapeOf(left, right), [left, right])
    {
    }

    /// <summary>The left factor.</summary>
    public Expr Left => Children[0];

    /// <summary>The right factor.</summary>
    public Expr Right => Children[1];

    private static Shape ShapeOf(Expr left, Expr right) => left.IsScalar ? right.Shape : right.IsScalar ? left.Shape : new(left.Shape.Rows, right.Shape.Columns);
}

/// <summary>The entrywise product A ∘ B.</summary>
public sealed class Hadamard : Operation
{
    internal Hadamard(Expr left, Expr right)
        : base(nameof(Hadamard), left.Shape, [left, right])
    {
    }
}

/// <summary>The transpose A'.</summary>
public sealed class Transpose : Operation
{
    internal Transpose(Expr operand)
        : base(nameof(Transpose), operand.Shape.Transposed, [operand])
    {
    }

    /// <summary>A.</summary>
    public Expr Operand => Children[0];
}

/// <summary>
/// base^k. An integer k for scalars and square matrices (negative: the inverse's power); any rational k for positive scalars and spd matrices.
/// A quotient a / s is the product a s^-1, sqrt(s) is s^(1/2).
/// </summary>
public sealed class Power : Expr
{
    internal Power(Expr @base, Rational exponent)
        : base(@base.Shape, HashOf(nameof(Power), [@base, exponent]))
    {
        Children = [@base];
        Exponent = exponent;
    }

    /// <summary>What is raised.</summary>
    public Expr Base => Children[0];

    /// <summary>k.</summary>
    public Rational Exponent { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children { get; }

    internal override bool SameNode(Expr other) => other is Power power && power.Exponent == Exponent && ReferenceEquals(power.Base, Base);
}

/// <summary>The sum of the diagonal, tr(A), of a square A.</summary>
public sealed class Trace : Operation
{
    internal Trace(Expr operand)
        : base(nameof(Trace), Shape.Scalar, [operand])
    {
    }
}

/// <summary>The largest singular value, opnorm(A).</summary>
public sealed class OperatorNorm : Operation
{
    internal OperatorNorm(Expr operand)
        : base(nameof(OperatorNorm), Shape.Scalar, [operand])
    {
    }
}

/// <summary>The Frobenius norm sqrt(tr(A'A)), norm(A); of a vector the Euclidean norm.</summary>
public sealed class FrobeniusNorm : Operation
{
    internal FrobeniusNorm(Expr operand)
        : base(nameof(FrobeniusNorm), Shape.Scalar, [operand])
    {
    }
}

/// <summary>diag(A): A with its off-diagonal entries set to 0.</summary>
public sealed class DiagonalPart : Operation
{
    internal DiagonalPart(Expr operand)
        : base(nameof(DiagonalPart), operand.Shape, [operand])
    {
    }
}

/// <summary>[A, B; C, D]: blocks row by row; each row's blocks share their rows, each column's their columns.</summary>
public sealed class BlockMatrix : Operation
{
    internal BlockMatrix(ImmutableArray<ImmutableArray<Expr>> rows)
        : base(nameof(BlockMatrix) + rows[0].Length, ShapeOf(rows), [.. rows.SelectMany(row => row)]) => Rows = rows;

    /// <summary>The blocks, row by row.</summary>
    public ImmutableArray<ImmutableArray<Expr>> Rows { get; }

    internal override bool SameNode(Expr other) => other is BlockMatrix block && block.Rows.Length == Rows.Length && base.SameNode(other);

    private static Shape ShapeOf(ImmutableArray<ImmutableArray<Expr>> rows) => new(
        rows.Select(row => row[0].Shape.Rows).Aggregate((a, b) => a + b),
        rows[0].Select(block => block.Shape.Columns).Aggregate((a, b) => a + b));
}
