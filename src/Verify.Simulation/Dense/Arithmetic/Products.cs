using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verify.Simulation.Dense.Arithmetic;

/// <summary>
/// Products of matrices stored row by row. Each entry is one sum in the order of the inner index, fused, so that its bits depend neither on the width of vectors
/// nor on the tiling.
/// </summary>
internal static class Products
{
    private const int Lanes = 4;
    private const int Tall = 4;

    /// <summary>
    /// C = AB, or C += AB where <paramref name="add"/>: A is m × k, or stored as its transpose (k × m) where <paramref name="transposed"/>; B is k × n.
    /// </summary>
    public static void Multiply(ReadOnlySpan<double> a, bool transposed, ReadOnlySpan<double> b, Span<double> c, (int M, int K, int N) size, bool add)
    {
        var (m, k, n) = size;
        if (a.Length < m * k || b.Length < k * n || c.Length < m * n)
        {
            throw new ArgumentException("A product of matrices of other sizes.");
        }

        var (byRow, byColumn) = transposed ? (1, m) : (k, 1);
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        ref var target = ref MemoryMarshal.GetReference(c);
        var i = 0;
        for (; i <= m - Tall; i += Tall)
        {
            ref var rows = ref Unsafe.Add(ref left, i * byRow);
            ref var to = ref Unsafe.Add(ref target, i * n);
            var j = 0;
            for (; j <= n - (2 * Lanes); j += 2 * Lanes)
            {
                TallTile(ref rows, byRow, byColumn, ref Unsafe.Add(ref right, j), ref Unsafe.Add(ref to, j), k, n, add);
            }

            for (var row = 0; row < Tall; row++)
            {
                Row(ref Unsafe.Add(ref rows, row * byRow), byColumn, ref right, ref Unsafe.Add(ref to, row * n), j, k, n, add);
            }
        }

        for (; i < m; i++)
        {
            Row(ref Unsafe.Add(ref left, i * byRow), byColumn, ref right, ref Unsafe.Add(ref target, i * n), 0, k, n, add);
        }
    }

    // Four rows by eight columns of C in registers.
    private static void TallTile(ref double a, int byRow, int byColumn, ref double b, ref double c, int k, int n, bool add)
    {
        var (c00, c01) = Start(ref c, add);
        var (c10, c11) = Start(ref Unsafe.Add(ref c, n), add);
        var (c20, c21) = Start(ref Unsafe.Add(ref c, 2 * n), add);
        var (c30, c31) = Start(ref Unsafe.Add(ref c, 3 * n), add);
        for (var p = 0; p < k; p++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, Lanes);
            var a0 = Vector256.Create(a);
            var a1 = Vector256.Create(Unsafe.Add(ref a, byRow));
            var a2 = Vector256.Create(Unsafe.Add(ref a, 2 * byRow));
            var a3 = Vector256.Create(Unsafe.Add(ref a, 3 * byRow));
            c00 = Vector256.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(a0, b1, c01);
            c10 = Vector256.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(a1, b1, c11);
            c20 = Vector256.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(a2, b1, c21);
            c30 = Vector256.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(a3, b1, c31);
            a = ref Unsafe.Add(ref a, byColumn);
            b = ref Unsafe.Add(ref b, n);
        }

        Store(c00, c01, ref c);
        Store(c10, c11, ref Unsafe.Add(ref c, n));
        Store(c20, c21, ref Unsafe.Add(ref c, 2 * n));
        Store(c30, c31, ref Unsafe.Add(ref c, 3 * n));
    }

    // One row of C from column j on.
    private static void Row(ref double a, int byColumn, ref double b, ref double c, int j, int k, int n, bool add)
    {
        for (; j <= n - Lanes; j += Lanes)
        {
            var sum = add ? Vector256.LoadUnsafe(ref c, (nuint)j) : Vector256<double>.Zero;
            for (var p = 0; p < k; p++)
            {
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a, p * byColumn)), Vector256.LoadUnsafe(ref b, (nuint)((p * n) + j)), sum);
            }

            sum.StoreUnsafe(ref c, (nuint)j);
        }

        for (; j < n; j++)
        {
            var sum = add ? Unsafe.Add(ref c, j) : 0;
            for (var p = 0; p < k; p++)
            {
                sum = Math.FusedMultiplyAdd(Unsafe.Add(ref a, p * byColumn), Unsafe.Add(ref b, (p * n) + j), sum);
            }

            Unsafe.Add(ref c, j) = sum;
        }
    }

    private static (Vector256<double> Left, Vector256<double> Right) Start(ref double c, bool add) => add
        ? (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, Lanes))
        : (Vector256<double>.Zero, Vector256<double>.Zero);

    private static void Store(Vector256<double> left, Vector256<double> right, ref double c)
    {
        left.StoreUnsafe(ref c);
        right.StoreUnsafe(ref c, Lanes);
    }
}
