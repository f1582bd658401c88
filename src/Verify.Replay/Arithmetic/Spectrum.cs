namespace Verify.Replay.Arithmetic;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices of doubles by Jacobi's rotations.</summary>
internal static class Spectrum
{
    private const int MostSweeps = 60;

    /// <summary>The eigenvalues, and the eigenvectors as columns. An asymmetry beyond rounding throws <see cref="NotEvaluatedException"/>.</summary>
    public static (double[] Values, double[,] Vectors) Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var v = new double[n, n];
        var scale = matrix.Cast<double>().Select(Math.Abs).DefaultIfEmpty().Max();
        for (var i = 0; i < n; i++)
        {
            v[i, i] = 1;
            for (var j = 0; j < i; j++)
            {
                if (!(Math.Abs(a[i, j] - a[j, i]) <= 1e-9 * scale))
                {
                    throw new NotEvaluatedException(Obstacle.NotTreated, "eigenvalues are needed of a matrix that is not symmetric");
                }
            }
        }

        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(a) > 1e-15 * scale; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, v, p, q);
                }
            }
        }

        return ([.. Enumerable.Range(0, n).Select(i => a[i, i])], v);
    }

    private static double OffDiagonal(double[,] a)
    {
        var most = 0.0;
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < i; j++)
            {
                most = Math.Max(most, Math.Abs(a[i, j]));
            }
        }

        return most;
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        var angle = 0.5 * Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]);
        var (s, c) = Math.SinCos(angle);
        for (var k = 0; k < a.GetLength(0); k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        }

        for (var k = 0; k < a.GetLength(0); k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
            (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
        }
    }
}
