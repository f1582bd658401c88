using Verify.Language;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Expectations;

/// <summary>Gauss-Hermite quadrature over every entry of an N × d matrix with iid rows N(m, Λ); exact for polynomials of degree below 12 in each entry.</summary>
internal static class Quadrature
{
    private const int Nodes = 6;

    public static double[,] Mean(Expr body, Symbol x, Instance at)
    {
        var law = (NormalLaw)x.Law!;
        var (mean, covariance) = (ExprValue.Of(law.Mean, at), ExprValue.Of(law.Covariance, at));
        var root = Dense.Power(covariance, 0.5);
        var (rows, columns) = (at[x.Shape.Rows], at[x.Shape.Columns]);
        var (points, weights) = Rule();
        double[,]? sum = null;
        for (var index = 0; index < Math.Pow(Nodes, rows * columns); index++)
        {
            var (rest, weight) = (index, 1.0);
            var z = PlainValue.Build(rows, columns, (_, _) =>
            {
                var node = rest % Nodes;
                rest /= Nodes;
                weight *= weights[node];
                return points[node];
            });
            at[x] = Dense.Add(Dense.Multiply(z, root), PlainValue.Build(rows, columns, (_, j) => mean[j, 0]));
            var value = Dense.Scale(ExprValue.Of(body, at), weight);
            sum = sum is null ? value : Dense.Add(sum, value);
        }

        return sum!;
    }

    /// <summary>Nodes and weights for the standard normal law: roots of the Hermite polynomial He_n by Newton's method from a grid, weights n!/(n He_(n-1))^2.</summary>
    private static (double[] Points, double[] Weights) Rule()
    {
        var points = new List<double>();
        for (var start = -6.0; start < 6; start += 0.01)
        {
            if (Hermite(Nodes, start) * Hermite(Nodes, start + 0.01) <= 0)
            {
                var point = start + 0.005;
                for (var step = 0; step < 50; step++)
                {
                    point -= Hermite(Nodes, point) / (Nodes * Hermite(Nodes - 1, point));
                }

                points.Add(point);
            }
        }

        var factorial = Enumerable.Range(1, Nodes).Aggregate(1.0, (product, k) => product * k);
        return ([.. points], [.. points.Select(point => factorial / Math.Pow(Nodes * Hermite(Nodes - 1, point), 2))]);
    }

    private static double Hermite(int n, double x) => n == 0 ? 1 : n == 1 ? x : (x * Hermite(n - 1, x)) - ((n - 1) * Hermite(n - 2, x));
}
