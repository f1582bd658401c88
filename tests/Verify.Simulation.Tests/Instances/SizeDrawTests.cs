using System.Collections.Immutable;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Instances;

/// <summary>Sizes keep to their ranges, bounds and fixed values.</summary>
public sealed class SizeDrawTests
{
    private static readonly Dimension D = new("d");
    private static readonly Dimension N = new("N", [(Size)D + 2]);
    private static readonly Dimension M = new("M", [((Size)N).Times(2)]);
    private static readonly Dimension K = new("k");
    private static readonly ImmutableDictionary<string, int> Free = ImmutableDictionary<string, int>.Empty;

    [Fact]
    public void Sizes_respect_bounds_and_ranges_and_differ() => Prop.ForAll(Gen.Choose(1, 10000).ToArbitrary(), Gen.Elements(SizeRanges.Sampled, SizeRanges.Large).ToArbitrary(), (seed, ranges) =>
    {
        var sizes = new SizeDraw([D, N, K, M], Free, ranges).Draw((ulong)seed, 0)!;
        return sizes[D] >= ranges.FirstLow && sizes[D] <= ranges.FirstHigh
            && sizes[K] >= ranges.OtherLow && sizes[K] <= ranges.OtherHigh + 3
            && sizes[N] >= sizes[D] + 2 && sizes[M] >= 2 * sizes[N]
            && sizes.Values.Distinct().Count() == 4;
    }).Holds(200);

    [Fact]
    public void All_sizes_of_the_ranges_occur()
    {
        var drawn = Enumerable.Range(0, 400).Select(number => new SizeDraw([D, K], Free, SizeRanges.Sampled).Draw(1, number)!).ToList();
        Assert.Equal(Enumerable.Range(3, 4), drawn.Select(sizes => sizes[D]).Distinct().Order());
        Assert.Equal(Enumerable.Range(8, 17), drawn.Select(sizes => sizes[K]).Distinct().Order());
    }

    [Fact]
    public void A_dimension_named_only_by_a_bound_is_sized() => Assert.True(new SizeDraw([M], Free, SizeRanges.Sampled).Draw(1, 0) is { } sizes && sizes[M] >= 2 * (sizes[D] + 2));

    [Fact]
    public void A_fixed_value_is_kept_and_what_bounds_it_is_drawn_below() => Prop.ForAll(Gen.Choose(1, 10000).ToArbitrary(), Gen.Choose(3, 9).ToArbitrary(), (seed, fixedN) =>
        new SizeDraw([D, N], Free.Add("N", fixedN), SizeRanges.Large).Draw((ulong)seed, 0) is { } sizes && sizes[N] == fixedN && sizes[D] <= fixedN - 2 && sizes[D] >= 1).Holds();

    [Theory]
    [InlineData("N", 2)]
    [InlineData("d", 0)]
    [InlineData("M", 5)]
    public void A_fixed_value_below_a_bound_leaves_nothing(string name, int value) => Assert.Null(new SizeDraw([D, N, M], Free.Add(name, value), SizeRanges.Sampled).Draw(1, 0));

    [Fact]
    public void Fixed_values_may_be_equal() =>
        Assert.Equal([4, 4], new SizeDraw([D, K], Free.Add("d", 4).Add("k", 4), SizeRanges.Sampled).Draw(1, 0)!.Values);

    [Fact]
    public void Seed_and_number_determine_sizes()
    {
        string Text(ulong seed, int number) => string.Join(",", new SizeDraw([D, N, K], Free, SizeRanges.Large).Draw(seed, number)!.OrderBy(size => size.Key).Select(size => size.Value));
        Assert.Equal(Text(1, 2), Text(1, 2));
        Assert.NotEqual(Text(1, 2), Text(1, 3));
        Assert.NotEqual(Text(1, 2), Text(2, 2));
    }
}
