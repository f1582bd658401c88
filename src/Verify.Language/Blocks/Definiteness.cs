namespace Verify.Language.Blocks;

/// <summary>What is known, from how an expression is made, of its being invertible.</summary>
internal static class Definiteness
{
    /// <summary>Whether the value is invertible wherever it is defined.</summary>
    public static bool IsInvertible(Expr value) => value switch
    {
        Number number => !number.Value.IsZero,
        SymbolValue { Symbol: var symbol } when symbol.Is(MatrixAttributes.Orthogonal) => true,
        Power { Exponent.Sign: < 0 } => true,
        Transpose transpose => IsInvertible(transpose.Operand),
        Product product when product.Left.Shape.IsSquare && product.Right.Shape.IsSquare => (IsInvertible(product.Left) && IsInvertible(product.Right)) || IsPositive(product),
        _ => IsPositive(value),
    };

    /// <summary>Whether the value is a positive number or a positive definite matrix.</summary>
    public static bool IsPositive(Expr value) => value switch
    {
        Number number => number.Value.Sign > 0,
        DimensionValue or IdentityMatrix => true,
        SymbolValue { Symbol: var symbol } => symbol.Is(MatrixAttributes.PositiveDefinite) || (symbol.Shape.IsScalar && symbol.Range.IsPositive),
        Power power => IsPositive(power.Base),
        Trace trace => IsPositive(trace.Children[0]),
        Sum sum => sum.Terms.All(IsNonnegative) && sum.Terms.Any(IsPositive),
        Product product when product.Left.IsScalar || product.Right.IsScalar => IsPositive(product.Left) && IsPositive(product.Right),
        _ => false,
    };

    private static bool IsNonnegative(Expr value) => IsPositive(value) || value switch
    {
        Number number => number.Value.IsZero,
        ZeroMatrix => true,
        SymbolValue { Symbol: var symbol } => symbol.Is(MatrixAttributes.PositiveSemidefinite) || (symbol.Shape.IsScalar && symbol.Range.IsNonnegative),
        Power { Exponent: { IsInteger: true, Numerator.IsEven: true }, IsScalar: true } => true,
        Trace trace => IsNonnegative(trace.Children[0]),
        Product { Left: Transpose left } product when ReferenceEquals(left.Operand, product.Right) => true,
        Product { Right: Transpose right } product when ReferenceEquals(right.Operand, product.Left) => true,
        Product product when product.Left.IsScalar || product.Right.IsScalar => IsNonnegative(product.Left) && IsNonnegative(product.Right),
        _ => false,
    };
}
