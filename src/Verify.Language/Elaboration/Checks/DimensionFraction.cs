namespace Verify.Language.Elaboration;

/// <summary>Expressions of dimensions alone as quotients of polynomials.</summary>
internal static class DimensionFraction
{
    private const int PowerLimit = 40;

    /// <summary>The numerator over a common denominator; null where the expression is no quotient of polynomials in dimensions, or too large a one.</summary>
    public static DimensionPolynomial? NumeratorOf(Expr value) =>
        value.IsScalar && value.FreeSymbols.IsEmpty ? Of(value)?.Numerator : null;

    private static Fraction? Of(Expr value) => value switch
    {
        Number number => new(DimensionPolynomial.Of(number.Value), DimensionPolynomial.Of(Rational.One)),
        DimensionValue dimension => new(DimensionPolynomial.Of((Size)dimension.Dimension), DimensionPolynomial.Of(Rational.One)),
        Trace { Children: [IdentityMatrix identity] } => new(DimensionPolynomial.Of(identity.Shape.Rows), DimensionPolynomial.Of(Rational.One)),
        Sum sum => sum.Terms.Select(Of).Aggregate(Add),
        Product product => Multiply(Of(product.Left), Of(product.Right)),
        Power { Exponent.IsInteger: true } power when power.Exponent.Abs() <= PowerLimit => Raise(Of(power.Base), power.Exponent),
        _ => null,
    };

    private static Fraction? Add(Fraction? a, Fraction? b) =>
        a?.Numerator.Times(b?.Denominator ?? a.Denominator) is { } left && b?.Numerator.Times(a.Denominator) is { } right
        && a.Denominator.Times(b.Denominator) is { } denominator
            ? new(left.Plus(right), denominator)
            : null;

    private static Fraction? Multiply(Fraction? a, Fraction? b) =>
        a is not null && b is not null && a.Numerator.Times(b.Numerator) is { } numerator && a.Denominator.Times(b.Denominator) is { } denominator
            ? new(numerator, denominator)
            : null;

    private static Fraction? Raise(Fraction? @base, Rational exponent)
    {
        var factor = exponent.Sign < 0 && @base is not null ? new Fraction(@base.Denominator, @base.Numerator) : @base;
        return Enumerable.Repeat(factor, (int)exponent.Abs().Numerator)
            .Aggregate((Fraction?)new Fraction(DimensionPolynomial.Of(Rational.One), DimensionPolynomial.Of(Rational.One)), Multiply);
    }

    private sealed record Fraction(DimensionPolynomial Numerator, DimensionPolynomial Denominator);
}
