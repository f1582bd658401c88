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

    /// <summary>
    /// For each bit of the seed and each bit of the key: how many of 2400 keys differ in the one if their seeds differ in the other is binomial (2400, 1/2).
    /// By Hoeffding all are within t of the half with risk 4096 · 2 exp(-2 t² / 2400).
    /// </summary>
    [Fact]
    public void A_bit_of_the_seed_changes_every_bit_of_the_key_half_of_the_time()
    {
        var bound = Math.Sqrt(Labels.Length * Math.Log(4096 * 2 / Sampling.Risk) / 2);
        for (var bit = 0; bit < 64; bit++)
        {
            var counts = new int[64];
            foreach (var (label, seed) in Labels.Select((label, index) => (label, (ulong)index)))
            {
                var changed = StreamKey.For(seed, label).Value ^ StreamKey.For(seed ^ (1UL << bit), label).Value;
                for (; changed != 0; changed &= changed - 1)
                {
                    counts[BitOperations.TrailingZeroCount(changed)]++;
                }
            }

            Assert.All(counts, count => Assert.InRange(count, (Labels.Length / 2.0) - bound, (Labels.Length / 2.0) + bound));
        }
    }
}
