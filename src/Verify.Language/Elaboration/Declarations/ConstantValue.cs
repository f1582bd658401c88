namespace Verify.Language.Elaboration;

/// <summary>The value of expressions of numbers alone.</summary>
internal static class ConstantValue
{
    private const int PowerLimit = 1000;

    /// <summary>The rational value, null where the expression is not made of numbers by sums, products and integer powers.</summary>
    public static Rational? Of(Expr value) => value switch
    {
        Number number => number.Value,
        Sum sum => sum.Terms.Select(Of).Aggregate((a, b) => a + b),
        Product product => Of(product.Left) * Of(product.Right),
        Power { Exponent.IsInteger: true } power when power.Exponent.Abs() <= PowerLimit && Of(power.Base) is { IsZero: false } @base =>
            @base.Power((int)power.Exponent.Numerator),
        _ => null,
    };
}
