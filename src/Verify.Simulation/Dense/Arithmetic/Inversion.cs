namespace Verify.Simulation.Dense.Arithmetic;

/// <summary>The inverse of a matrix by Gauss-Jordan elimination in place, with row exchanges.</summary>
internal static class Inversion
{
    private const double Precision = 1.1102230246251565e-16;

    /// <summary>
    /// B = A^-1 for A of n × n; <paramref name="order"/> has n places. Where A is singular, or so near to it that no digit of the inverse is certain
    /// (‖A‖ ‖A^-1‖ ≥ 2^53, Frobenius norms), all entries are NaN.
    /// </summary>
    public static void Invert(ReadOnlySpan<double> a, Span<double> b, int n, Span<int> order)
    {
        a.CopyTo(b);
        for (var k = 0; k < n; k++)
        {
            var pivot = LargestInColumn(b, n, k);
            order[k] = pivot;
            Exchange(b, n, k, pivot);
            var row = b.Slice(k * n, n);
            var inverse = 1 / row[k];
            if (!double.IsFinite(inverse))
            {
                b.Fill(double.NaN);
                return;
            }

            row[k] = 1;
            Entries.Scale(row, inverse, row);
            for (var i = 0; i < n; i++)
            {
                if (i != k)
                {
                    var factor = b[(i * n) + k];
                    b[(i * n) + k] = 0;
                    Entries.AddScaled(b.Slice(i * n, n), -factor, row);
                }
            }
        }

        for (var k = n - 1; k >= 0; k--)
        {
            for (var i = 0; order[k] != k && i < n; i++)
            {
                (b[(i * n) + k], b[(i * n) + order[k]]) = (b[(i * n) + order[k]], b[(i * n) + k]);
            }
        }

        var condition = Math.Sqrt(Entries.Dot(a, a)) * Math.Sqrt(Entries.Dot(b, b));
        if (!(condition * Precision < 1))
        {
            b.Fill(double.NaN);
        }
    }

    private static int LargestInColumn(ReadOnlySpan<double> b, int n, int k)
    {
        var pivot = k;
        for (var i = k + 1; i < n; i++)
        {
            pivot = Math.Abs(b[(i * n) + k]) > Math.Abs(b[(pivot * n) + k]) ? i : pivot;
        }

        return pivot;
    }

    private static void Exchange(Span<double> b, int n, int i, int j)
    {
        for (var column = 0; i != j && column < n; column++)
        {
            (b[(i * n) + column], b[(j * n) + column]) = (b[(j * n) + column], b[(i * n) + column]);
        }
    }
}
