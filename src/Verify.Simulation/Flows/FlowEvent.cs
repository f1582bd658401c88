namespace Verify.Simulation.Flows;

/// <summary>A quantity g along a path, of the time, the state and the rate f there.</summary>
internal delegate double PathQuantity(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> rate);

/// <summary>
/// What ends an integration: it happens at the first time where g ≤ 0. The sign is looked at where steps end, and where it has changed the zero is located
/// on the dense output. Where g dips below zero and comes back within one step, that is not seen.
/// </summary>
internal sealed record FlowEvent(string Name, PathQuantity Quantity)
{
    /// <summary>
    /// Convergence: ‖f‖ ≤ eps max(‖f(start)‖, least), in the Euclidean norm. Where the start is near a saddle its rate says little, and least is to be
    /// given. An eps below the tolerance times the ratio of the fastest rate to the slowest is in the noise of the integration and may never be reached.
    /// </summary>
    public static FlowEvent Convergence(IVectorField field, ReadOnlySpan<double> start, double eps, double least = 0)
    {
        var rate = new double[field.Dimension];
        field.Rate(start, rate);
        var bound = eps * Math.Max(Norm(rate), least);
        return new("converged", (_, _, now) => Norm(now) - bound);
    }

    private static double Norm(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var value in x)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }
}
