using Verify.Simulation.Instances;

namespace Verify.Simulation.Descent;

/// <summary>
/// A step that satisfies the strong Wolfe conditions f(x + t p) ≤ f(x) + c₁ t g'p and |g(x + t p)'p| ≤ c₂ |g'p| (Nocedal &amp; Wright 2006,
/// algorithms 3.5 and 3.6). Values that differ by rounding alone count as equal, so that the slopes still decide near a minimum.
/// </summary>
internal static class LineSearch
{
    private const double Decrease = 1e-4;
    private const double Curvature = 0.9;
    private const double Growth = 4;
    private const int MostExpansions = 60;
    private const int MostContractions = 40;

    private sealed record Trial(double Step, Point Point, double Slope);

    /// <summary>
    /// The point reached; null where no step along the direction leads down. A direction along which the function falls for ever ends at the last trial,
    /// 4^60 first steps away, or where the value is -∞.
    /// </summary>
    public static Point? Search(CountedObjective objective, Point start, double[] direction, double firstStep)
    {
        var origin = new Trial(0, start, Flat.Dot(start.Gradient, direction));
        var (before, step) = (origin, firstStep);
        for (var i = 0; i < MostExpansions; i++, step *= Growth)
        {
            var trial = At(objective, start, direction, step);
            if (double.IsNegativeInfinity(trial.Point.Value))
            {
                return trial.Point;
            }

            if (!IsDown(origin, trial) || (i > 0 && trial.Point.Value > before.Point.Value))
            {
                return Contract(objective, origin, direction, before, trial);
            }

            if (Math.Abs(trial.Slope) <= -Curvature * origin.Slope)
            {
                return trial.Point;
            }

            if (trial.Slope >= 0)
            {
                return Contract(objective, origin, direction, trial, before);
            }

            before = trial;
        }

        return before.Point;
    }

    // Between low, the best step so far, whose slope points to high.
    private static Point? Contract(CountedObjective objective, Trial origin, double[] direction, Trial low, Trial high)
    {
        for (var i = 0; i < MostContractions; i++)
        {
            var trial = At(objective, origin.Point, direction, Between(low, high));
            if (double.IsNegativeInfinity(trial.Point.Value))
            {
                return trial.Point;
            }

            if (!IsDown(origin, trial) || trial.Point.Value > low.Point.Value + Rounding(low.Point.Value))
            {
                high = trial;
                continue;
            }

            if (Math.Abs(trial.Slope) <= -Curvature * origin.Slope)
            {
                return trial.Point;
            }

            high = trial.Slope * (high.Step - low.Step) >= 0 ? low : high;
            low = trial;
        }

        return low.Step > 0 ? low.Point : null;
    }

    // The least point of the cubic with the two values and slopes (Nocedal and Wright, equation 3.59), kept off the ends.
    private static double Between(Trial low, Trial high)
    {
        var width = high.Step - low.Step;
        var share = 0.5;
        if (double.IsFinite(high.Point.Value) && double.IsFinite(high.Slope))
        {
            var first = low.Slope + high.Slope - (3 * (low.Point.Value - high.Point.Value) / (low.Step - high.Step));
            var root = Math.Sqrt(Math.Max(0, (first * first) - (low.Slope * high.Slope))) * Math.Sign(width);
            var least = 1 - ((high.Slope + root - first) / (high.Slope - low.Slope + (2 * root)));
            share = double.IsFinite(least) ? Math.Clamp(least, 0.1, 0.9) : 0.5;
        }

        return low.Step + (share * width);
    }

    private static bool IsDown(Trial origin, Trial trial) =>
        trial.Point.Value <= origin.Point.Value + (Decrease * trial.Step * origin.Slope) + Rounding(origin.Point.Value);

    private static double Rounding(double value) => Math.ScaleB(Math.Abs(value), -51);

    private static Trial At(CountedObjective objective, Point start, double[] direction, double step)
    {
        var point = objective.Along(start.X, step, direction);
        return new(step, point, Flat.Dot(point.Gradient, direction));
    }
}
