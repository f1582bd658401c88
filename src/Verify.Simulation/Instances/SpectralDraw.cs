using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>Random orthogonal matrices, and symmetric ones with a chosen spectrum.</summary>
internal static class SpectralDraw
{
    private const double LargestCondition = 100;
    private const int Decimals = 4;

    /// <summary>Q of size n × n, uniform (Haar): the columns of normal numbers made orthonormal one after the other (Stewart 1980, section 1).</summary>
    public static Matrix Orthogonal(int n, SplitMix random)
    {
        var columns = new double[n][];
        for (var j = 0; j < n; j++)
        {
            var column = new double[n];
            double before, after;
            do
            {
                for (var i = 0; i < n; i++)
                {
                    column[i] = random.Normal();
                }

                before = Flat.Norm(column);

                // Twice is enough to be orthogonal to the last digits.
                for (var pass = 0; pass < 2; pass++)
                {
                    for (var k = 0; k < j; k++)
                    {
                        Flat.AddScaled(column, -Flat.Dot(columns[k], column), columns[k]);
                    }
                }

                after = Flat.Norm(column);
            }
            while (after <= 1e-8 * before);
            columns[j] = [.. column.Select(x => x / after)];
        }

        return Matrix.Of(n, n, (i, j) => columns[j][i]);
    }

    /// <summary>
    /// n eigenvalues: their logarithms uniform, the least and the greatest at the ends of an interval, the logarithm of the ratio of these (from 1 to 100)
    /// uniform too; their sum is n times a scale between 0.6 and 1.6.
    /// </summary>
    public static double[] Spectrum(int n, SplitMix random)
    {
        var condition = random.LogBetween(1, LargestCondition);
        var values = Enumerable.Range(0, n).Select(i => Math.Pow(condition, n > 1 && i < 2 ? i : random.Uniform())).ToArray();
        var scale = random.LogBetween(0.6, 1.6) * n / values.Sum();
        return [.. values.Select(x => x * scale)];
    }

    /// <summary>Q diag(s) Q' with such a spectrum, to four decimals. What rounding made indefinite is drawn again.</summary>
    public static Matrix Definite(int n, SplitMix random)
    {
        while (true)
        {
            var value = Symmetric(Orthogonal(n, random), Spectrum(n, random));
            var rounded = Matrix.Of(n, n, (i, j) => Math.Round(value[i, j], Decimals));
            if (Cholesky.Factorise([.. rounded.Entries], n))
            {
                return rounded;
            }
        }
    }

    /// <summary>
    /// B B' with B of size n × r, 0 &lt; r &lt; n, of two decimals, so that the decimals of the product are exactly of rank r. About n on the trace.
    /// </summary>
    public static Matrix Singular(int n, SplitMix random)
    {
        var rank = random.Integer(1, n - 1);
        var hundredths = Matrix.Of(n, rank, (_, _) => Math.Round(100 * random.Normal() / Math.Sqrt(rank)));
        return Matrix.Of(n, n, (i, j) => Enumerable.Range(0, rank).Sum(k => hundredths[i, k] * hundredths[j, k]) / 1e4);
    }

    /// <summary>Q diag(s) Q', exactly symmetric.</summary>
    public static Matrix Symmetric(Matrix basis, IReadOnlyList<double> spectrum)
    {
        var n = basis.Rows;
        var scaled = Matrix.Of(n, n, (i, k) => basis[i, k] * spectrum[k]);
        return Matrix.Of(n, n, (i, j) => i < j
            ? Flat.Dot(scaled.Entries.AsSpan(i * n, n), basis.Entries.AsSpan(j * n, n))
            : Flat.Dot(scaled.Entries.AsSpan(j * n, n), basis.Entries.AsSpan(i * n, n)));
    }
}
