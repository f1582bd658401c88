using System.Numerics;

namespace Verify.Simulation.Drawing;

/// <summary>
/// Numbers uniform on (0, 1): odd multiples of 2^-53, symmetric about 1/2, never 0 or 1. A number depends on the key, the sample and the entry alone.
/// </summary>
internal static class Uniforms
{
    /// <summary>The last word of the counters of uniform numbers.</summary>
    public const uint Kind = 1;

    /// <summary>
    /// Writes entry j of sample firstSample + b to values[j batch + b], for 0 ≤ b &lt; batch and 0 ≤ j &lt; entries.
    /// A batch that is not a multiple of 8 up to 256, or values of another length than batch times entries, throw <see cref="ArgumentException"/>.
    /// </summary>
    public static void Fill(StreamKey key, ulong firstSample, int batch, int entries, Span<double> values) =>
        EntryPairs.Fill(key, Kind, Flat, firstSample, batch, entries, values);

    private static void Flat(Span<double> first, Span<double> second)
    {
        for (var b = 0; b < first.Length; b += Vector<double>.Count)
        {
            UnitInterval.Open(Vector.AsVectorUInt64(new Vector<double>(first[b..]))).CopyTo(first[b..]);
            UnitInterval.Open(Vector.AsVectorUInt64(new Vector<double>(second[b..]))).CopyTo(second[b..]);
        }
    }
}
