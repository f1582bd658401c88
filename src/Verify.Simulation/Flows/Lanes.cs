using System.Numerics;
using System.Runtime.InteropServices;

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

    /// <summary>Σ_i (x_i / scale_i)².</summary>
    public static double SquaresOver(ReadOnlySpan<double> x, ReadOnlySpan<double> scale)
    {
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i + 3 < x.Length && i + 3 < scale.Length; i += 4)
        {
            var (p, q, r, s) = (x[i] / scale[i], x[i + 1] / scale[i + 1], x[i + 2] / scale[i + 2], x[i + 3] / scale[i + 3]);
            (a, b, c, d) = (a + (p * p), b + (q * q), c + (r * r), d + (s * s));
        }

        return a + b + (c + d);
    }

    /// <summary>Σ_i (x_i - y_i)².</summary>
    public static double SquaredDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (a, b) = (0.0, 0.0);
        for (var i = 0; i + 1 < x.Length && i + 1 < y.Length; i += 2)
        {
            var (p, q) = (x[i] - y[i], x[i + 1] - y[i + 1]);
            (a, b) = (a + (p * p), b + (q * q));
        }

        return a + b;
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
