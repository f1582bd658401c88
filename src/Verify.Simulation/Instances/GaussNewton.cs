using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>
/// Moves several symbols together to where conditions hold, by short corrections: Levenberg-Marquardt steps -J'(J J' + μI)^-1 r with μ in proportion to |r|²,
/// which converge quadratically also where solutions are not isolated and J loses rank (Fan &amp; Yuan 2005). Differences give the columns of J.
/// </summary>
internal sealed class GaussNewton(ImmutableArray<Condition> conditions, ImmutableArray<Symbol> symbols)
{
    private const int MostSteps = 60;
    private const double Difference = 1e-7;
    private const double Damping = 1e-3;
    private const double LeastDamping = 1e-13;
    private const double MostWork = 5e7;
    private const double MostUnknowns = 4000;

    /// <summary>
    /// Where residuals stop falling; null where they are undefined at the start or the system is too large (m n min(m, n) above 5·10^7: two commuting
    /// matrices up to size 16 or so).
    /// </summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="scales">The unit of each condition.</param>
    /// <param name="margin">How far inside an order to aim, in its unit.</param>
    public Instance? Move(Instance start, double[] scales, double margin)
    {
        var instance = start;
        if (Residuals(instance, scales, margin) is not { } residuals)
        {
            return null;
        }

        for (var step = 0; step < MostSteps && Flat.Norm(residuals) > 0; step++)
        {
            var charts = symbols.Select(symbol => Chart.Of(symbol, instance.Values[symbol])).ToImmutableArray();
            var (m, n) = (residuals.Length, charts.Sum(chart => chart.Dimension));
            if (n is 0 or > (int)MostUnknowns || (double)m * n * Math.Min(m, n) > MostWork)
            {
                return null;
            }

            if (Columns(instance, charts, n, residuals, scales, margin) is not { } columns || Shortest(columns, residuals) is not { } direction)
            {
                return instance;
            }

            var before = Flat.Norm(residuals);
            (instance, residuals) = Down(instance, charts, direction, residuals, scales, margin);
            if (Flat.Norm(residuals) > 0.99 * before)
            {
                break;
            }
        }

        return instance;
    }

    private (Instance Instance, double[] Residuals) Down(
        Instance from, ImmutableArray<Chart> charts, double[] direction, double[] residuals, double[] scales, double margin)
    {
        for (var share = 1.0; share > 1e-4; share /= 2)
        {
            var moved = At(from, charts, [.. direction.Select(x => share * x)]);
            if (Residuals(moved, scales, margin) is { } after && Flat.Norm(after) < (1 - (1e-3 * share)) * Flat.Norm(residuals))
            {
                return (moved, after);
            }
        }

        return (from, residuals);
    }

    private double[]? Residuals(Instance instance, double[] scales, double margin)
    {
        var all = new List<double>();
        foreach (var (place, condition) in conditions.Index())
        {
            if (condition.Residuals(instance, scales[place], margin) is not { } residuals)
            {
                return null;
            }

            all.AddRange(residuals);
        }

        return [.. all];
    }

    private double[][]? Columns(Instance instance, ImmutableArray<Chart> charts, int n, double[] residuals, double[] scales, double margin)
    {
        var columns = new double[n][];
        var (symbol, first) = (0, 0);
        for (var j = 0; j < n; j++)
        {
            while (j - first >= charts[symbol].Dimension)
            {
                first += charts[symbol++].Dimension;
            }

            var step = new double[charts[symbol].Dimension];
            step[j - first] = Difference;
            if (Residuals(instance.With(symbols[symbol], charts[symbol].At(step)), scales, margin) is not { } moved)
            {
                return null;
            }

            columns[j] = [.. moved.Zip(residuals, (x, y) => (x - y) / Difference)];
        }

        return columns;
    }

    // (J'J + μI)^-1 J' = J'(J J' + μI)^-1: the smaller of the two systems is solved.
    private static double[]? Shortest(double[][] columns, double[] residuals)
    {
        var (m, n) = (residuals.Length, columns.Length);
        var rows = Enumerable.Range(0, m).Select(i => columns.Select(column => column[i]).ToArray()).ToArray();
        var vectors = m <= n ? rows : columns;
        var size = vectors.Length;
        var system = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                system[(i * size) + j] = Flat.Dot(vectors[i], vectors[j]);
            }
        }

        var scale = Enumerable.Range(0, size).Max(i => system[(i * size) + i]);
        var damping = scale * Math.Max(LeastDamping, Damping * Math.Min(1, Flat.Dot(residuals, residuals)));
        for (var i = 0; i < size; i++)
        {
            system[(i * size) + i] += damping;
        }

        if (scale == 0 || !Cholesky.Factorise(system, size))
        {
            return null;
        }

        double[] solution = m <= n ? [.. residuals] : [.. columns.Select(column => Flat.Dot(column, residuals))];
        Cholesky.Solve(system, solution);
        return [.. (m <= n ? columns.Select(column => Flat.Dot(column, solution)) : solution).Select(x => -x)];
    }

    private Instance At(Instance instance, ImmutableArray<Chart> charts, double[] coordinates)
    {
        var first = 0;
        foreach (var (place, chart) in charts.Index())
        {
            instance = instance.With(symbols[place], chart.At(coordinates[first..(first + chart.Dimension)]));
            first += chart.Dimension;
        }

        return instance;
    }
}
