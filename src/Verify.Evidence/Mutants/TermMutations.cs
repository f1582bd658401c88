using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in the terms of a sum, and in a side that is one term.</summary>
internal static class TermMutations
{
    /// <summary>a + b becomes b, and becomes a. Of 1 + 1/N that is what another rule makes too; it counts once.</summary>
    public static IEnumerable<Expr?> Dropped(Spot spot) => spot.Expression is Sum sum && !spot.IsWhole(sum)
        ? sum.Terms.Select((_, i) => Expr.Add(sum.Terms.RemoveAt(i)))
        : [];

    /// <summary>c A becomes (factor c) A; a zero stays as it is, and so does a side that is held against 0.</summary>
    public static IEnumerable<Expr?> Scaled(Spot spot, Rational factor)
    {
        if (!spot.IsTerm || spot.Indifferent.Contains(factor) || spot.Expression is ZeroMatrix or Number { Value.IsZero: true })
        {
            return [];
        }

        var factors = spot.Factors;
        var place = factors.Index().Where(at => at.Item is Number).Select(at => at.Index).FirstOrDefault(-1);
        return [spot.Product(place < 0 ? factors.Insert(0, Expr.Of(factor)) : factors.SetItem(place, Expr.Of(((Number)factors[place]).Value * factor)))];
    }
}
