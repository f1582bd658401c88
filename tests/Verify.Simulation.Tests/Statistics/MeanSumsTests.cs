using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Verify.Simulation.Statistics;
using Verify.Testing;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>Sums of blocks are the same bits on every machine and with any number of workers.</summary>
public sealed class MeanSumsTests
{
    private const double Centre = 0.7;
    private static readonly ImmutableArray<Tilt> Tilts = [new(0.7, 0.01), new(0.5, 3), new(0.9, 1e9)];
    private static readonly Arbitrary<double[]> Samples = Gen.Choose(0, 70).Zip(Gen.Choose(1, 1 << 20))
        .Select(pair => new Draws((ulong)pair.Item2).Many(pair.Item1, draws => Math.Pow(draws.Normal(), 3))).ToArbitrary();

    [Fact]
    public void A_sum_is_that_of_eight_lanes_added_one_by_one() => Prop.ForAll(Samples, samples =>
    {
        var sums = MeanSums.Of(samples, Centre, Tilts);
        return Same(sums.Sum, EightLanes(samples, x => x - Centre))
            && Same(sums.Squares, EightLanes(samples, x => (x - Centre) * (x - Centre)))
            && Tilts.Select((tilt, j) => Same(sums.Tilted[j], EightLanes(samples, x => Term(tilt, x)))).All(same => same);
    }).Holds(300);

    [Fact]
    public void Sums_added_in_the_order_of_blocks_have_the_same_bits_with_any_number_of_workers()
    {
        var samples = new Draws(5).Many(20_000, draws => Math.Pow(draws.Normal(), 4));
        var blocks = samples.Chunk(512).ToArray();
        var reference = blocks.Select(block => MeanSums.Of(block, Centre, Tilts)).Aggregate(MeanSums.None(Tilts.Length), (sum, block) => sum.Add(block));
        foreach (var workers in (int[])[1, 2, 7])
        {
            var made = new MeanSums[blocks.Length];
            var options = new ParallelOptions { MaxDegreeOfParallelism = workers };
            Parallel.For(0, blocks.Length, options, i => made[^(i + 1)] = MeanSums.Of(blocks[^(i + 1)], Centre, Tilts));
            var total = made.Aggregate(MeanSums.None(Tilts.Length), (sum, block) => sum.Add(block));
            Assert.True(Same(reference.Sum, total.Sum) && Same(reference.Squares, total.Squares) && reference.Tilted.Zip(total.Tilted, Same).All(same => same));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(1000)]
    public void Neither_the_size_nor_the_order_of_blocks_shows_where_every_sum_is_exact(int size)
    {
        // Integers, of which the tilted sums are left out: those differ by rounding.
        var samples = new Draws(6).Many(3000, draws => Math.Round(9 * draws.Normal()));
        var whole = MeanSums.Of(samples, 2, []);
        var blocks = samples.Chunk(size).Reverse().Select(block => MeanSums.Of(block, 2, [])).Aggregate((a, b) => a.Add(b));
        Assert.Equal((whole.Count, whole.Sum, whole.Squares), (blocks.Count, blocks.Sum, blocks.Squares));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(512)]
    public void Another_size_of_blocks_moves_a_sum_by_rounding_alone(int size)
    {
        var samples = new Draws(7).Many(5000, draws => draws.Normal());
        var whole = MeanSums.Of(samples, Centre, Tilts);
        var blocks = samples.Chunk(size).Select(block => MeanSums.Of(block, Centre, Tilts)).Aggregate((a, b) => a.Add(b));
        Assert.All(Enumerable.Range(0, Tilts.Length), j => Assert.Equal(whole.Tilted[j], blocks.Tilted[j], 1e-11 * 5000));
        Assert.Equal(whole.Count, blocks.Count);
    }

    [Fact]
    public void Mean_and_variance_are_those_of_the_samples()
    {
        double[] samples = [3, 5, 10, 2, 8, 1, 1, 4, 7, 9];
        var sums = MeanSums.Of(samples, 4, []);
        Assert.Equal(samples.Average(), sums.Mean(4), 14);
        Assert.Equal(samples.Sum(x => (x - samples.Average()) * (x - samples.Average())) / 9, sums.Variance(), 13);
        Assert.True(double.IsNaN(MeanSums.Of([1], 4, []).Variance()));
    }

    [Fact]
    public void Sums_over_other_tilts_are_not_added() => Assert.Throws<ArgumentException>(() => MeanSums.None(2).Add(MeanSums.None(3)));

    private static double Term(Tilt tilt, double x) => Influence.Of(new Vector<double>(tilt.Rate * (x - tilt.Mean)))[0];

    private static double EightLanes(double[] samples, Func<double, double> term)
    {
        var lanes = new double[8];
        for (var i = 0; i < samples.Length; i++)
        {
            lanes[i % 8] += term(samples[i]);
        }

        return lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));
    }

    private static bool Same(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
