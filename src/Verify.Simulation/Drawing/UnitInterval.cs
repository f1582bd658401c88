using System.Numerics;
using System.Runtime.CompilerServices;

namespace Verify.Simulation.Drawing;

/// <summary>
/// Uniform numbers from random numbers x of 64 bits, of which the top 53 are used: m = ⌊x / 2^11⌋ is uniform on 0, …, 2^53 - 1. Every step is exact:
/// the top 32 and the next 21 bits become fractions of numbers of a fixed exponent, 2^20 + h / 2^32 and 1/2 + l / 2^53, which are added, less 2^20 + 1/2.
/// </summary>
internal static class UnitInterval
{
    private const ulong BitsOfTwoTo20 = 0x4130_0000_0000_0000;
    private const ulong BitsOfHalf = 0x3FE0_0000_0000_0000;
    private const double Offset = (1 << 20) + 0.5;

    /// <summary>m / 2^53, in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> WithZero(Vector<ulong> x) => (High(x) - new Vector<double>(Offset)) + Vector.AsVectorDouble(Low(x));

    /// <summary>1 - m / 2^53, in (0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> WithOne(Vector<ulong> x) => (new Vector<double>(Offset + 1) - High(x)) - Vector.AsVectorDouble(Low(x));

    /// <summary>(2 ⌊m / 2⌋ + 1) / 2^53, in (0, 1): the middles of 2^52 cells of equal length, symmetric about 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Open(Vector<ulong> x) => (High(x) - new Vector<double>(Offset)) + Vector.AsVectorDouble(Low(x) | Vector<ulong>.One);

    private static Vector<double> High(Vector<ulong> x) => Vector.AsVectorDouble((x >>> 32) | new Vector<ulong>(BitsOfTwoTo20));

    private static Vector<ulong> Low(Vector<ulong> x) => ((x & new Vector<ulong>(uint.MaxValue)) >>> 11) | new Vector<ulong>(BitsOfHalf);
}
