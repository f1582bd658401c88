using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Verify.Simulation.Drawing;
using Verify.Testing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>The blocks are those of the paper, and vectors give the same ones.</summary>
public sealed class PhiloxTests
{
    private static readonly Arbitrary<(ulong Key, ulong FirstSample)> Places = Streams.Numbers.Zip(Streams.Samples).ToArbitrary();
    private static readonly Arbitrary<((uint C2, uint C3) Words, int Batch)> Rest =
        ArbMap.Default.GeneratorFor<uint>().Two().Zip(Streams.Batches).ToArbitrary();

    /// <summary>The known answers of Random123 (file kat_vectors, "philox4x32 10"): counters and keys of zeros, of ones and of the digits of π.</summary>
    [Theory]
    [InlineData(0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Blocks_are_the_published_ones(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Block(c0, c1, c2, c3, new(((ulong)k1 << 32) | k0)));

    [Fact]
    public void Vectors_hold_the_block_of_each_sample() => Prop.ForAll(Places, Rest, (place, rest) =>
    {
        var (key, firstSample) = place;
        var ((c2, c3), batch) = rest;
        var (firsts, seconds) = (new ulong[batch], new ulong[batch]);
        Philox.Fill(new(key), firstSample, c2, c3, firsts, seconds);
        return Enumerable.Range(0, batch).All(b =>
        {
            var sample = unchecked(firstSample + (ulong)b);
            var block = Philox.Block((uint)sample, (uint)(sample >> 32), c2, c3, new(key));
            return firsts[b] == (((ulong)block.W1 << 32) | block.W0) && seconds[b] == (((ulong)block.W3 << 32) | block.W2);
        });
    }).Holds();

    [Fact]
    public void A_product_with_and_without_its_instruction_is_that_of_the_low_halves() => Prop.ForAll(Streams.Numbers.Two().ToArbitrary(), pair =>
    {
        var expected = (ulong)(uint)pair.Item1 * (uint)pair.Item2;
        var (a, b) = (new Vector<ulong>(pair.Item1), new Vector<ulong>(pair.Item2));
        return Vector.EqualsAll(Philox.Product(a, b), new(expected)) && Vector.EqualsAll(Philox.PortableProduct(a, b), new(expected));
    }).Holds();
}
