namespace Verify.Language.Elaboration;

/// <summary>What the bounds of dimensions say of sizes.</summary>
internal static class DimensionBounds
{
    /// <summary>Whether the values are allowed; every dimension that a bound mentions has one.</summary>
    public static bool Allow(IReadOnlyDictionary<Dimension, int> values) => values.All(entry =>
        entry.Value >= 1 && entry.Key.LowerBounds.All(bound => bound.Evaluate(dimension => values[dimension]) <= entry.Value));

    /// <summary>What keeps a dimension from growing: another one that is bounded by it from below and does not grow with it. Null where nothing does.</summary>
    public static string? KeptBelow(Dimension dimension, IEnumerable<Dimension> others, IEnumerable<Dimension?> growing) =>
        others.Except(growing.OfType<Dimension>()).Where(other => other != dimension && WithMentioned([other]).Contains(dimension)).Order().FirstOrDefault() is { } fixedOne
            ? $"{fixedOne} stays as it is, and is at least {string.Join(", ", fixedOne.LowerBounds)}"
            : null;

    /// <summary>The dimensions and every one that their bounds mention, by name.</summary>
    public static IReadOnlyList<Dimension> WithMentioned(IEnumerable<Dimension> dimensions) => [.. DimensionOrder.WithBounding(dimensions).Order()];

    /// <summary>
    /// Whether the size may be below 1 for allowed dimensions. A dimension with a positive multiple is replaced by one of its bounds, those first that others do
    /// not rest on, until no multiple is negative; if no choice of bounds, of the 256 that are tried at most, gives at least 1, the answer is yes.
    /// </summary>
    public static bool MayBeBelowOne(Size size)
    {
        var tries = 256;
        return !IsAtLeastOne(size, ref tries);
    }

    private static bool IsAtLeastOne(Size size, ref int tries)
    {
        if (size.Terms.All(term => term.Value > 0))
        {
            return size.Constant + size.Terms.Sum(term => (double)term.Value * term.Key.Least) >= 1;
        }

        var bounded = size.Terms.Where(term => term.Value > 0 && !term.Key.LowerBounds.IsEmpty).ToList();
        if (bounded.Count == 0)
        {
            return false;
        }

        var (dimension, multiple) = bounded.MaxBy(term => term.Key.Depth);
        var rest = size - ((Size)dimension).Times(multiple);
        foreach (var bound in dimension.LowerBounds.Append(Size.One))
        {
            if (--tries > 0 && IsAtLeastOne(rest + bound.Times(multiple), ref tries))
            {
                return true;
            }
        }

        return false;
    }
}
