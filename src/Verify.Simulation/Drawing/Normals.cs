using System.Numerics;

namespace Verify.Simulation.Drawing;

/// <summary>
/// Standard normal numbers by Box &amp; Muller 1958: √(-2 log v) cos 2πu and √(-2 log v) sin 2πu with v in (0, 1] and u in [0, 1), both multiples of 2^-53,
/// so that no number is beyond √(106 log 2) = 8.57. A number depends on the key, the sample and the entry alone.
/// </summary>
internal static class Normals
{
    /// <summary>The last word of the counters of normal numbers.</summary>
    public const uint Kind = 0;

    /// <summary>
    /// Writes entry j of sample firstSample + b to values[j batch + b], for 0 ≤ b &lt; batch and 0 ≤ j &lt; entries. Entries 2k and 2k + 1 are one pair.
    /// A batch that is not a multiple of 8 up to 256, or values of another length than batch times entries, throw <see cref="ArgumentException"/>.
    /// </summary>
    public static void Fill(StreamKey key, ulong firstSample, int batch, int entries, Span<double> values) =>
        EntryPairs.Fill(key, Kind, BoxMuller, firstSample, batch, entries, values);

    private static void BoxMuller(Span<double> first, Span<double> second)
    {
        for (var b = 0; b < first.Length; b += Vector<double>.Count)
        {
            var v = UnitInterval.WithOne(Vector.AsVectorUInt64(new Vector<double>(first[b..])));
            var u = UnitInterval.WithZero(Vector.AsVectorUInt64(new Vector<double>(second[b..])));
            var radius = Vector.SquareRoot(Elementary.Log(v) * -2);
            var (sine, cosine) = Elementary.SineAndCosineOfTurns(u);
            (radius * cosine).CopyTo(first[b..]);
            (radius * sine).CopyTo(second[b..]);
        }
    }
}
