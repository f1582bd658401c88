namespace Verify.Simulation.Flows;

/// <summary>The steps of <see cref="ExtrapolatedMidpoint"/>. Buffers are made once.</summary>
internal sealed class ExtrapolatedStepper : IFlowStepper
{
    // The first step is chosen as for a method of this order: one that is too small grows tenfold in each step.
    private const int OrderOfFirst = 4;
    private static readonly int[] Parts = ExtrapolatedMidpoint.Parts;
    private readonly ExtrapolatedMidpoint _method;
    private readonly IVectorField _field;
    private readonly ILinearization _linear;
    private readonly ImplicitMidpointRule _rule;
    private readonly ExtrapolationTable _table;
    private readonly ColumnControl _control;
    private readonly double[] _scale;
    private readonly double[] _error;
    private double[] _start;
    private double[] _end;
    private double[] _candidate;
    private double[] _startRate;
    private double[] _endRate;
    private bool _hasJacobian;
    private int _lastRow;

    /// <summary>Begins at a state.</summary>
    public ExtrapolatedStepper(ExtrapolatedMidpoint method, IVectorField field, double time, ReadOnlySpan<double> state)
    {
        (_method, _field, Start, End) = (method, field, time, time);
        var padded = Lanes.Padded(field.Dimension);
        _linear = field.Linearize();
        (_rule, _table) = (new(field, _linear), new(Parts, padded));
        _control = new(Parts, field.Width, method.Columns);
        (_start, _end, _candidate) = (new double[padded], new double[padded], new double[padded]);
        (_startRate, _endRate, _scale, _error) = (new double[padded], new double[padded], new double[padded], new double[padded]);
        state.CopyTo(_start);
        state.CopyTo(_end);
        Evaluate(_end, _endRate);
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
    public ReadOnlySpan<double> EndRate => _endRate.AsSpan(0, _field.Dimension);

    /// <inheritdoc/>
    public StepOutcome Attempt(double horizon)
    {
        if (_control.Proposed is 0)
        {
            _control.Proposed = _method.Steps.First
                ?? FirstStep.Of(_field, _method.Tolerance, OrderOfFirst, _end, _endRate, horizon - End, _scale, _candidate, _error);
        }

        var h = _method.Steps.Next(_control.Proposed, End, horizon);
        if (StepSizes.IsTooSmall(h, End))
        {
            return StepOutcome.TooSmall;
        }

        if (!_hasJacobian)
        {
            _linear.At(EndState, EndRate);
            _hasJacobian = true;
        }

        if (!Solve(h))
        {
            return StepOutcome.Rejected;
        }

        (_start, _end, _candidate) = (_end, _candidate, _start);
        (_startRate, _endRate) = (_endRate, _startRate);
        (Start, End, _hasJacobian) = (End, h == horizon - End ? horizon : End + h, false);
        Evaluate(_end, _endRate);
        return StepOutcome.Accepted;
    }

    /// <inheritdoc/>
    public void Interpolate(double time, Span<double> state)
    {
        if (time <= Start)
        {
            StartState.CopyTo(state);
            return;
        }

        for (var row = 0; row <= _lastRow; row++)
        {
            AddRow(row, time - Start, _start, _startRate, _candidate);
        }

        _candidate.AsSpan(0, _field.Dimension).CopyTo(state);
    }

    private void Evaluate(double[] state, double[] rate) => _field.Rate(state.AsSpan(0, _field.Dimension), rate.AsSpan(0, _field.Dimension));

    private bool Solve(double h)
    {
        for (var row = 0; row < Parts.Length; row++)
        {
            if (!AddRow(row, h, _end, _endRate, _candidate))
            {
                _control.Fail(h);
                return false;
            }

            _lastRow = row;
            if (_control.Judge(row, h, Error(row, _end, _candidate)) is var verdict and not RowVerdict.GoOn)
            {
                return verdict == RowVerdict.Accept;
            }
        }

        return false;
    }

    private bool AddRow(int row, double h, double[] state, double[] rate, double[] result)
    {
        if (!_rule.Increment(state, rate.AsSpan(0, _field.Dimension), h, Parts[row], _table.Incoming))
        {
            return false;
        }

        _table.Extend(row);
        var best = _table[row];
        for (var i = 0; i < best.Length; i++)
        {
            result[i] = state[i] + best[i];
        }

        return true;
    }

    private double Error(int row, double[] state, double[] result)
    {
        if (row == 0)
        {
            return double.PositiveInfinity;
        }

        _method.Tolerance.Scale(state, result, _scale);
        var (best, next) = (_table[row], _table[row - 1]);
        for (var i = 0; i < best.Length; i++)
        {
            _error[i] = best[i] - next[i];
        }

        return Math.Sqrt(Lanes.SquaresOver(_error, _scale) / _field.Dimension);
    }
}
