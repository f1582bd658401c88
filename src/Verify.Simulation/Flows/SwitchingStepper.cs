namespace Verify.Simulation.Flows;

/// <summary>The steps of <see cref="StiffnessSwitch"/>. An explicit stepper without a gauge of stiffness is never left.</summary>
internal sealed class SwitchingStepper : IFlowStepper
{
    private const double NearTheEnd = 0.85;
    private const int FewestStiff = 15;
    private const int NotStiffInARow = 6;
    private const double StepsPerRoot = 0.75;
    private readonly StiffnessSwitch _method;
    private readonly IVectorField _field;
    private readonly int _stiffNeeded;
    private IFlowStepper _current;
    private int _stiff;
    private int _notStiff;

    /// <summary>Begins at a state.</summary>
    public SwitchingStepper(StiffnessSwitch method, IVectorField field, double time, ReadOnlySpan<double> state)
    {
        (_method, _field, _current) = (method, field, method.Explicit.Begin(field, time, state));
        _stiffNeeded = Math.Max(FewestStiff, (int)(StepsPerRoot * field.Width * Math.Sqrt(field.Width)));
    }

    /// <inheritdoc/>
    public string Method => _current.Method;

    /// <inheritdoc/>
    public double Start => _current.Start;

    /// <inheritdoc/>
    public double End => _current.End;

    /// <inheritdoc/>
    public ReadOnlySpan<double> StartState => _current.StartState;

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndState => _current.EndState;

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndRate => _current.EndRate;

    /// <inheritdoc/>
    public StepOutcome Attempt(double horizon)
    {
        if (_stiff >= _stiffNeeded)
        {
            _current = _method.Implicit.Begin(_field, End, EndState);
            _stiff = 0;
        }

        var outcome = _current.Attempt(horizon);
        if (outcome == StepOutcome.Accepted && _current is IStiffnessGauge gauge)
        {
            Count(gauge.ShareOfStability > NearTheEnd);
        }

        return outcome;
    }

    /// <inheritdoc/>
    public void Interpolate(double time, Span<double> state) => _current.Interpolate(time, state);

    private void Count(bool isStiff)
    {
        (_stiff, _notStiff) = isStiff ? (_stiff + 1, 0) : (_stiff, _notStiff + 1);
        if (_notStiff >= NotStiffInARow)
        {
            _stiff = 0;
        }
    }
}
