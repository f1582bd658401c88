using System.Numerics;
using System.Runtime.InteropServices;

namespace Verify.Simulation.Flows;

/// <summary>
/// Solves (I - η J) x = b by elimination with row exchanges on the transpose, whose rows the Jacobian holds: then both the elimination and the two
/// substitutions add multiples of rows, which needs no sums across a vector. Four pivots are gathered before the rest of the matrix is touched. Only for
/// dense matrices, of some hundred rows at most.
/// </summary>
internal sealed class ShiftedSystem
{
    private const int Panel = 4;
    private readonly int _n;
    private readonly int _padded;
    private readonly double[] _lu;
    private readonly int[] _exchanged;
    private readonly double[] _inverses;

    /// <summary>Makes the buffers for n equations.</summary>
    public ShiftedSystem(int n)
    {
        (_n, _padded) = (n, Lanes.Padded(n));
        (_lu, _exchanged, _inverses) = (new double[n * _padded], new int[n], new double[n]);
    }

    /// <summary>Takes the matrix I - η J, given the rows of J', and factors it. False where it is singular to working precision or not finite.</summary>
    public bool Factor(double[] transposed, double eta)
    {
        var from = Lanes.Of(transposed);
        var to = Lanes.Of(_lu);
        var factor = new Vector<double>(-eta);
        for (var v = 0; v < to.Length; v++)
        {
            to[v] = factor * from[v];
        }

        for (var i = 0; i < _n; i++)
        {
            _lu[(i * _padded) + i] += 1;
        }

        for (var first = 0; first < _n; first += Panel)
        {
            var end = Math.Min(first + Panel, _n);
            if (!FactorPanel(first, end))
            {
                return false;
            }

            Update(first, end);
        }

        return true;
    }

    /// <summary>Replaces b, padded with zeros, by the solution.</summary>
    public void Solve(double[] b)
    {
        // With P A' = L U the system is U' (L' (P x)) = b.
        for (var i = 0; i < _n; i++)
        {
            b[i] *= _inverses[i];
            Lanes.AddMultiple(-b[i], Row(i)[(i + 1).._n], b.AsSpan((i + 1).._n));
        }

        for (var i = _n - 1; i > 0; i--)
        {
            Lanes.AddMultiple(-b[i], Row(i)[..i], b.AsSpan(..i));
        }

        for (var i = _n - 1; i >= 0; i--)
        {
            (b[i], b[_exchanged[i]]) = (b[_exchanged[i]], b[i]);
        }
    }

    private Span<double> Row(int i) => _lu.AsSpan(i * _padded, _padded);

    // Eliminates in the columns of the panel only.
    private bool FactorPanel(int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < _n; i++)
            {
                pivot = Math.Abs(_lu[(i * _padded) + k]) > Math.Abs(_lu[(pivot * _padded) + k]) ? i : pivot;
            }

            _exchanged[k] = pivot;
            if (pivot != k)
            {
                Exchange(k, pivot);
            }

            var inverse = 1 / _lu[(k * _padded) + k];
            if (!double.IsFinite(inverse))
            {
                return false;
            }

            _inverses[k] = inverse;
            var top = Row(k);
            for (var i = k + 1; i < _n; i++)
            {
                var row = Row(i);
                var multiple = row[k] * inverse;
                row[k] = multiple;
                for (var j = k + 1; j < end; j++)
                {
                    row[j] -= multiple * top[j];
                }
            }
        }

        return true;
    }

    private void Exchange(int i, int j)
    {
        var upper = Row(i);
        var lower = Row(j);
        for (var k = 0; k < _n; k++)
        {
            (upper[k], lower[k]) = (lower[k], upper[k]);
        }
    }

    // Brings the rows of the panel, and then all below it, up to date beyond its columns.
    private void Update(int first, int end)
    {
        for (var k = first + 1; k < end; k++)
        {
            for (var earlier = first; earlier < k; earlier++)
            {
                Lanes.AddMultiple(-_lu[(k * _padded) + earlier], Row(earlier)[end.._n], Row(k)[end.._n]);
            }
        }

        if (end - first < Panel)
        {
            return;
        }

        for (var i = end; i < _n; i++)
        {
            var row = Row(i);
            SubtractFour(row[first..end], first, end, row);
        }
    }

    // row_j -= Σ_k multiple_k top_kj over the four rows of the panel, for j beyond it.
    private void SubtractFour(ReadOnlySpan<double> multiples, int first, int end, Span<double> row)
    {
        var (j, a, b, c, d) = (end, first * _padded, (first + 1) * _padded, (first + 2) * _padded, (first + 3) * _padded);
        var (w, x, y, z) = (-multiples[0], -multiples[1], -multiples[2], -multiples[3]);
        var (ws, xs, ys, zs) = (new Vector<double>(w), new Vector<double>(x), new Vector<double>(y), new Vector<double>(z));
        ref var tops = ref MemoryMarshal.GetArrayDataReference(_lu);
        ref var to = ref MemoryMarshal.GetReference(row);
        for (; j + Vector<double>.Count <= row.Length; j += Vector<double>.Count)
        {
            var sum = Vector.FusedMultiplyAdd(ws, Vector.LoadUnsafe(ref tops, (nuint)(a + j)), Vector.LoadUnsafe(ref to, (nuint)j));
            sum = Vector.FusedMultiplyAdd(xs, Vector.LoadUnsafe(ref tops, (nuint)(b + j)), sum);
            sum = Vector.FusedMultiplyAdd(ys, Vector.LoadUnsafe(ref tops, (nuint)(c + j)), sum);
            Vector.FusedMultiplyAdd(zs, Vector.LoadUnsafe(ref tops, (nuint)(d + j)), sum).StoreUnsafe(ref to, (nuint)j);
        }

        for (; j < row.Length; j++)
        {
            var sum = Math.FusedMultiplyAdd(x, _lu[b + j], Math.FusedMultiplyAdd(w, _lu[a + j], row[j]));
            row[j] = Math.FusedMultiplyAdd(z, _lu[d + j], Math.FusedMultiplyAdd(y, _lu[c + j], sum));
        }
    }
}
