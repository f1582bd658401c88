using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verify.Simulation.Dense.Arithmetic;

/// <summary>
/// Sums and entrywise products of arrays of one length. Sums run over four lanes times two accumulators, whatever the machine, and every product is fused with
/// its addition, so that the bits do not depend on the width of its vectors.
/// </summary>
internal static class Entries
{
    private const int Lanes = 4;

    /// <summary>Σ x_i y_i.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y[..x.Length]);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i <= x.Length - (2 * Lanes); i += 2 * Lanes)
        {
            even = Vector256.FusedMultiplyAdd(At(ref a, i), At(ref b, i), even);
            odd = Vector256.FusedMultiplyAdd(At(ref a, i + Lanes), At(ref b, i + Lanes), odd);
        }

        if (i <= x.Length - Lanes)
        {
            even = Vector256.FusedMultiplyAdd(At(ref a, i), At(ref b, i), even);
            i += Lanes;
        }

        var sum = Vector256.Sum(even + odd);
        for (; i < x.Length; i++)
        {
            sum = Math.FusedMultiplyAdd(x[i], y[i], sum);
        }

        return sum;
    }

    /// <summary>Σ x_i y_i w_i.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> w)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y[..x.Length]);
        ref var c = ref MemoryMarshal.GetReference(w[..x.Length]);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i <= x.Length - (2 * Lanes); i += 2 * Lanes)
        {
            even = Vector256.FusedMultiplyAdd(At(ref a, i) * At(ref c, i), At(ref b, i), even);
            odd = Vector256.FusedMultiplyAdd(At(ref a, i + Lanes) * At(ref c, i + Lanes), At(ref b, i + Lanes), odd);
        }

        if (i <= x.Length - Lanes)
        {
            even = Vector256.FusedMultiplyAdd(At(ref a, i) * At(ref c, i), At(ref b, i), even);
            i += Lanes;
        }

        var sum = Vector256.Sum(even + odd);
        for (; i < x.Length; i++)
        {
            sum = Math.FusedMultiplyAdd(x[i] * w[i], y[i], sum);
        }

        return sum;
    }

    /// <summary>Σ x_i.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var entry in x)
        {
            sum += entry;
        }

        return sum;
    }

    /// <summary>y_i += c x_i.</summary>
    public static void AddScaled(Span<double> y, double c, ReadOnlySpan<double> x)
    {
        ref var target = ref MemoryMarshal.GetReference(y);
        ref var a = ref MemoryMarshal.GetReference(x[..y.Length]);
        var factor = Vector256.Create(c);
        var i = 0;
        for (; i <= y.Length - Lanes; i += Lanes)
        {
            Vector256.FusedMultiplyAdd(factor, At(ref a, i), At(ref target, i)).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = Math.FusedMultiplyAdd(c, x[i], y[i]);
        }
    }

    /// <summary>y_i += c x_i w_i.</summary>
    public static void AddProduct(Span<double> y, double c, ReadOnlySpan<double> x, ReadOnlySpan<double> w)
    {
        ref var target = ref MemoryMarshal.GetReference(y);
        ref var a = ref MemoryMarshal.GetReference(x[..y.Length]);
        ref var b = ref MemoryMarshal.GetReference(w[..y.Length]);
        var factor = Vector256.Create(c);
        var i = 0;
        for (; i <= y.Length - Lanes; i += Lanes)
        {
            Vector256.FusedMultiplyAdd(factor * At(ref b, i), At(ref a, i), At(ref target, i)).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = Math.FusedMultiplyAdd(c * w[i], x[i], y[i]);
        }
    }

    /// <summary>y_i = c x_i.</summary>
    public static void Scale(Span<double> y, double c, ReadOnlySpan<double> x)
    {
        ref var target = ref MemoryMarshal.GetReference(y);
        ref var a = ref MemoryMarshal.GetReference(x[..y.Length]);
        var i = 0;
        for (; i <= y.Length - Lanes; i += Lanes)
        {
            (At(ref a, i) * c).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = c * x[i];
        }
    }

    /// <summary>y_i = c x_i w_i.</summary>
    public static void Multiply(Span<double> y, double c, ReadOnlySpan<double> x, ReadOnlySpan<double> w)
    {
        ref var target = ref MemoryMarshal.GetReference(y);
        ref var a = ref MemoryMarshal.GetReference(x[..y.Length]);
        ref var b = ref MemoryMarshal.GetReference(w[..y.Length]);
        var i = 0;
        for (; i <= y.Length - Lanes; i += Lanes)
        {
            (At(ref b, i) * c * At(ref a, i)).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = c * w[i] * x[i];
        }
    }

    private static Vector256<double> At(ref double first, int index) => Vector256.LoadUnsafe(ref first, (nuint)index);
}
