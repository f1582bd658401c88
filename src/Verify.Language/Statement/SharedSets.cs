using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>Sets that expressions share: most hold what the ones below them hold.</summary>
internal static class SharedSets
{
    /// <summary>The union, which is the larger set itself where it holds the other.</summary>
    public static ImmutableHashSet<T> Joined<T>(this ImmutableHashSet<T> a, ImmutableHashSet<T> b)
    {
        var (small, large) = a.Count < b.Count ? (a, b) : (b, a);
        return ReferenceEquals(small, large) || small.IsEmpty || Holds(large, small) ? large : large.Union(small);
    }

    /// <summary>The set with the dimensions of a size.</summary>
    public static ImmutableHashSet<Dimension> Joined(this ImmutableHashSet<Dimension> all, Size size)
    {
        foreach (var term in size.Terms)
        {
            foreach (var factor in term.Key.Factors)
            {
                all = all.Add(factor);
            }
        }

        return all;
    }

    private static bool Holds<T>(ImmutableHashSet<T> large, ImmutableHashSet<T> small)
    {
        foreach (var item in small)
        {
            if (!large.Contains(item))
            {
                return false;
            }
        }

        return true;
    }
}
