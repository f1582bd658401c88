using Verify.Language;
using Verify.Symbolics.Positivity;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Decisions;

/// <summary>Sufficient conditions on values: of scalars by their sign, of matrices by their least eigenvalue. False means "not seen".</summary>
internal static class Positive
{
    /// <summary>&gt; 0, or positive definite, at every value.</summary>
    public static bool IsStrict(Expr expression) => SignOf(expression) == Sign.Positive;

    /// <summary>≥ 0, or positive semidefinite, at every value.</summary>
    public static bool IsWeak(Expr expression) => SignOf(expression) != Sign.Unknown;

    /// <summary>Invertible at every value: definite, or a product of invertible matrices.</summary>
    public static bool IsInvertible(Expr expression) => expression switch
    {
        Number number => !number.Value.IsZero,
        IdentityMatrix => true,
        SymbolValue { Symbol: var symbol } when symbol.Is(MatrixAttributes.Orthogonal) => true,
        Transpose transpose => IsInvertible(transpose.Operand),
        Product product when product.Left.Shape.IsSquare && product.Right.Shape.IsSquare && IsInvertible(product.Left) && IsInvertible(product.Right) => true,
        Power { Exponent.IsInteger: true } power when power.Exponent.Sign < 0 => !IsGeneric(expression),
        _ => IsStrict(expression) || IsStrict(Expr.Negate(expression)),
    };

    private static Sign SignOf(Expr expression)
    {
        var form = NormalForms.FormOf(expression);
        return LoewnerSign.Of(form) is Sign.Positive && IsGeneric(expression) ? Sign.Nonnegative : LoewnerSign.Of(form);
    }

    private static bool IsGeneric(Expr expression) => Algebra.Current.IsGeneric(NormalForms.FormOf(expression).Leaves);
}
