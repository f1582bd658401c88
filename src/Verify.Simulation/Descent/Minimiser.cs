using System.Collections.Immutable;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Descent;

/// <summary>
/// Local minima by descent, to about 10^-9 of the minimiser's size where the function allows it. Deterministic. Our own in place of Math.NET's
/// BfgsMinimizer, which throws where values fall without bound, takes twice the evaluations on long valleys, and stays at saddle points.
/// </summary>
internal static class Minimiser
{
    /// <summary>Up to this dimension the end is polished by Newton steps, and saddle points are left.</summary>
    public const int LargestPolished = 60;

    private const int MostSaddles = 4;
    private const int StepsBeforeNewton = 300;

    /// <summary>The end of a descent from one start. A start of the wrong length throws <see cref="ArgumentException"/>.</summary>
    public static DescentResult Minimise(IObjective objective, ReadOnlySpan<double> start, int mostSteps = 5000)
    {
        if (start.Length != objective.Dimension)
        {
            throw new ArgumentException($"A start of {objective.Dimension} numbers is needed.", nameof(start));
        }

        var counted = new CountedObjective(objective);
        var (point, outcome) = (counted.At(start.ToArray()), DescentOutcome.Stopped);
        if (double.IsFinite(point.Value))
        {
            (point, outcome) = Descend(counted, point, mostSteps);
        }

        return new(point.X, point.Value, point.GradientNorm, outcome, counted.Evaluations);
    }

    /// <summary>Descents from normal starts, each coordinate of the given standard deviation; the least value first.</summary>
    public static ImmutableArray<DescentResult> FromRandomStarts(IObjective objective, int count, ulong seed, double scale, int mostSteps = 5000)
    {
        var random = SplitMix.For(seed, "starts");
        double[] Start() => [.. Enumerable.Range(0, objective.Dimension).Select(_ => scale * random.Normal())];
        double[][] starts = [.. Enumerable.Range(0, count).Select(_ => Start())];
        return [.. starts.Select(start => Minimise(objective, start, mostSteps)).OrderBy(result => result.Value)];
    }

    private static (Point Point, DescentOutcome Outcome) Descend(CountedObjective counted, Point start, int mostSteps)
    {
        if (start.X.Length > LargestPolished)
        {
            return QuasiNewton.Run(counted, start, mostSteps);
        }

        var point = start;
        for (var saddle = 0; ; saddle++)
        {
            (point, var outcome) = QuasiNewton.Run(counted, point, Math.Min(mostSteps, StepsBeforeNewton));
            if (outcome == DescentOutcome.Fell || mostSteps < StepsBeforeNewton)
            {
                return (point, outcome);
            }

            (point, var doubtful) = NewtonPolish.Run(counted, point);
            if (point.Value < QuasiNewton.Floor(start))
            {
                return (point, DescentOutcome.Fell);
            }

            if (saddle == MostSaddles || Beside(counted, point, doubtful) is not { } lower)
            {
                return (point, point.Slope <= QuasiNewton.Enough * start.Slope ? DescentOutcome.Converged : outcome);
            }

            point = lower;
        }
    }

    // A lower point than one that may be a saddle, beyond rounding.
    private static Point? Beside(CountedObjective counted, Point saddle, double[][] directions)
    {
        var step = 0.01 * Math.Max(1, Flat.Norm(saddle.X));
        var lower = directions.SelectMany(direction => new[] { counted.Along(saddle.X, step, direction), counted.Along(saddle.X, -step, direction) })
            .MinBy(point => point.Value);
        return lower?.Value < saddle.Value - Math.ScaleB(Math.Abs(saddle.Value), -40) ? lower : null;
    }
}
