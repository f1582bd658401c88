using FsCheck;
using FsCheck.Fluent;
using Verify.Simulation.Drawing;
using Verify.Testing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>A number depends on its key, sample and entry alone, and is the one that the documentation says.</summary>
public sealed class FillTests
{
    private static readonly Arbitrary<(ulong Key, ulong Start)> Places = Streams.Numbers.Zip(Streams.Samples).ToArbitrary();
    private static readonly Arbitrary<(int Batch, int Entries)> Sizes = Streams.Batches.Zip(Gen.Choose(0, 9)).ToArbitrary();

    [Fact]
    public void A_normal_depends_on_key_sample_and_entry_alone() => Agree(Normals.Fill, PlainNumbers.Normal);

    [Fact]
    public void A_uniform_depends_on_key_sample_and_entry_alone() => Agree(Uniforms.Fill, PlainNumbers.Uniform);

    [Fact]
    public void An_exponential_depends_on_key_sample_and_entry_alone() => Agree(Exponentials.Fill, PlainNumbers.Exponential);

    /// <summary>
    /// Relative errors in units of 2^-53, to first order. Ours: half of 2 for the logarithm, 1 for the root, 4 for sine or cosine,
    /// 1 for the product: 7. The platform's, with errors of 1 ulp: 1 + 1 + 2 + 1 = 5. In all 12, and 1 for the terms of second order.
    /// </summary>
    [Fact]
    public void A_pair_of_normals_is_the_one_of_Box_and_Muller()
    {
        var key = StreamKey.For(5, "pair");
        var rows = Sampling.Rows(Normals.Fill, key);
        for (var sample = 0; sample < Sampling.Samples; sample++)
        {
            for (var pair = 0; pair < 8; pair++)
            {
                var (v, u) = PlainNumbers.UniformsOfPair(key, (ulong)sample, pair);
                var radius = Math.Sqrt(-2 * Math.Log(v));
                var (first, second) = (radius * double.CosPi(2 * u), radius * double.SinPi(2 * u));
                Assert.InRange(Math.Abs(rows[2 * pair][sample] - first), 0, 13 * Math.ScaleB(Math.Abs(first), -53));
                Assert.InRange(Math.Abs(rows[(2 * pair) + 1][sample] - second), 0, 13 * Math.ScaleB(Math.Abs(second), -53));
            }
        }
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(12, 1, 12)]
    [InlineData(264, 1, 264)]
    [InlineData(8, 2, 15)]
    [InlineData(8, 2, 17)]
    [InlineData(8, -1, 0)]
    public void Batches_of_other_sizes_are_refused(int batch, int entries, int length)
    {
        Assert.Throws<ArgumentException>(() => Normals.Fill(new(1), 0, batch, entries, new double[length]));
        Assert.Throws<ArgumentException>(() => Uniforms.Fill(new(1), 0, batch, entries, new double[length]));
    }

    private static void Agree(Sampling.Filler filler, Func<StreamKey, ulong, int, double> number) => Prop.ForAll(Places, Sizes, (place, sizes) =>
    {
        var ((key, start), (batch, entries)) = (place, sizes);
        var values = new double[batch * entries];
        filler(new(key), start, batch, entries, values);
        return Enumerable.Range(0, values.Length).All(i => values[i].Equals(number(new(key), unchecked(start + (ulong)(i % batch)), i / batch)));
    }).Holds();
}
