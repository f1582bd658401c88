namespace Verify.Simulation.Flows;

/// <summary>Drives a method along a path.</summary>
internal static class Integration
{
    /// <summary>
    /// Integrates dy/dt = f(y) from the start at time 0 to the horizon or the first event. The horizon may be infinite where an event or a limit ends it;
    /// a negative one, or a start of another dimension than the field, is refused. Each accepted step is shown to the observer; one in which an event
    /// happens ends at it. A cancellation throws between steps.
    /// </summary>
    public static FlowResult Integrate(
        this IFlowMethod method,
        IVectorField field,
        ReadOnlySpan<double> start,
        double horizon,
        IReadOnlyList<FlowEvent>? events = null,
        Action<IFlowStep>? observe = null,
        FlowLimits? limits = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Length, field.Dimension);
        if (!(horizon >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "a horizon is at least 0");
        }

        var (metered, most) = (new MeteredField(field), limits ?? new());
        var stepper = method.Begin(metered, 0, start);
        var watch = new EventWatch(metered, events ?? [], stepper);
        var bound = most.Growth * Math.Max(1, Largest(start));
        var (steps, rejected) = (0, 0);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RunsAway(stepper, bound))
            {
                return Result(FlowEnd.RanAway, stepper);
            }

            if (watch.Happened is { } happened)
            {
                return Result(FlowEnd.Event, watch.Seen, happened);
            }

            if (stepper.End >= horizon)
            {
                return Result(FlowEnd.Horizon, stepper);
            }

            if (metered.Evaluations >= most.Evaluations)
            {
                return Result(FlowEnd.WorkLimit, stepper);
            }

            switch (stepper.Attempt(horizon))
            {
                case StepOutcome.Accepted:
                    steps++;
                    if (!RunsAway(stepper, bound))
                    {
                        watch.See();
                        observe?.Invoke(watch.Seen);
                    }

                    break;
                case StepOutcome.Rejected:
                    rejected++;
                    break;
                default:
                    return Result(FlowEnd.StepTooSmall, stepper);
            }
        }

        FlowResult Result(FlowEnd end, IFlowStep last, FlowEvent? happened = null) =>
            new(end, happened, last.End, last.EndState.ToArray(), steps, rejected, metered.Evaluations, last.Method);
    }

    private static bool RunsAway(IFlowStep step, double bound) =>
        !Lanes.AllFinite(step.EndState) || !Lanes.AllFinite(step.EndRate) || Largest(step.EndState) > bound;

    private static double Largest(ReadOnlySpan<double> x)
    {
        var largest = 0.0;
        foreach (var value in x)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
