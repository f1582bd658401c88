using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in exponents.</summary>
internal static class PowerMutations
{
    /// <summary>A^k becomes A^(k-1), and A^(k+1).</summary>
    public static IEnumerable<Expr?> OffByOne(Spot spot) => spot.Expression is Power power && !spot.IsWhole(power)
        ? new[] { -1, 1 }.Select(step => To(power.Base, power.Exponent + step))
        : [];

    /// <summary>1/N becomes 1 + 1/N, of a dimension; and back.</summary>
    public static IEnumerable<Expr?> ReciprocalAndOne(Spot spot) => spot.Expression switch
    {
        Power power when IsReciprocal(power) => [Expr.Add(Expr.Of(1), power)],
        Sum { Terms: [Number { Value.IsOne: true }, var other] } when IsReciprocal(other) => [other],
        Sum { Terms: [var other, Number { Value.IsOne: true }] } when IsReciprocal(other) => [other],
        _ => [],
    };

    private static Expr To(Expr @base, Rational exponent) => exponent.IsZero ? Expr.Identity(@base.Shape.Rows) : exponent.IsOne ? @base : Expr.Pow(@base, exponent);

    // 1/N is read as 1 times N^-1.
    private static bool IsReciprocal(Expr expression) => expression switch
    {
        Power { Base: DimensionValue } power => power.Exponent == -1,
        Product { Left: Number { Value.IsOne: true }, Right: var right } => IsReciprocal(right),
        _ => false,
    };
}
