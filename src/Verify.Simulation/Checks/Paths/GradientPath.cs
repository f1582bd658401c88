using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks.Paths;

/// <summary>
/// The gradient flow of a loss from a start, integrated. Beside the parameters it carries ∫ ‖grad F‖² dt, by which the loss must have fallen: an integration that goes wrong shows
/// there, though its end may be right. Where the constants of the loss commute and the loss does not notice a rotation, the path is followed in their eigenbasis, where a step costs less.
/// </summary>
internal sealed class GradientPath
{
    private const double Convergence = 1e-9;
    private const double Nearer = 1e-4;
    private const double Certain = 1e-5;
    private const double Instant = 1e-6;
    private const int BackwardCost = 3;
    private const int ReducedCost = 10;
    private const int FewestEvaluations = 5000;
    private const int FewestToReduce = 10_000;

    private readonly AdjointSweep _sweep;
    private readonly GradientField _field;
    private readonly Flow _flow;
    private readonly Rotation? _rotation;
    private readonly double[] _start;
    private readonly double[] _turnedStart;
    private readonly double[] _state;
    private readonly Instance _instance;
    private readonly Simulating _simulating;

    /// <summary>The path of the flow, with its loss in closed form, at an instance.</summary>
    public GradientPath(Flow flow, Expr form, Simulating simulating, Instance instance, IReadOnlyList<Matrix> start)
    {
        (_flow, _simulating, _instance) = (flow, simulating, instance);
        _start = [.. start.SelectMany(value => value.Entries)];
        _rotation = Rotation.Of(form, flow.Parameters, flow.Parameters.Aggregate(instance, (all, parameter) => all with { Values = all.Values.Remove(parameter) }));
        (_turnedStart, _state) = ([.. _start], new double[_start.Length]);
        _rotation?.Into(_start, _turnedStart);
        _sweep = DenseProgram.Compile([form], _rotation?.Instance ?? instance, flow.Parameters).Differentiate(0);
        _field = GradientField.Of(_sweep, ScalarPlaces(flow, instance), _turnedStart);
        var rate = new double[_start.Length];
        if (!double.IsFinite(_sweep.Evaluate(_turnedStart, rate)) || !Array.TrueForAll(rate, double.IsFinite))
        {
            throw new UndefinedException("the loss has no value or gradient at the start");
        }

        _field.Rate(_turnedStart, rate);
        StartRate = Back(rate).ToArray();
    }

    /// <summary>The state at the start: the parameters' entries, one parameter after the other.</summary>
    public ReadOnlySpan<double> Start => _start;

    /// <summary>The rate dP/dt at the start.</summary>
    public double[] StartRate { get; }

