namespace Verify.Simulation.Instances;

/// <summary>A = L L' with L lower triangular: the test of positive definiteness, and the solution of A x = b.</summary>
internal static class Cholesky
{
    /// <summary>L over the lower triangle of A (n × n, row by row; only that triangle is read). False where a pivot is not positive.</summary>
    public static bool Factorise(Span<double> a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var row = a.Slice(i * n, n);
            for (var j = 0; j <= i; j++)
            {
                var rest = row[j] - Flat.Dot(row[..j], a.Slice(j * n, j));
                if (j < i)
                {
                    row[j] = rest / a[(j * n) + j];
                }
                else if (rest > 0)
                {
                    row[i] = Math.Sqrt(rest);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Overwrites b by the solution of L L' x = b.</summary>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            b[i] = (b[i] - Flat.Dot(factor.Slice(i * n, i), b[..i])) / factor[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            b[i] /= factor[(i * n) + i];
            for (var j = 0; j < i; j++)
            {
                b[j] -= factor[(i * n) + j] * b[i];
            }
        }
    }
}
