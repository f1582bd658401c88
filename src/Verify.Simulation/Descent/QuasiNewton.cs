using Verify.Simulation.Instances;

namespace Verify.Simulation.Descent;

/// <summary>The L-BFGS method with the last 20 steps (Nocedal &amp; Wright 2006, algorithms 7.4 and 7.5).</summary>
internal static class QuasiNewton
{
    /// <summary>How far ‖g‖ max(1, ‖x‖) must have fallen.</summary>
    public const double Enough = 1e-10;

    private const int Memory = 20;
    private const double Aim = 1e-13;
    private const double Depth = 1e12;
    private const int Patience = 10;

    /// <summary>
    /// Descends from a point. <see cref="DescentOutcome.Fell"/> where the value fell below -10^12 max(1, |f(start)|), or x grew 10^12-fold while the
    /// value kept falling;
    /// <see cref="DescentOutcome.Converged"/> where ‖g‖ max(1, ‖x‖) fell by 10^-10 from its greatest value, or only rounding is left of the decrease.
    /// </summary>
    public static (Point Point, DescentOutcome Outcome) Run(CountedObjective objective, Point start, int mostSteps)
    {
        var steps = new LinkedList<(double[] Step, double[] Change, double Product)>();
        var (point, reference, idle) = (start, start.Slope, 0);
        var floor = Floor(start);
        var far = Depth * Math.Max(1, Flat.Norm(start.X));
        for (var step = 0; step < mostSteps; step++)
        {
            if (point.Slope <= Aim * reference || idle > Patience)
            {
                break;
            }

            var direction = Direction(steps, point.Gradient);
            if (Flat.Dot(direction, point.Gradient) >= 0)
            {
                steps.Clear();
                direction = Direction(steps, point.Gradient);
            }

            var first = steps.Count > 0 ? 1 : 0.1 * Math.Max(1, Flat.Norm(point.X)) / point.GradientNorm;
            var next = LineSearch.Search(objective, point, direction, first);
            if (next is null && steps.Count > 0)
            {
                steps.Clear();
                continue;
            }

            if (next is null)
            {
                break;
            }

            if (next.Value < floor || (Flat.Norm(next.X) > far && next.Value < point.Value && next.Slope > Enough * reference))
            {
                return (next, DescentOutcome.Fell);
            }

            // Near a minimum only the gradient still tells whether a step is progress.
            var progress = next.Value < point.Value - Math.ScaleB(Math.Abs(point.Value), -50) || next.GradientNorm < 0.9 * point.GradientNorm;
            idle = progress ? 0 : idle + 1;
            Remember(steps, point, next);
            reference = Math.Max(reference, next.Slope);
            point = next;
        }

        return (point, point.Slope <= Enough * reference || IsRounding(point, steps) ? DescentOutcome.Converged : DescentOutcome.Stopped);
    }

    /// <summary>What value counts as a fall without bound: -10^12 max(1, |f(start)|).</summary>
    public static double Floor(Point start) => -Depth * Math.Max(1, Math.Abs(start.Value));

    // The decrease that the next step promises is lost in the digits of the value.
    private static bool IsRounding(Point point, LinkedList<(double[] Step, double[] Change, double Product)> steps) =>
        Math.Abs(Flat.Dot(Direction(steps, point.Gradient), point.Gradient)) <= Math.ScaleB(Math.Abs(point.Value), -44);

    private static void Remember(LinkedList<(double[] Step, double[] Change, double Product)> steps, Point from, Point to)
    {
        var (step, change) = (Difference(to.X, from.X), Difference(to.Gradient, from.Gradient));
        var product = Flat.Dot(step, change);
        if (product > 1e-14 * Flat.Norm(step) * Flat.Norm(change))
        {
            steps.AddLast((step, change, product));
            if (steps.Count > Memory)
            {
                steps.RemoveFirst();
            }
        }
    }

    // The two-loop recursion for -H g.
    private static double[] Direction(LinkedList<(double[] Step, double[] Change, double Product)> steps, double[] gradient)
    {
        double[] direction = [.. gradient.Select(x => -x)];
        var factors = new Stack<double>();
        for (var node = steps.Last; node is not null; node = node.Previous)
        {
            var factor = Flat.Dot(node.Value.Step, direction) / node.Value.Product;
            factors.Push(factor);
            Flat.AddScaled(direction, -factor, node.Value.Change);
        }

        if (steps.Last is { Value: var last })
        {
            var scale = last.Product / Flat.Dot(last.Change, last.Change);
            direction = [.. direction.Select(x => scale * x)];
        }

        for (var node = steps.First; node is not null; node = node.Next)
        {
            var factor = factors.Pop() - (Flat.Dot(node.Value.Change, direction) / node.Value.Product);
            Flat.AddScaled(direction, factor, node.Value.Step);
        }

        return direction;
    }

    private static double[] Difference(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];
}
