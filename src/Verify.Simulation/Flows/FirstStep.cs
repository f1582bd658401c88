namespace Verify.Simulation.Flows;

/// <summary>
/// The first step of a method of order p: one where an Euler step changes the state by a hundredth, then half of (0.01 / max(‖f‖, ‖f'‖))^(1/(p+1)) with
/// the change of f over such a step, in units of the tolerance (Hairer, Nørsett &amp; Wanner 1993, section II.4). It takes one evaluation.
/// </summary>
internal static class FirstStep
{
    private const double Unknown = 1e-6;

    // A first step that just passes the test of its error has the worst dense output of the whole path.
    private const double Caution = 0.5;

    /// <summary>The step for a state and its rate, with three buffers of the padded length; the horizon's distance bounds it.</summary>
    public static double Of(
        IVectorField field,
        Tolerance tolerance,
        int order,
        ReadOnlySpan<double> state,
        ReadOnlySpan<double> rate,
        double distance,
        Span<double> scale,
        Span<double> moved,
        Span<double> change)
    {
        var n = field.Dimension;
        tolerance.Scale(state, state, scale);
        var (size, speed) = (Math.Sqrt(Lanes.SquaresOver(state, scale) / n), Math.Sqrt(Lanes.SquaresOver(rate, scale) / n));
        var euler = size < 1e-5 || speed < 1e-5 || !double.IsFinite(size / speed) ? Unknown : 0.01 * size / speed;
        euler = Math.Min(euler, distance);
        for (var i = 0; i < n; i++)
        {
            moved[i] = state[i] + (euler * rate[i]);
        }

        field.Rate(moved[..n], change[..n]);
        for (var i = 0; i < n; i++)
        {
            change[i] -= rate[i];
        }

        var curvature = Math.Sqrt(Lanes.SquaresOver(change, scale) / n) / euler;
        var steepest = Math.Max(speed, curvature);
        var taylor = steepest <= 1e-15 ? Math.Max(Unknown, euler * 1e-3) : Math.Pow(0.01 / steepest, 1.0 / (order + 1));
        var step = Math.Min(100 * euler, Caution * taylor);
        return double.IsFinite(step) && step > 0 ? Math.Min(step, distance) : Math.Min(Unknown, distance);
    }
}
