namespace Verify.Language;

/// <summary>vec(A): the columns of an m × n matrix A one under the other, an (m * n) × 1 vector.</summary>
public sealed class Vectorization : Operation
{
    internal Vectorization(Expr operand)
        : base(nameof(Vectorization), new(operand.Shape.Rows * operand.Shape.Columns, Size.One), [operand])
    {
    }
}

/// <summary>kron(A, B), of size (m * p) × (n * q) for A of size m × n and B of size p × q: the block ij is A_ij B.</summary>
public sealed class KroneckerProduct : Operation
{
    internal KroneckerProduct(Expr left, Expr right)
        : base(nameof(KroneckerProduct), new(left.Shape.Rows * right.Shape.Rows, left.Shape.Columns * right.Shape.Columns), [left, right])
    {
    }

    /// <summary>A.</summary>
    public Expr Left => Children[0];

    /// <summary>B.</summary>
    public Expr Right => Children[1];
}

/// <summary>det(A), the determinant of a square A.</summary>
public sealed class Determinant : Operation
{
    internal Determinant(Expr operand)
        : base(nameof(Determinant), Shape.Scalar, [operand])
    {
    }
}

/// <summary>negatives(A): how many eigenvalues of a symmetric A are negative, counted with their multiplicities. Of an A that is not symmetric it has no value.</summary>
public sealed class NegativeEigenvalues : Operation
{
    internal NegativeEigenvalues(Expr operand)
        : base(nameof(NegativeEigenvalues), Shape.Scalar, [operand])
    {
    }
}

/// <summary>
/// singular(A): for A of size m × n the m roots of the eigenvalues of A A', in decreasing order: the singular values, and zeros where m is larger than n.
/// </summary>
public sealed class SingularValues : Operation
{
    internal SingularValues(Expr operand)
        : base(nameof(SingularValues), new(operand.Shape.Rows, Size.One), [operand])
    {
    }
}

/// <summary>softmax(v): for a vector v of length n the vector with the entries exp(v_i) / Σ_j exp(v_j), positive and of sum 1. Defined for every v.</summary>
public sealed class Softmax : Operation
{
    internal Softmax(Expr operand)
        : base(nameof(Softmax), operand.Shape, [operand])
    {
    }
}
