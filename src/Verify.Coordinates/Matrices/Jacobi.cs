using Verify.Language;

namespace Verify.Coordinates.Matrices;

/// <summary>Eigenvalues of a symmetric matrix in floating point (Jacobi's rotations), used only to guess what is then checked exactly.</summary>
internal static class Jacobi
{
    private const int Sweeps = 30;

    /// <summary>Approximate eigenvalues with multiplicity.</summary>
    public static IReadOnlyList<double> Eigenvalues(Rational[,] symmetric)
    {
        var n = symmetric.GetLength(0);
        var a = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                a[i, j] = (double)symmetric[i, j];
            }
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, p, q);
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, i])];
    }

    private static void Rotate(double[,] a, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        var angle = 0.5 * Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]);
        var (sine, cosine) = Math.SinCos(angle);
        for (var k = 0; k < a.GetLength(0); k++)
        {
            (a[k, p], a[k, q]) = ((cosine * a[k, p]) - (sine * a[k, q]), (sine * a[k, p]) + (cosine * a[k, q]));
        }

        for (var k = 0; k < a.GetLength(0); k++)
        {
            (a[p, k], a[q, k]) = ((cosine * a[p, k]) - (sine * a[q, k]), (sine * a[p, k]) + (cosine * a[q, k]));
        }
    }
}
