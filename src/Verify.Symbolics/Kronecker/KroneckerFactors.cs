using Verify.Language;

namespace Verify.Symbolics.Kronecker;

/// <summary>What is kron(A, B): A and B, a scalar factor with A.</summary>
internal sealed record KroneckerFactors(Expr Left, Expr Right)
{
    /// <summary>
    /// A and B of a product of Kronecker products: kron(A, B) kron(C, D) = kron(A C, B D), kron(A, B)' = kron(A', B'), kron(A, B)^k = kron(A^k, B^k) for an integer k
    /// and square A and B (for a negative one, either side is defined where A and B are invertible). Null for anything else.
    /// </summary>
    public static KroneckerFactors? Of(Expr expression) => expression switch
    {
        KroneckerProduct product => new(product.Left, product.Right),
        Transpose transpose => Of(transpose.Operand) is { } found ? new(Expr.TransposeOf(found.Left), Expr.TransposeOf(found.Right)) : null,
        Product { Left.IsScalar: true } product => Of(product.Right) is { } found ? found with { Left = Expr.Times(product.Left, found.Left) } : null,
        Product { Right.IsScalar: true } product => Of(product.Left) is { } found ? found with { Left = Expr.Times(product.Right, found.Left) } : null,
        Product product => Of(product.Left) is { } left && Of(product.Right) is { } right
            && left.Left.Shape.Columns.Equals(right.Left.Shape.Rows) && left.Right.Shape.Columns.Equals(right.Right.Shape.Rows)
                ? new(Expr.Times(left.Left, right.Left), Expr.Times(left.Right, right.Right))
                : null,
        Power { IsScalar: false, Exponent.IsInteger: true } power => Of(power.Base) is { Left.Shape.IsSquare: true, Right.Shape.IsSquare: true } found
            ? new(Expr.Pow(found.Left, power.Exponent), Expr.Pow(found.Right, power.Exponent))
            : null,
        _ => null,
    };
}
