using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in names.</summary>
internal static class SymbolMutations
{
    private const int Most = 2;

    /// <summary>A symbol becomes another of its shape, at most two: those that follow it, then those before.</summary>
    public static IEnumerable<Expr?> Another(Spot spot)
    {
        if (spot.Expression is not SymbolValue { Symbol: var symbol })
        {
            return [];
        }

        var place = spot.Symbols.IndexOf(symbol);
        return spot.Symbols.Skip(place + 1).Concat(spot.Symbols.Take(Math.Max(place, 0)))
            .Where(other => other != symbol && other.Name != symbol.Name && other.Shape.Equals(symbol.Shape)).Take(Most).Select(Expr.Of);
    }
}
