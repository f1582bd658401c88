using System.Numerics;
using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>Seeds and labels that differ give keys that have nothing to do with each other.</summary>
public sealed class StreamKeyTests
{
    private static readonly string[] Symbols = ["", "X", "Λ", "x", "X'", "\0", "XX", "Xx"];
    private static readonly string[] Labels = [.. from claim in Enumerable.Range(0, 300) from symbol in Symbols select $"{claim}/{symbol}"];

    [Fact]
    public void Labels_and_seeds_have_keys_of_their_own()
    {
        var keys = (from seed in Enumerable.Range(0, 40) from label in Labels select StreamKey.For((ulong)seed, label)).ToHashSet();
        Assert.Equal(40 * Labels.Length, keys.Count);
        Assert.Equal(StreamKey.For(3, "a/X"), StreamKey.For(3, "a/" + "X"));
    }

    /// <summary>Reports name the seed alone, so that a seed and a label stand for one key. These were computed apart, in another language.</summary>
    [Theory]
    [InlineData(0, "", 0x5b21f68ffa77f14c)]
    [InlineData(7, "loss/Λ", 0x7b22d98617e42459)]
    public void A_key_stays_what_it_is(ulong seed, string label, ulong key) => Assert.Equal(key, StreamKey.For(seed, label).Value);

    [Fact]
    public void A_bit_of_the_seed_changes_every_bit_of_the_key_half_of_the_time() =>
        AssertAvalanche(64, (bit, i) => (StreamKey.For((ulong)i, Labels[i]), StreamKey.For((ulong)i ^ (1UL << bit), Labels[i])));

    [Fact]
    public void A_bit_of_the_last_unit_of_the_label_changes_every_bit_of_the_key_half_of_the_time() =>
        AssertAvalanche(16, (bit, i) => (StreamKey.For((ulong)i, Labels[i] + (char)i), StreamKey.For((ulong)i, Labels[i] + (char)(i ^ (1 << bit)))));

    /// <summary>
    /// For each bit that is changed and each bit of the key: of 2400 pairs of keys, those that differ in the latter are binomial (2400, 1/2) in number.
    /// By Hoeffding all 64 · 64 numbers or fewer are within t of the half, with risk 4096 · 2 exp(-2 t² / 2400).
    /// </summary>
    private static void AssertAvalanche(int bits, Func<int, int, (StreamKey One, StreamKey Other)> pair)
    {
        var half = Labels.Length / 2.0;
        var bound = Math.Sqrt(Labels.Length * Math.Log(4096 * 2 / Sampling.Risk) / 2);
        for (var bit = 0; bit < bits; bit++)
        {
            var counts = new int[64];
            for (var i = 0; i < Labels.Length; i++)
            {
                var (one, other) = pair(bit, i);
                for (var changed = one.Value ^ other.Value; changed != 0; changed &= changed - 1)
                {
                    counts[BitOperations.TrailingZeroCount(changed)]++;
                }
            }

            Assert.All(counts, count => Assert.InRange(count, half - bound, half + bound));
        }
    }
}
