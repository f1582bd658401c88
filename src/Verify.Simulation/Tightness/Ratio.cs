using Verify.Language;

namespace Verify.Simulation.Tightness;

/// <summary>The ratio of the sides of an inequality between numbers.</summary>
internal static class Ratio
{
    /// <summary>Whether a comparison has one: an order of numbers, neither side written as 0.</summary>
    public static bool IsOf(Comparison comparison) => comparison.Relation is not (Relation.Equal or Relation.NotEqual)
        && comparison.Left.IsScalar && !IsZero(comparison.Left) && !IsZero(comparison.Right);

    /// <summary>smaller / larger for larger &gt; 0; larger / smaller where both are negative; null elsewhere and where the quotient is not finite.</summary>
    public static double? Of(Relation relation, double left, double right)
    {
        var (smaller, larger) = relation is Relation.Less or Relation.LessOrEqual ? (left, right) : (right, left);
        double? ratio = larger > 0 ? smaller / larger : larger < 0 && smaller < 0 ? larger / smaller : null;
        return ratio is { } value && double.IsFinite(value) ? value : null;
    }

    private static bool IsZero(Expr side) => side is Number { Value.IsZero: true };
}
