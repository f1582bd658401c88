using Tableau = Verify.Simulation.Flows.DormandPrinceTableau;

namespace Verify.Simulation.Flows;

/// <summary>The steps of <see cref="DormandPrince"/>. Buffers are made once; a step allocates nothing.</summary>
internal sealed class DormandPrinceStepper : IFlowStepper, IStiffnessGauge
{
    private const int StageCount = 16;
    private const int Last = 11;
    private const int AtEnd = 12;
    private const int DenseStart = 13;

    // Where the stability region ends on the negative axis (Hairer & Wanner 1996, section IV.2).
    private const double StabilityEnd = 6.1;
    private readonly DormandPrince _method;
    private readonly IVectorField _field;
    private readonly int _padded;
    private readonly double[] _stages;
    private readonly double[] _argument;
    private readonly double[] _scale;
    private readonly double[] _error;
    private readonly double[] _zero;
    private readonly DormandPrinceDense _dense;
    private readonly StepControl _control = new(8);
    private double[] _start;
    private double[] _end;
    private double[] _candidate;

    /// <summary>Begins at a state.</summary>
    public DormandPrinceStepper(DormandPrince method, IVectorField field, double time, ReadOnlySpan<double> state)
    {
        (_method, _field, Start, End) = (method, field, time, time);
        _padded = Lanes.Padded(field.Dimension);
        _stages = new double[StageCount * _padded];
        (_argument, _scale, _error, _zero) = (new double[_padded], new double[_padded], new double[_padded], new double[_padded]);
        (_start, _end, _candidate) = (new double[_padded], new double[_padded], new double[_padded]);
        _dense = new(_stages, _padded);
        state.CopyTo(_start);
        state.CopyTo(_end);
        Evaluate(_end, AtEnd);
    }

    /// <inheritdoc/>
    public string Method => _method.Name;

    /// <inheritdoc/>
    public double Start { get; private set; }

    /// <inheritdoc/>
    public double End { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> StartState => _start.AsSpan(0, _field.Dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndState => _end.AsSpan(0, _field.Dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndRate => Stage(AtEnd)[.._field.Dimension];

    /// <inheritdoc/>
    public double ShareOfStability { get; private set; }

    /// <inheritdoc/>
    public StepOutcome Attempt(double horizon)
    {
        if (_control.Proposed is 0)
        {
            _control.Proposed = _method.Steps.First
                ?? FirstStep.Of(_field, _method.Tolerance, 8, _end, Stage(AtEnd), horizon - End, _scale, _argument, _error);
        }

        var h = _method.Steps.Next(_control.Proposed, End, horizon);
        if (StepSizes.IsTooSmall(h, End))
        {
            return StepOutcome.TooSmall;
        }

        Stage(AtEnd).CopyTo(Stage(0));
        for (var stage = 1; stage <= Last; stage++)
        {
            Tableau.Stages[stage - 1].Combine(_end, h, _stages, _argument);
            Evaluate(_argument, stage);
        }

        Tableau.Solution.Combine(_end, h, _stages, _candidate);
        if (!_control.Accepts(h, Error(h)))
        {
            return StepOutcome.Rejected;
        }

        (_start, _end, _candidate) = (_end, _candidate, _start);
        Lanes.Clear(_end);
        (Start, End) = (End, End + h >= horizon || h == horizon - End ? horizon : End + h);
        Evaluate(_end, AtEnd);
        Gauge(h);
        _dense.Forget();
        return StepOutcome.Accepted;
    }

    /// <inheritdoc/>
    public void Interpolate(double time, Span<double> state)
    {
        if (!_dense.IsReady)
        {
            for (var extra = 0; extra < Tableau.DenseStages.Length; extra++)
            {
                Tableau.DenseStages[extra].Combine(_start, End - Start, _stages, _argument);
                Evaluate(_argument, DenseStart + extra);
            }

            _dense.Prepare(_start, _end, End - Start);
        }

        _dense.At((time - Start) / (End - Start), state);
    }

    private Span<double> Stage(int stage) => _stages.AsSpan(stage * _padded, _padded);

    private void Evaluate(double[] state, int stage) => _field.Rate(state.AsSpan(0, _field.Dimension), Stage(stage)[.._field.Dimension]);

    // The estimate of order 5, made smaller where that of order 3 is far larger, as behind DOP853 (Hairer, Nørsett & Wanner 1993, section II.5).
    private double Error(double h)
    {
        _method.Tolerance.Scale(_end, _candidate, _scale);
        Tableau.ErrorOfFive.Combine(_zero, h, _stages, _error);
        var five = Lanes.SquaresOver(_error, _scale);
        Tableau.ErrorOfThree.Combine(_zero, h, _stages, _error);
        var three = Lanes.SquaresOver(_error, _scale);
        var both = five + (0.01 * three);
        return both == 0 ? 0 : five / Math.Sqrt(both * _field.Dimension);
    }

    // The last stage and the new rate are both at the end of the step: their difference over that of their states is near |λ|.
    private void Gauge(double h)
    {
        var states = Lanes.SquaredDistance(_end, _argument);
        ShareOfStability = states > 0 ? h * Math.Sqrt(Lanes.SquaredDistance(Stage(AtEnd), Stage(Last)) / states) / StabilityEnd : 0;
    }
}
