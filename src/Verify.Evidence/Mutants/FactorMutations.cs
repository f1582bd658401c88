using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in the factors of a product.</summary>
internal static class FactorMutations
{
    /// <summary>A B C becomes B C, A C and A B. A factor -1 is left to the rule that negates.</summary>
    public static IEnumerable<Expr?> Removed(Spot spot)
    {
        var factors = spot.Factors;
        return factors.Length < 2 ? [] : factors.Index().Where(at => at.Item is not Number number || number.Value != -1).Select(at => spot.Product(factors.RemoveAt(at.Index)));
    }

    /// <summary>A B becomes B A, of two matrices that stand side by side.</summary>
    public static IEnumerable<Expr?> Exchanged(Spot spot)
    {
        var factors = spot.Factors;
        return Enumerable.Range(0, Math.Max(factors.Length - 1, 0))
            .Where(i => !factors[i].IsScalar && !factors[i + 1].IsScalar && !ReferenceEquals(factors[i], factors[i + 1]))
            .Select(i => spot.Product(factors.SetItem(i, factors[i + 1]).SetItem(i + 1, factors[i])));
    }

    /// <summary>tr(A) B becomes A B.</summary>
    public static IEnumerable<Expr?> TraceLost(Spot spot)
    {
        var factors = spot.Factors;
        return spot.Expression.IsScalar ? [] : factors.Index().Where(at => at.Item is Trace).Select(at => spot.Product(factors.SetItem(at.Index, at.Item.Children[0])));
    }

    /// <summary>A B becomes tr(A) B.</summary>
    public static IEnumerable<Expr?> TraceAdded(Spot spot)
    {
        var factors = spot.Factors;
        return factors.Count(factor => !factor.IsScalar) < 2 ? []
            : factors.Index().Where(at => !at.Item.IsScalar && at.Item.Shape.IsSquare).Select(at => spot.Product(factors.SetItem(at.Index, Expr.TraceOf(at.Item))));
    }
}
