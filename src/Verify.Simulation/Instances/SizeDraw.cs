using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Simulation.Instances;

/// <summary>From where sizes are drawn, both ends included: one range for the dimension declared first, one for all others.</summary>
internal sealed record SizeRanges(int FirstLow, int FirstHigh, int OtherLow, int OtherHigh)
{
    /// <summary>For statements whose sides are sampled: near 5 and 20, where sample means of traces and norms spread least for their cost.</summary>
    public static SizeRanges Sampled { get; } = new(3, 6, 8, 24);

    /// <summary>For statements without expectations, where each evaluation is exact up to rounding and sizes cost little.</summary>
    public static SizeRanges Large { get; } = new(2, 30, 2, 200);
}

/// <summary>
/// Sizes at random: logarithms uniform over the range, raised to the bounds of the dimension, and all different where nothing is fixed.
/// A dimension that a bound mentions is sized too.
/// </summary>
internal sealed class SizeDraw
{
    private const int Attempts = 40;
    private readonly ImmutableArray<Dimension> _dimensions;
    private readonly ImmutableDictionary<string, int> _fixed;
    private readonly SizeRanges _ranges;

    /// <summary>Sizes for the dimensions, in order of declaration; those that are fixed by name keep their value.</summary>
    public SizeDraw(ImmutableArray<Dimension> dimensions, ImmutableDictionary<string, int> fixedDimensions, SizeRanges ranges) =>
        (_dimensions, _fixed, _ranges) = (DimensionOrder.WithBounding(dimensions), fixedDimensions, ranges);

    /// <summary>The sizes that a seed and a number determine; null where a fixed value, below 1 or below a bound, leaves none.</summary>
    public ImmutableDictionary<Dimension, int>? Draw(ulong seed, int number)
    {
        var random = SplitMix.For(seed, $"sizes {number}");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (Assign((least, place, used) => Choose(least, place, used, random)) is { } sizes)
            {
                return sizes;
            }
        }

        // A fixed dimension may be bounded by free ones, so these come as small as they can.
        return Assign((least, _, _) => least);
    }

    private ImmutableDictionary<Dimension, int>? Assign(Func<int, int, IEnumerable<int>, int> choose)
    {
        var sizes = ImmutableDictionary<Dimension, int>.Empty;
        foreach (var (place, dimension) in _dimensions.Index())
        {
            var least = dimension.LowerBounds.Select(bound => bound.Evaluate(other => sizes[other])).Append(1).Max();
            var isFixed = _fixed.TryGetValue(dimension.Name, out var value);
            if (isFixed && value < least)
            {
                return null;
            }

            sizes = sizes.SetItem(dimension, isFixed ? value : choose(least, place, sizes.Values));
        }

        return sizes;
    }

    private int Choose(int least, int place, IEnumerable<int> used, SplitMix random)
    {
        var (from, to) = place == 0 ? (_ranges.FirstLow, _ranges.FirstHigh) : (_ranges.OtherLow, _ranges.OtherHigh);
        var low = Math.Max(from, least);
        var high = Math.Max(to, low + to - from);
        var size = Math.Min((int)random.LogBetween(low, high + 1), high);
        while (used.Contains(size))
        {
            size++;
        }

        return size;
    }
}
