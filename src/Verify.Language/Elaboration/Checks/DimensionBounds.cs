namespace Verify.Language.Elaboration;

/// <summary>What the bounds of dimensions say of sizes.</summary>
internal static class DimensionBounds
{
    /// <summary>The least value that the dimension takes: 1, or what its bounds come to where the dimensions in them are least.</summary>
    public static int Least(Dimension dimension) => dimension.IsProduct ? dimension.Factors.Aggregate(1, (product, factor) => checked(product * Least(factor))) : dimension.LowerBounds
        .Where(bound => bound.Terms.All(term => term.Value > 0))
        .Select(bound => bound.Evaluate(Least))
        .Append(1).Max();

    /// <summary>Whether the values are allowed; every dimension that a bound mentions has one.</summary>
    public static bool Allow(IReadOnlyDictionary<Dimension, int> values) => values.All(entry =>
        entry.Value >= 1 && entry.Key.LowerBounds.All(bound => bound.Evaluate(dimension => values[dimension]) <= entry.Value));

    /// <summary>What keeps a dimension from growing: another one that is bounded by it from below and does not grow with it. Null where nothing does.</summary>
    public static string? KeptBelow(Dimension dimension, IEnumerable<Dimension> others, IEnumerable<Dimension?> growing) =>
        others.Except(growing.OfType<Dimension>()).Where(other => other != dimension && WithMentioned([other]).Contains(dimension)).Order().FirstOrDefault() is { } fixedOne
            ? $"{fixedOne} stays as it is, and is at least {string.Join(", ", fixedOne.LowerBounds)}"
            : null;

    /// <summary>The dimensions and every one that their bounds mention.</summary>
    public static IReadOnlyList<Dimension> WithMentioned(IEnumerable<Dimension> dimensions)
    {
        var all = new HashSet<Dimension>();
        var open = new Stack<Dimension>(dimensions);
        while (open.TryPop(out var dimension))
        {
            if (all.Add(dimension))
            {
                foreach (var mentioned in dimension.LowerBounds.SelectMany(bound => bound.Dimensions))
                {
                    open.Push(mentioned);
                }
            }
        }

        return [.. all.Order()];
    }

    /// <summary>
    /// Whether the size may be below 1 for allowed dimensions. A dimension with a positive multiple is replaced by one of its bounds, until nothing is left
    /// but a number; if no choice of bounds gives at least 1, the answer is yes.
    /// </summary>
    public static bool MayBeBelowOne(Size size) => !IsAtLeastOne(size, 64);

    private static bool IsAtLeastOne(Size size, int steps)
    {
        if (size.IsConstant)
        {
            return size.Constant >= 1;
        }

        return steps > 0 && size.Terms.Where(term => term.Value > 0).Any(term => term.Key.LowerBounds.Append(Size.One)
            .Any(bound => IsAtLeastOne(size - ((Size)term.Key).Times(term.Value) + bound.Times(term.Value), steps / 2)));
    }
}
