using MathNet.Numerics.LinearAlgebra;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Descent;

/// <summary>
/// Newton's method with central differences of the gradient: for the last digits of a minimiser, and for narrow valleys that a quasi-Newton method
/// follows too slowly. Curvatures count by their size, so that steps lead down; along directions of no curvature, as a valley of minimisers has them,
/// nothing is moved.
/// </summary>
internal static class NewtonPolish
{
    private const int MostSteps = 100;
    private const double LeastCurvature = 1e-9;
    private const double ClearCurvature = 1e-6;
    private const double LargestDifference = 1e-5;
    private const double SmallestDifference = 1e-9;

    /// <summary>
    /// A point whose gradient is as small as rounding lets it be, unless steps run out; and the directions (of norm 1) along which the curvature
    /// there is not clearly positive: along these a stationary point may be no minimum.
    /// </summary>
    public static (Point Point, double[][] Doubtful) Run(CountedObjective objective, Point point)
    {
        var difference = LargestDifference;
        for (var i = 0; ; i++)
        {
            var spectrum = Hessian(objective, point, difference).Evd(Symmetricity.Symmetric);
            double[] curvatures = [.. spectrum.EigenValues.Select(value => value.Real)];
            var most = curvatures.Max(Math.Abs);
            var coordinates = spectrum.EigenVectors.TransposeThisAndMultiply(Vector<double>.Build.Dense(point.Gradient));
            coordinates.MapIndexedInplace((k, x) => Math.Abs(curvatures[k]) > LeastCurvature * most ? -x / Math.Abs(curvatures[k]) : 0);
            var step = (spectrum.EigenVectors * coordinates).ToArray();
            if (i == MostSteps || !step.All(double.IsFinite) || Next(objective, point, step) is not { } next)
            {
                var doubtful = Enumerable.Range(0, curvatures.Length).Where(k => curvatures[k] <= ClearCurvature * most);
                return (point, [.. doubtful.Select(k => spectrum.EigenVectors.Column(k).ToArray())]);
            }

            // Where curvature vanishes at the minimum itself, differences wider than the distance to it would see too much of it.
            difference = Math.Clamp(0.1 * Flat.Norm(step) / Math.Max(1, Flat.Norm(point.X)), SmallestDifference, LargestDifference);
            point = next;
        }
    }

    // Null where neither gradient nor value fall by more than rounding.
    private static Point? Next(CountedObjective objective, Point point, double[] step)
    {
        if (Flat.Dot(step, point.Gradient) >= 0)
        {
            return null;
        }

        var full = objective.Along(point.X, 1, step);
        if (full.GradientNorm < 0.9 * point.GradientNorm && full.Value <= point.Value + Math.ScaleB(Math.Abs(point.Value), -48))
        {
            return full;
        }

        return LineSearch.Search(objective, point, step, 1) is { } lower && lower.Value < point.Value - Math.ScaleB(Math.Abs(point.Value), -30) ? lower : null;
    }

    private static Matrix<double> Hessian(CountedObjective objective, Point point, double width)
    {
        var n = point.X.Length;
        var columns = new double[n][];
        for (var j = 0; j < n; j++)
        {
            var unit = new double[n];
            unit[j] = width * Math.Max(1, Math.Abs(point.X[j]));
            var (after, before) = (objective.Along(point.X, 1, unit), objective.Along(point.X, -1, unit));
            columns[j] = [.. after.Gradient.Zip(before.Gradient, (x, y) => (x - y) / (2 * unit[j]))];
        }

        return Matrix<double>.Build.Dense(n, n, (i, j) => (columns[i][j] + columns[j][i]) / 2);
    }
}
