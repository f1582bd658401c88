namespace Verify.Simulation.Flows;

/// <summary>The steps of <see cref="ExtrapolatedMidpoint"/>. Buffers are made once.</summary>
internal sealed class ExtrapolatedStepper : IFlowStepper
{
    // The first step is chosen as for a method of this order: one that is too small grows tenfold in each step.
    private const int OrderOfFirst = 4;
    private static readonly int[] Parts = ExtrapolatedMidpoint.Parts;
    private readonly ExtrapolatedMidpoint _method;
    private readonly IVectorField _field;
    private readonly Jacobian _jacobian;
    private readonly ImplicitMidpointRule _rule;
    private readonly ExtrapolationTable _table;
    private readonly ColumnControl _control;
    private readonly QuarterPolynomial _dense;
    private readonly double[][] _states;
    private readonly double[][] _rates;
    private readonly double[] _scale;
    private readonly double[] _error;
    private double[] _candidate;
    private bool _hasJacobian;
    private bool _hasDense;
    private int _lastRow;

    /// <summary>Begins at a state.</summary>
    public ExtrapolatedStepper(ExtrapolatedMidpoint method, IVectorField field, double time, ReadOnlySpan<double> state)
    {
        (_method, _field, Start, End) = (method, field, time, time);
        var (n, padded) = (field.Dimension, Lanes.Padded(field.Dimension));
        (_jacobian, _rule, _table) = (new(field), new(field), new(Parts, padded));
        (_control, _dense) = (new(Parts, n, method.Columns), new(n));
        _states = [.. Enumerable.Range(0, QuarterPolynomial.Nodes).Select(_ => new double[padded])];
        _rates = [.. Enumerable.Range(0, QuarterPolynomial.Nodes).Select(_ => new double[padded])];
        (_scale, _error, _candidate) = (new double[padded], new double[padded], new double[padded]);
        state.CopyTo(_states[0]);
        state.CopyTo(_states[^1]);
        Evaluate(_states[^1], _rates[^1]);
    }

    /// <inheritdoc/>
    public string Method => _method.Name;

    /// <inheritdoc/>
    public double Start { get; private set; }

    /// <inheritdoc/>
    public double End { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> StartState => _states[0].AsSpan(0, _field.Dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndState => _states[^1].AsSpan(0, _field.Dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndRate => _rates[^1].AsSpan(0, _field.Dimension);

    /// <inheritdoc/>
    public StepOutcome Attempt(double horizon)
    {
        if (_control.Proposed is 0)
        {
            _control.Proposed = _method.Steps.First
                ?? FirstStep.Of(_field, _method.Tolerance, OrderOfFirst, _states[^1], _rates[^1], horizon - End, _scale, _candidate, _error);
        }

        var h = _method.Steps.Next(_control.Proposed, End, horizon);
        if (StepSizes.IsTooSmall(h, End))
        {
            return StepOutcome.TooSmall;
        }

        // The step before is kept until this one is made; its Jacobian is not, and the dense output of a step needs that of its start.
        if (!_hasJacobian)
        {
            _jacobian.At(EndState, EndRate);
            (_hasJacobian, _hasDense) = (true, false);
        }

        if (!Solve(h))
        {
            return StepOutcome.Rejected;
        }

        (_states[0], _states[^1], _candidate) = (_states[^1], _candidate, _states[0]);
        (_rates[0], _rates[^1]) = (_rates[^1], _rates[0]);
        (Start, End, _hasJacobian) = (End, h == horizon - End ? horizon : End + h, false);
        Evaluate(_states[^1], _rates[^1]);
        return StepOutcome.Accepted;
    }

    /// <inheritdoc/>
    public void Interpolate(double time, Span<double> state)
    {
        var h = End - Start;
        if (!_hasDense)
        {
            for (var node = 1; node < QuarterPolynomial.Nodes - 1; node++)
            {
                SolveWithin(node, h);
            }

            _dense.Through(_states, _rates, h);
            _hasDense = true;
        }

        _dense.At((time - Start) / h, state);
    }

    private void Evaluate(double[] state, double[] rate) => _field.Rate(state.AsSpan(0, _field.Dimension), rate.AsSpan(0, _field.Dimension));

    private bool Solve(double h)
    {
        for (var row = 0; row < Parts.Length; row++)
        {
            if (!AddRow(row, h, _states[^1], _rates[^1], _candidate))
            {
                _control.Fail(h);
                return false;
            }

            _lastRow = row;
            if (_control.Judge(row, h, Error(row, _states[^1], _candidate)) is var verdict and not RowVerdict.GoOn)
            {
                return verdict == RowVerdict.Accept;
            }
        }

        return false;
    }

    // The part of a step up to a quarter is easier than the step: at most as many rows as the step took, fewer where they meet the tolerance.
    private void SolveWithin(int node, double h)
    {
        for (var row = 0; row <= _lastRow; row++)
        {
            if (!AddRow(row, QuarterPolynomial.Place(node) * h, _states[0], _rates[0], _states[node])
                || (_method.Columns is null && row > 1 && Error(row, _states[0], _states[node]) <= 1))
            {
                break;
            }
        }

        Evaluate(_states[node], _rates[node]);
    }

    private bool AddRow(int row, double h, double[] state, double[] rate, double[] result)
    {
        if (!_rule.Increment(state, rate.AsSpan(0, _field.Dimension), _jacobian.Transposed, h, Parts[row], _table.Incoming))
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
