using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>
/// Which sizes to look at. Small sizes mislead: an identity of trace degree k can hold for all d &lt; k and fail at d = k, and N (N - 1) (N - 2) vanishes at 1 and 2.
/// So there are generic sizes (different from each other, at least 2), and each dimension alone runs through more values than the degrees of the statement.
/// </summary>
internal sealed class SizePlan
{
    private const int MostSizes = 40;
    private readonly ImmutableArray<Dimension> _dimensions;
    private readonly ImmutableDictionary<string, int> _fixed;

    /// <summary>A plan for a statement; fixed dimensions keep their value.</summary>
    public SizePlan(StatementTraits traits, ImmutableDictionary<string, int> fixedDimensions)
    {
        (_dimensions, _fixed) = (traits.Dimensions, fixedDimensions);
        var count = _dimensions.Length;
        var generic = count == 1 ? [Assign(_ => 2), Assign(_ => 3)]
            : count == 2 ? new[] { Assign(i => 2 + i), Assign(i => 3 - i) }
            : Enumerable.Range(0, Math.Min(count, 3)).Select(shift => Assign(i => ((i + 1 + shift) % 3) + 1)).ToArray();
        var last = Math.Max(traits.DimensionDegree + 1, traits.HasExpectation ? 3 : Math.Min(traits.MatrixDegree + 1, 7));
        var sweeps =
            from others in traits.HasExpectation ? new[] { 1 } : [1, 2]
            from moving in Enumerable.Range(0, count)
            from value in Enumerable.Range(1, last)
            select Assign(i => i == moving ? value : others);
        Generic = [.. Distinct(count == 0 ? [Assign(_ => 1)] : generic)];
        Sweeps = [.. Distinct(sweeps).Where(sizes => !Generic.Any(other => AreEqual(sizes, other))).OrderBy(Total).Take(MostSizes)];
    }

    /// <summary>Sizes that differ from each other.</summary>
    public ImmutableArray<ImmutableDictionary<Dimension, int>> Generic { get; }

    /// <summary>One dimension after the other through a range, smallest first.</summary>
    public ImmutableArray<ImmutableDictionary<Dimension, int>> Sweeps { get; }

    /// <summary>Every allowed assignment that is smaller in total than the given one, smallest first, and that one.</summary>
    public IEnumerable<ImmutableDictionary<Dimension, int>> UpTo(ImmutableDictionary<Dimension, int> largest)
    {
        IEnumerable<int[]> wishes = [[]];
        foreach (var _ in _dimensions)
        {
            wishes = wishes.SelectMany(start => Enumerable.Range(1, 4).Select(value => start.Append(value).ToArray())).Take(500).ToList();
        }

        return Distinct(wishes.Select(wish => Assign(i => wish[i]))).Where(sizes => Total(sizes) < Total(largest)).OrderBy(Total)
            .ThenBy(sizes => _dimensions.IsEmpty ? 0 : sizes[_dimensions[0]]).Append(largest);
    }

    /// <summary><c>d=2, N=3</c>.</summary>
    public string Text(ImmutableDictionary<Dimension, int> sizes) => string.Join(", ", _dimensions.Select(dimension => $"{dimension.Name}={sizes[dimension]}"));

    private static int Total(ImmutableDictionary<Dimension, int> sizes) => sizes.Values.Sum();

    private static bool AreEqual(ImmutableDictionary<Dimension, int> a, ImmutableDictionary<Dimension, int> b) => a.All(size => b[size.Key] == size.Value);

    private static IEnumerable<ImmutableDictionary<Dimension, int>> Distinct(IEnumerable<ImmutableDictionary<Dimension, int>?> all)
    {
        var kept = new List<ImmutableDictionary<Dimension, int>>();
        foreach (var sizes in all)
        {
            if (sizes is not null && !kept.Exists(other => AreEqual(sizes, other)))
            {
                kept.Add(sizes);
            }
        }

        return kept;
    }

    // The wish of each dimension, raised to its bounds; null where a fixed value is below a bound.
    private ImmutableDictionary<Dimension, int>? Assign(Func<int, int> wish)
    {
        var sizes = ImmutableDictionary<Dimension, int>.Empty;
        foreach (var dimension in _dimensions)
        {
            sizes = Put(sizes, dimension);
        }

        return _dimensions.All(dimension => dimension.LowerBounds.All(bound => bound.Evaluate(d => sizes[d]) <= sizes[dimension])) && sizes.Values.All(size => size >= 1) ? sizes : null;

        ImmutableDictionary<Dimension, int> Put(ImmutableDictionary<Dimension, int> known, Dimension dimension)
        {
            if (known.ContainsKey(dimension))
            {
                return known;
            }

            var after = dimension.LowerBounds.SelectMany(bound => bound.Terms).Aggregate(known, (all, term) => Put(all, term.Key));
            var least = dimension.LowerBounds.Select(bound => bound.Evaluate(d => after[d])).Append(1).Max();
            return after.SetItem(dimension, _fixed.TryGetValue(dimension.Name, out var value) ? value : least + wish(_dimensions.IndexOf(dimension)) - 1);
        }
    }
}
