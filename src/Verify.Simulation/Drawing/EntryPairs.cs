using System.Runtime.InteropServices;

namespace Verify.Simulation.Drawing;

/// <summary>
/// Fills a batch of samples from one stream: the block of <see cref="Philox"/> with the counter (low word of the sample, high word, k, kind) gives
/// 64 random bits to entry 2k and 64 to entry 2k + 1 of its sample. Numbers of another kind have other counters: two kinds of one stream share no block.
/// </summary>
internal static class EntryPairs
{
    /// <summary>The most samples of a batch.</summary>
    public const int LargestBatch = 256;

    /// <summary>What the sizes of batches are multiples of.</summary>
    public const int BatchUnit = 8;

    /// <summary>Turns the random bits of entries 2k and 2k + 1 of each sample, which stand where the two numbers go, into the numbers.</summary>
    public delegate void Law(Span<double> first, Span<double> second);

    /// <summary>
    /// Writes entry j of sample firstSample + b to values[j batch + b]; sample indices are modulo 2^64. The partner of an odd last entry is dropped.
    /// A batch that is not a multiple of 8 from 8 to 256, or values of a length other than batch times entries, throw <see cref="ArgumentException"/>.
    /// </summary>
    public static void Fill(StreamKey key, uint kind, Law law, ulong firstSample, int batch, int entries, Span<double> values)
    {
        if (batch is < BatchUnit or > LargestBatch || batch % BatchUnit != 0)
        {
            throw new ArgumentException($"a batch of {batch}, not a multiple of {BatchUnit} up to {LargestBatch}", nameof(batch));
        }

        if (entries < 0 || values.Length != (long)batch * entries)
        {
            throw new ArgumentException($"{values.Length} values for {entries} entries of {batch} samples", nameof(values));
        }

        Span<double> dropped = stackalloc double[batch];
        for (var entry = 0; entry < entries; entry += 2)
        {
            var first = values.Slice(entry * batch, batch);
            var second = entry + 1 < entries ? values.Slice((entry + 1) * batch, batch) : dropped;
            var (c2, c3) = ((uint)(entry / 2), kind);
            Philox.Fill(key, firstSample, c2, c3, MemoryMarshal.Cast<double, ulong>(first), MemoryMarshal.Cast<double, ulong>(second));
            law(first, second);
        }
    }
}
