using System.Numerics;

namespace Verify.Simulation.Drawing;

/// <summary>
/// Exponential numbers of mean 1 by inversion, -log v with v in (0, 1], a multiple of 2^-53, so that no number is beyond 53 log 2 = 36.74. A number depends on the key, the sample and
/// the entry alone.
/// </summary>
internal static class Exponentials
{
    /// <summary>The last word of the counters of exponential numbers.</summary>
    public const uint Kind = 2;

    /// <summary>
    /// Writes entry j of sample firstSample + b to values[j batch + b], for 0 ≤ b &lt; batch and 0 ≤ j &lt; entries.
    /// A batch that is not a multiple of 8 up to 256, or values of another length than batch times entries, throw <see cref="ArgumentException"/>.
    /// </summary>
    public static void Fill(StreamKey key, ulong firstSample, int batch, int entries, Span<double> values) =>
        EntryPairs.Fill(key, Kind, Inversion, firstSample, batch, entries, values);

    private static void Inversion(Span<double> first, Span<double> second)
    {
        for (var b = 0; b < first.Length; b += Vector<double>.Count)
        {
            (-Elementary.Log(UnitInterval.WithOne(Vector.AsVectorUInt64(new Vector<double>(first[b..]))))).CopyTo(first[b..]);
            (-Elementary.Log(UnitInterval.WithOne(Vector.AsVectorUInt64(new Vector<double>(second[b..]))))).CopyTo(second[b..]);
        }
    }
}
