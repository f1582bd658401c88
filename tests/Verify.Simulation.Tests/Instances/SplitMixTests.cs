using FsCheck.Fluent;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Instances;

/// <summary>The generator against published output, its uniform and normal numbers against their moments.</summary>
public sealed class SplitMixTests
{
    /// <summary>The first outputs for the seed 1234567 in the reference implementation in C (Vigna, prng.di.unimi.it).</summary>
    [Fact]
    public void Output_is_that_of_the_reference_implementation()
    {
        var random = new SplitMix(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Streams_of_different_labels_and_seeds_differ_and_equal_ones_agree() =>
        Prop.ForAll(Gen.Choose(0, 1000).ToArbitrary(), Gen.Elements("", "a", "b", "ab", "ba").ToArbitrary(), (seed, label) =>
            SplitMix.For((ulong)seed, label).Next() == SplitMix.For((ulong)seed, label).Next()
            && SplitMix.For((ulong)seed, label).Next() != SplitMix.For((ulong)seed, label + "a").Next()
            && SplitMix.For((ulong)seed, label).Next() != SplitMix.For((ulong)seed + 1, label).Next()).Holds();

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_law()
    {
        var random = new SplitMix(3);
        var drawn = Enumerable.Range(0, 40000).Select(_ => random.Normal()).ToList();
        Assert.InRange(drawn.Average(), -0.02, 0.02);
        Assert.InRange(drawn.Average(x => x * x), 0.97, 1.03);
        Assert.InRange(drawn.Average(x => Math.Pow(x, 4)), 2.8, 3.2);
        Assert.InRange(drawn.Skip(1).Zip(drawn, (x, y) => x * y).Average(), -0.02, 0.02);
    }

    [Fact]
    public void Logarithms_are_uniform()
    {
        var random = new SplitMix(4);
        var drawn = Enumerable.Range(0, 10000).Select(_ => random.LogBetween(0.1, 10)).ToList();
        Assert.InRange(drawn.Count(x => x < 1), 4800, 5200);
        Assert.InRange(drawn.Min(), 0.1, 0.11);
        Assert.InRange(drawn.Max(), 9, 10);
    }
}
