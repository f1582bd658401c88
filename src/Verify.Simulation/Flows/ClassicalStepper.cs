namespace Verify.Simulation.Flows;

/// <summary>The steps of <see cref="ClassicalRungeKutta"/>. Every one is accepted, whatever comes out.</summary>
internal sealed class ClassicalStepper : IFlowStepper
{
    private readonly ClassicalRungeKutta _method;
    private readonly IVectorField _field;
    private readonly double[][] _rates;
    private readonly double[] _argument;
    private readonly double[] _start;
    private readonly double[] _end;

    /// <summary>Begins at a state.</summary>
    public ClassicalStepper(ClassicalRungeKutta method, IVectorField field, double time, ReadOnlySpan<double> state)
    {
        (_method, _field, Start, End) = (method, field, time, time);
        (_start, _end, _argument) = (state.ToArray(), state.ToArray(), state.ToArray());
        _rates = [.. Enumerable.Range(0, 5).Select(_ => new double[field.Dimension])];
        field.Rate(_end, _rates[4]);
    }

    /// <inheritdoc/>
    public string Method => _method.Name;

    /// <inheritdoc/>
    public double Start { get; private set; }

    /// <inheritdoc/>
    public double End { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> StartState => _start;

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndState => _end;

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndRate => _rates[4];

    /// <inheritdoc/>
    public StepOutcome Attempt(double horizon)
    {
        var h = new StepSizes(Largest: _method.Step).Next(_method.Step, End, horizon);
        if (StepSizes.IsTooSmall(h, End))
        {
            return StepOutcome.TooSmall;
        }

        _end.CopyTo(_start, 0);
        (Start, End) = (End, h == horizon - End ? horizon : End + h);
        _rates[4].CopyTo(_rates[0], 0);
        Stage(h / 2, 0);
        Stage(h / 2, 1);
        Stage(h, 2);
        for (var i = 0; i < _end.Length; i++)
        {
            _end[i] = _start[i] + (h / 6 * (_rates[0][i] + (2 * (_rates[1][i] + _rates[2][i])) + _rates[3][i]));
        }

        _field.Rate(_end, _rates[4]);
        return StepOutcome.Accepted;
    }

    /// <inheritdoc/>
    public void Interpolate(double time, Span<double> state)
    {
        var h = End - Start;
        var theta = (time - Start) / h;
        for (var i = 0; i < state.Length; i++)
        {
            var (change, first, last) = (_end[i] - _start[i], h * _rates[0][i], h * _rates[4][i]);
            state[i] = _start[i] + (theta * (change + ((1 - theta) * (first - change + (theta * ((2 * change) - first - last))))));
        }
    }

    private void Stage(double h, int from)
    {
        for (var i = 0; i < _argument.Length; i++)
        {
            _argument[i] = _start[i] + (h * _rates[from][i]);
        }

        _field.Rate(_argument, _rates[from + 1]);
    }
}
