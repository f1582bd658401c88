using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in dimensions that stand as numbers.</summary>
internal static class SizeMutations
{
    private const int Most = 2;

    /// <summary>N becomes N + 1, and N + 1 becomes N.</summary>
    public static IEnumerable<Expr?> OneMore(Spot spot) => spot.Expression switch
    {
        DimensionValue value => [Expr.Add(value, Expr.Of(1))],
        Sum { Terms: [DimensionValue value, Number { Value.IsOne: true }] } => [value],
        Sum { Terms: [Number { Value.IsOne: true }, DimensionValue value] } => [value],
        _ => [],
    };

    /// <summary>N becomes another dimension of the claim, at most two.</summary>
    public static IEnumerable<Expr?> Another(Spot spot) => spot.Expression is DimensionValue value
        ? spot.Dimensions.Where(other => other != value.Dimension && other.Name != value.Dimension.Name).Take(Most).Select(Expr.Of)
        : [];
}