    /// <summary>
    /// Follows the flow until it has converged. The observer is told of states inside every step, and stops the path by answering no. A path whose loss did not fall as it
    /// must is a <see cref="Contradiction"/>.
    /// </summary>
    public PathEnd Follow(Func<double, ReadOnlySpan<double>, bool>? observe = null)
    {
        var reduced = observe is null && _start.Length >= FewestToReduce && ScalarPlaces(_flow, _instance) is [var place] ? SeparableFlow.Of(_sweep, place, _turnedStart) : null;
        var size = reduced?.Dimension ?? _start.Length;
        var cost = reduced is null ? BackwardCost * _sweep.FlopCount : ReducedCost * size;
        var field = new DissipationField((IVectorField?)reduced ?? _field);
        var state = new double[size + 1];
        var isWatched = true;
        (double Rate, double Time) before = (double.NaN, 0);
        var decay = double.NaN;

        // A path from far out may be at rest as against its start and still be far from its limit: it is followed further.
        var isCertain = true;
        var bound = Convergence * Norm(StartRate);
        var converged = new FlowEvent("converged", (_, _, now) => Norm(now[..size]) - (isCertain ? bound : Nearer * bound));

        // The integral of the squared gradient, which is as large as the loss, is no state that runs away.
        var growth = FlowLimits.DefaultGrowth * Math.Max(1, Math.Abs(_sweep.Evaluate(_turnedStart, new double[_start.Length])));
        var stop = new FlowEvent("stopped", (_, _, _) => isWatched ? 1 : -1);
        var result = _simulating.Parts.Flow.Integrate(
            field, [.. reduced?.Start ?? _turnedStart, 0], double.PositiveInfinity, [converged, stop], See,
            new(Math.Max(_simulating.Effort.Work / Math.Max(cost, 1), FewestEvaluations), growth), _simulating.Cancellation);
        var end = reduced?.Restore(result.State.AsSpan(0, size)) ?? result.State[..size];
        return new(result.End, HasStopped(end) ? result.Event?.Name : null, result.Time, Back(end).ToArray(), Uncertainty(end), Imbalance([.. end, result.State[^1]])) { Decay = decay };

        void See(IFlowStep step)
        {
            for (var part = 1; observe is not null && part <= 3; part++)
            {
                var time = step.Start + (part / 3.0 * (step.End - step.Start));
                step.Interpolate(time, state);
                isWatched = isWatched && observe(time, Back(state.AsSpan(0, size)));
            }

            var rate = Norm(step.EndRate[..size]);
            // A step that was cut at once says nothing about the decay.
            if (step.End - before.Time > Instant * step.End)
            {
                decay = Math.Log(before.Rate / rate) / (step.End - before.Time);
                before = (rate, step.End);
            }

            isCertain = rate <= Certain * decay * Math.Max(Norm(step.EndState[..size]), Norm(_start));
        }

        double RateAt(ReadOnlySpan<double> end)
        {
            var rate = new double[_start.Length];
            _field.Rate(end, rate);
            return Norm(rate);
        }

        // What is restored from few numbers must be at rest in full.
        bool HasStopped(ReadOnlySpan<double> end) => reduced is null || RateAt(end) <= 10 * Convergence * Norm(StartRate);

        // How far the end may be from the limit: the rate there over the speed at which it falls.
        double Uncertainty(ReadOnlySpan<double> end)
        {
            var norm = RateAt(end);
            return norm == 0 ? 0 : norm / (decay * Math.Max(Norm(end), Norm(_start))) is var relative and >= 0 ? relative : double.PositiveInfinity;
        }
    }

    /// <summary>The instance with the parameters at a state.</summary>
    public Instance At(ReadOnlySpan<double> state) => ParameterState.Place(_instance, _flow.Parameters, state);

    // Where in a state the scalar parameters stand.
    private static ImmutableArray<int> ScalarPlaces(Flow flow, Instance instance)
    {
        var (places, first) = (ImmutableArray.CreateBuilder<int>(), 0);
        foreach (var parameter in flow.Parameters)
        {
            if (parameter.Shape.IsScalar)
            {
                places.Add(first);
            }

            first += instance.SizeOf(parameter.Shape.Rows) * instance.SizeOf(parameter.Shape.Columns);
        }

        return places.ToImmutable();
    }

    // A state of the path in the coordinates of the instance.
    private ReadOnlySpan<double> Back(ReadOnlySpan<double> state)
    {
        if (_rotation is null)
        {
            return state;
        }

        _rotation.Back(state, _state);
        return _state;
    }

    // What the fall of the loss and the integral of the squared gradient differ by, as a share of the loss's size.
    private double Imbalance(double[] state)
    {
        var gradient = new double[_start.Length];
        var (first, last) = (_sweep.Evaluate(_turnedStart, gradient), _sweep.Evaluate(state.AsSpan(0, _start.Length), gradient));
        return Math.Abs(first - last - state[^1]) / Math.Max(Math.Max(Math.Abs(first), Math.Abs(last)), Math.Max(state[^1], double.Epsilon));
    }

    /// <summary>The Euclidean norm.</summary>
    public static double Norm(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var value in x)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }
}
