using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Elaboration;
using Verify.Testing;

namespace Verify.Language.Tests.Elaboration;

/// <summary>What bounds of dimensions say of sizes, against all small values.</summary>
public sealed class DimensionBoundsTests
{
    private const int Largest = 9;

    [Fact]
    public void A_size_said_to_be_at_least_one_is_so_at_every_allowed_value() => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
    {
        var draw = new SeededDraw(seed);
        var dimensions = Bounded(draw);
        var size = RandomSize(draw, dimensions, -2);
        var least = Allowed(dimensions).Select(values => (int?)size.Evaluate(dimension => values[dimension])).Min() ?? 1;
        Assert.True(DimensionBounds.MayBeBelowOne(size) || least >= 1, $"{size} comes down to {least} with {string.Join(", ", dimensions.Select(dimension => $"{dimension} >= {string.Join(", ", dimension.LowerBounds)}"))}");
        return true;
    }).Holds(tests: 1000);

    [Fact]
    public void A_bound_itself_and_what_it_leaves_are_seen()
    {
        var d = new Dimension("d");
        var e = new Dimension("e", [(Size)d + 2]);
        var f = new Dimension("f", [(Size)e + d]);
        Assert.False(DimensionBounds.MayBeBelowOne((Size)e - d));
        Assert.False(DimensionBounds.MayBeBelowOne((Size)f - d - d - 1));
        Assert.False(DimensionBounds.MayBeBelowOne(((Size)d * e) - d - 1));
        Assert.True(DimensionBounds.MayBeBelowOne((Size)e - d - 2));
        Assert.True(DimensionBounds.MayBeBelowOne((Size)d - e));
    }

    [Fact]
    public void The_least_value_is_taken_at_some_allowed_values() => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
    {
        var dimensions = Bounded(new(seed));
        foreach (var dimension in dimensions.Where(dimension => dimension.Least <= Largest))
        {
            Assert.Equal(dimension.Least, Allowed(dimensions.TakeWhile(other => other != dimension).Append(dimension)).Min(values => values[dimension]));
        }

        return true;
    }).Holds(tests: 200);

    [Fact]
    public void Bounds_that_share_dimensions_are_not_walked_again_and_again()
    {
        List<Dimension> chain = [new("e0"), new("e1")];
        while (chain.Count < 40)
        {
            chain.Add(new($"e{chain.Count}", [(Size)chain[^1] + chain[^2]]));
        }

        Assert.Equal(102_334_155, chain[^1].Least);
        Assert.False(DimensionBounds.MayBeBelowOne((Size)chain[^1] - chain[^2]));
    }

    private static List<Dimension> Bounded(SeededDraw draw)
    {
        List<Dimension> dimensions = [new("a")];
        foreach (var name in new[] { "b", "c" })
        {
            dimensions.Add(new(name, draw.Below(3) == 0 ? [] : [RandomSize(draw, dimensions, 0)]));
        }

        return dimensions;
    }

    private static Size RandomSize(SeededDraw draw, List<Dimension> dimensions, int least) =>
        dimensions.Aggregate((Size)(draw.Below(5) - 1), (sum, dimension) => sum + ((Size)dimension).Times(least + draw.Below(2 - least)));

    private static IEnumerable<Dictionary<Dimension, int>> Allowed(IEnumerable<Dimension> dimensions)
    {
        IEnumerable<Dictionary<Dimension, int>> all = [[]];
        foreach (var dimension in dimensions)
        {
            all = all.SelectMany(values => Enumerable.Range(1, Largest).Select(value => new Dictionary<Dimension, int>(values) { [dimension] = value }));
        }

        return all.Where(DimensionBounds.Allow);
    }
}
