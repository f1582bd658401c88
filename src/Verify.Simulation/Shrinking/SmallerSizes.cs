using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Simulation.Shrinking;

/// <summary>Sizes below given ones, in the order of their sum beyond the bounds of the dimensions.</summary>
internal static class SmallerSizes
{
    /// <summary>Every assignment with a smaller sum; what is fixed by name stays.</summary>
    public static IEnumerable<ImmutableDictionary<Dimension, int>> Than(ImmutableDictionary<Dimension, int> sizes, ImmutableDictionary<string, int> fixedSizes)
    {
        ImmutableArray<Dimension> ordered = DimensionOrder.WithBounding(sizes.Keys.Order());
        ImmutableArray<Dimension> free = [.. ordered.Where(dimension => !fixedSizes.ContainsKey(dimension.Name))];
        var most = sizes.Values.Sum();
        for (var excess = 0; free.Length > 0 && excess < most; excess++)
        {
            foreach (var beyond in Shares(free.Length, excess))
            {
                if (Assign(ordered, sizes, fixedSizes, beyond) is { } smaller && smaller.Values.Sum() < most)
                {
                    yield return smaller;
                }
            }
        }
    }

    private static ImmutableDictionary<Dimension, int>? Assign(
        ImmutableArray<Dimension> ordered, ImmutableDictionary<Dimension, int> sizes, ImmutableDictionary<string, int> fixedSizes, ImmutableList<int> beyond)
    {
        var (assigned, place) = (ImmutableDictionary<Dimension, int>.Empty, 0);
        foreach (var dimension in ordered)
        {
            var least = dimension.LowerBounds.Select(bound => bound.Evaluate(other => assigned[other])).Append(1).Max();
            var size = fixedSizes.ContainsKey(dimension.Name) ? sizes[dimension] : least + beyond[place++];
            if (size < least)
            {
                return null;
            }

            assigned = assigned.SetItem(dimension, size);
        }

        return assigned;
    }

    // All ways to write a number as an ordered sum of so many.
    private static IEnumerable<ImmutableList<int>> Shares(int count, int total) => count == 1 ? [[total]]
        : Enumerable.Range(0, total + 1).SelectMany(first => Shares(count - 1, total - first).Select(rest => rest.Insert(0, first)));
}
