using Verify.Simulation.Dense;

namespace Verify.Simulation.Sampling;

/// <summary>Factors of covariances.</summary>
internal static class CovarianceFactor
{
    private const double Rounding = 1e-11;

    /// <summary>
    /// The lower triangular F with F F' = C, for a positive semidefinite C; where a pivot is 0 the column is 0. Any other C throws <see cref="UndefinedException"/>.
    /// </summary>
    public static Matrix Of(Matrix covariance)
    {
        var n = covariance.Rows;
        var factor = new double[n * n];
        var slack = Rounding * Math.Max(covariance.Entries.Max(Math.Abs), double.Epsilon);
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var rest = covariance[i, j];
                for (var k = 0; k < j; k++)
                {
                    rest -= factor[(i * n) + k] * factor[(j * n) + k];
                }

                var pivot = factor[(j * n) + j];
                factor[(i * n) + j] = i == j ? Root(rest, slack) : pivot > 0 ? rest / pivot : Zero(rest, slack);
            }
        }

        return new(n, n, factor);
    }

    private static double Root(double pivot, double slack) => pivot > slack ? Math.Sqrt(pivot) : Zero(Math.Min(pivot, 0), slack);

    private static double Zero(double rest, double slack) =>
        Math.Abs(rest) <= Math.Sqrt(slack) ? 0 : throw new UndefinedException("a covariance that is not positive semidefinite");
}
