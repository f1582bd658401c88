using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verify.Simulation.Flows;

/// <summary>
/// States padded with zeros to whole vectors, so that loops have no tails. Elementwise results do not depend on the width of a vector, and sums are taken
/// in a fixed order.
/// </summary>
internal static class Lanes
{
    /// <summary>The padded length for n numbers, a multiple of 8 on every machine.</summary>
    public static int Padded(int n) => (n + 7) & ~7;

    /// <summary>The numbers as vectors.</summary>
    public static ReadOnlySpan<Vector<double>> Of(ReadOnlySpan<double> x) => MemoryMarshal.Cast<double, Vector<double>>(x);

    /// <summary>The numbers as vectors.</summary>
    public static Span<Vector<double>> Of(Span<double> x) => MemoryMarshal.Cast<double, Vector<double>>(x);

    /// <summary>The numbers as vectors.</summary>
    public static Span<Vector<double>> Of(double[] x) => MemoryMarshal.Cast<double, Vector<double>>(x.AsSpan());

    /// <summary>max_i |x_i|; a number that is not one is passed over.</summary>
    public static double Largest(ReadOnlySpan<double> x)
    {
        var largest = Vector<double>.Zero;
        foreach (var v in Of(x))
        {
            largest = Vector.MaxNumber(largest, Vector.Abs(v));
        }

        var result = 0.0;
        for (var i = 0; i < Vector<double>.Count; i++)
        {
            result = Math.Max(result, largest[i]);
        }

        return result;
    }

    /// <summary>Σ_i (x_i / scale_i)², of padded numbers: four partial sums, of the indices alike modulo 4.</summary>
    public static double SquaresOver(ReadOnlySpan<double> x, ReadOnlySpan<double> scale)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, scale.Length);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i + 4 <= x.Length; i += 4)
        {
            var ratio = Vector256.Create(x[i..]) / Vector256.Create(scale[i..]);
            sum += ratio * ratio;
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    /// <summary>Σ_i (x_i - y_i)², of padded numbers, in the same order.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, y.Length);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i + 4 <= x.Length; i += 4)
        {
            var difference = Vector256.Create(x[i..]) - Vector256.Create(y[i..]);
            sum += difference * difference;
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    /// <summary>Puts 0 for what is smaller than 10^-200 in size: entries that have died out would end as denormal numbers, with which a processor is a hundred times slower.</summary>
    public static void Clear(Span<double> dying)
    {
        var least = new Vector<double>(1e-200);
        foreach (ref var v in Of(dying))
        {
            v = Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(v), least), Vector<double>.Zero, v);
        }
    }

    /// <summary>Adds c x to y, of the same length.</summary>
    public static void AddMultiple(double c, ReadOnlySpan<double> x, Span<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, y.Length);
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y);
        var (i, multiple) = (0, new Vector<double>(c));
        for (; i + Vector<double>.Count <= y.Length; i += Vector<double>.Count)
        {
            Vector.FusedMultiplyAdd(multiple, Vector.LoadUnsafe(ref from, (nuint)i), Vector.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = Math.FusedMultiplyAdd(c, x[i], y[i]);
        }
    }

    /// <summary>Whether all numbers are finite.</summary>
    public static bool AllFinite(ReadOnlySpan<double> x)
    {
        foreach (var value in x)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
