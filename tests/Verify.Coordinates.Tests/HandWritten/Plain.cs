namespace Verify.Coordinates.Tests.HandWritten;

/// <summary>Plain arrays of doubles: what the hand-written functions are written in. Shares nothing with the route.</summary>
internal static class Plain
{
    /// <summary>The product, by the schoolbook sum.</summary>
    public static double[,] Mul(double[,] a, double[,] b) => Fill(a.GetLength(0), b.GetLength(1), (i, j) =>
    {
        var sum = 0.0;
        for (var k = 0; k < a.GetLength(1); k++)
        {
            sum += a[i, k] * b[k, j];
        }

        return sum;
    });

    /// <summary>The product of several.</summary>
    public static double[,] Mul(double[,] a, double[,] b, params double[][,] more) => more.Aggregate(Mul(a, b), Mul);

    /// <summary>The sum.</summary>
    public static double[,] Add(double[,] a, double[,] b) => Fill(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] + b[i, j]);

    /// <summary>c A.</summary>
    public static double[,] Scale(double c, double[,] a) => Fill(a.GetLength(0), a.GetLength(1), (i, j) => c * a[i, j]);

    /// <summary>The transpose.</summary>
    public static double[,] T(double[,] a) => Fill(a.GetLength(1), a.GetLength(0), (i, j) => a[j, i]);

    /// <summary>The trace.</summary>
    public static double Tr(double[,] a) => Enumerable.Range(0, a.GetLength(0)).Sum(i => a[i, i]);

    /// <summary>The identity.</summary>
    public static double[,] Eye(int n) => Fill(n, n, (i, j) => i == j ? 1 : 0);

    /// <summary>A 1 × 1 array.</summary>
    public static double[,] One(double value) => new[,] { { value } };

    /// <summary>The inverse of a 2 × 2 matrix by its adjugate.</summary>
    public static double[,] Inv(double[,] a)
    {
        var determinant = (a[0, 0] * a[1, 1]) - (a[0, 1] * a[1, 0]);
        return new[,] { { a[1, 1] / determinant, -a[0, 1] / determinant }, { -a[1, 0] / determinant, a[0, 0] / determinant } };
    }

    /// <summary>The square root of a 2 × 2 spd matrix: (A + √det I) / √(tr A + 2 √det).</summary>
    public static double[,] Sqrt(double[,] a)
    {
        var root = Math.Sqrt((a[0, 0] * a[1, 1]) - (a[0, 1] * a[1, 0]));
        return Scale(1 / Math.Sqrt(Tr(a) + (2 * root)), Add(a, Scale(root, Eye(2))));
    }

    /// <summary>The array of the entries that the function gives.</summary>
    public static double[,] Fill(int rows, int columns, Func<int, int, double> entry)
    {
        var result = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                result[i, j] = entry(i, j);
            }
        }

        return result;
    }

    /// <summary>The blocks of a 2 × 2 arrangement side by side.</summary>
    public static double[,] Blocks(double[,] a, double[,] b, double[,] c, double[,] d)
    {
        var (rows, columns) = (a.GetLength(0), a.GetLength(1));
        return Fill(rows + c.GetLength(0), columns + b.GetLength(1), (i, j) => i < rows ? (j < columns ? a[i, j] : b[i, j - columns]) : j < columns ? c[i - rows, j] : d[i - rows, j - columns]);
    }

    /// <summary>Central difference in every entry of a matrix.</summary>
    public static double[,] Gradient(Func<double[,], double> function, double[,] at)
    {
        const double Step = 1e-3;
        return Fill(at.GetLength(0), at.GetLength(1), (i, j) =>
        {
            double At(double step)
            {
                var moved = (double[,])at.Clone();
                moved[i, j] += step;
                return function(moved);
            }

            return (At(-2 * Step) - (8 * At(-Step)) + (8 * At(Step)) - At(2 * Step)) / (12 * Step);
        });
    }

    /// <summary>E f(x) for x ~ N(mean, covariance) of size 1 or 2, by Gauss-Hermite quadrature with five nodes a source: exact up to degree 9.</summary>
    public static double[,] Expect(double[,] mean, double[,] covariance, Func<double[,], double[,]> function)
    {
        // The nodes are the roots of He5 = x⁵ - 10 x³ + 15 x, the weights 5! / (25 He4(x)²).
        var inner = Math.Sqrt(5 - Math.Sqrt(10));
        var outer = Math.Sqrt(5 + Math.Sqrt(10));
        double[] nodes = [-outer, -inner, 0, inner, outer];
        double Weight(double x) => 120 / (25 * Math.Pow((x * x * x * x) - (6 * x * x) + 3, 2));
        var n = mean.GetLength(0);
        var first = Math.Sqrt(covariance[0, 0]);
        var slope = n == 1 ? 0 : covariance[1, 0] / first;
        var second = n == 1 ? 0 : Math.Sqrt(covariance[1, 1] - (slope * slope));
        double[,]? sum = null;
        foreach (var x in nodes)
        {
            foreach (var y in n == 1 ? [0.0] : nodes)
            {
                var point = Fill(n, 1, (i, _) => mean[i, 0] + (i == 0 ? first * x : (slope * x) + (second * y)));
                var term = Scale(Weight(x) * (n == 1 ? 1 : Weight(y)), function(point));
                sum = sum is null ? term : Add(sum, term);
            }
        }

        return sum!;
    }
}
