using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Elaboration;

namespace Verify.Evidence.Mutants;

/// <summary>
/// Sizes at which an inequality may fail that holds at small ones: a dimension that only counts, and sizes no matrix, may be as large as a million at no cost, and a bound that is lax for few prompts
/// may be close for many.
/// </summary>
internal static class WiderSizes
{
    private static readonly ImmutableArray<int> Counts = [1, 7, 1000, 1_000_000];
    private static readonly ImmutableArray<int> FewCounts = [1, 1000];
    private static readonly ImmutableArray<int> SpecialCounts = [1, 1000, 1_000_000];
    private static readonly ImmutableArray<int> SpecialSizes = [2, 4];
    private const int MostCounted = 4;
    private const int LargestSize = 2;

    /// <summary>The choices, none where every dimension sizes something.</summary>
    public static IEnumerable<ImmutableDictionary<string, int>> Of(Claim claim)
    {
        var sizing = Sizing(claim);
        return claim.Statement is not Comparison || claim.Dimensions.All(sizing.Contains) ? [] : Choices(claim, sizing, Enumerable.Range(1, sizing.Count == 0 ? 1 : LargestSize), Counts);
    }

    /// <summary>The choices for values that are multiples of the identity: the size 4 has a rational root.</summary>
    public static IEnumerable<ImmutableDictionary<string, int>> OfSpecial(Claim claim) => Choices(claim, Sizing(claim), SpecialSizes, SpecialCounts);

    // One size for all that size something, and for each of the others one of the counts.
    private static IEnumerable<ImmutableDictionary<string, int>> Choices(Claim claim, HashSet<Dimension> sizing, IEnumerable<int> sizes, ImmutableArray<int> someCounts)
    {
        ImmutableArray<Dimension> counting = [.. claim.Dimensions.Where(dimension => !sizing.Contains(dimension))];
        return counting.Length > MostCounted ? []
            : from size in sizes
              from counts in Choices(counting.Length, counting.Length <= 2 ? someCounts : FewCounts)
              select claim.Dimensions.ToImmutableDictionary(dimension => dimension.Name, dimension => counting.IndexOf(dimension) is >= 0 and var place ? counts[place] : size);
    }

    private static IEnumerable<ImmutableArray<int>> Choices(int length, ImmutableArray<int> values) =>
        length == 0 ? [[]] : Choices(length - 1, values).SelectMany(start => values.Select(start.Add));

    private static HashSet<Dimension> Sizing(Claim claim)
    {
        var (sizing, seen) = (new HashSet<Dimension>(), new HashSet<Expr>());
        var open = new Stack<Expr>([.. Dependence.ExpressionsOf(claim.Statement), .. claim.Conditions.SelectMany(Dependence.ExpressionsOf)]);
        while (open.TryPop(out var node))
        {
            sizing.UnionWith(node.Shape.Rows.Dimensions);
            sizing.UnionWith(node.Shape.Columns.Dimensions);
            foreach (var child in node.Children.Where(seen.Add))
            {
                open.Push(child);
            }
        }

        return sizing;
    }
}
