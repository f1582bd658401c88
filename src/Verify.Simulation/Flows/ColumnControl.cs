namespace Verify.Simulation.Flows;

/// <summary>What to do after a row of the table.</summary>
internal enum RowVerdict
{
    /// <summary>Compute the next row.</summary>
    GoOn,

    /// <summary>The result is good enough.</summary>
    Accept,

    /// <summary>It will not become good enough within the rows allowed.</summary>
    Reject,
}

/// <summary>
/// The choice of the step and the number of columns of an extrapolation method. The error of row k (counted from 0) is O(h^(2k)) and gives the step h_k
/// that would just meet the tolerance, and the row of the least work A_k / h_k is aimed at next (Hairer &amp; Wanner 1996, section IV.9, as in
/// Hairer, Nørsett &amp; Wanner 1993, section II.9). Work is counted in solutions of a factored system of p equations: a factorisation is p/6 of them, an
/// evaluation of f a quarter.
/// </summary>
internal sealed class ColumnControl
{
    private const double Safety = 0.94;
    private const double SafetyOfError = 0.65;
    private const double Grow = 10;
    private const double Shrink = 0.1;
    private const double Evaluation = 0.25;
    private const double Factorisation = 1.0 / 6;
    private readonly int[] _sequence;
    private readonly bool _isFixed;
    private readonly double[] _work;
    private readonly double[] _steps;
    private readonly double[] _perTime;
    private int _target;
    private bool _wasRejected;

    /// <summary>For a system of p components, with the numbers of parts of the rows; always the same number of columns where it is given.</summary>
    public ColumnControl(int[] sequence, int dimension, int? columns)
    {
        (_sequence, _isFixed) = (sequence, columns is not null);
        (_work, _steps, _perTime) = (new double[sequence.Length], new double[sequence.Length], new double[sequence.Length]);
        var sum = Evaluation * dimension;
        for (var k = 0; k < sequence.Length; k++)
        {
            sum += (Factorisation * dimension) + ((sequence[k] + 1) * (1 + Evaluation));
            _work[k] = sum;
        }

        _target = columns - 1 ?? sequence.Length / 2;
    }

    /// <summary>The step to try next; 0 before the first.</summary>
    public double Proposed { get; set; }

    /// <summary>
    /// Judges row k of a step h by its error in units of the tolerance, which is the difference of its last two columns, and proposes the next step unless
    /// it is to go on. Row 0 has no error.
    /// </summary>
    public RowVerdict Judge(int k, double h, double error)
    {
        if (_isFixed && (k < _target || k == 0))
        {
            Proposed = h;
            return k < _target ? RowVerdict.GoOn : RowVerdict.Accept;
        }

        if (k == 0)
        {
            return RowVerdict.GoOn;
        }

        if (!double.IsFinite(error))
        {
            return Fail(h);
        }

        _steps[k] = h * Math.Clamp(Safety * Math.Pow(SafetyOfError / Math.Max(error, 1e-30), 1.0 / (2 * k)), Shrink, Grow);
        _perTime[k] = _work[k] / _steps[k];
        return error <= 1 && (k >= _target - 1) ? Accept(k, h)
            : k >= Math.Min(_target + 1, _sequence.Length - 1) || _isFixed || (k >= _target - 1 && error > Hope(k)) ? Reject(k, h)
            : RowVerdict.GoOn;
    }

    /// <summary>The step could not be computed at all.</summary>
    public RowVerdict Fail(double h)
    {
        (Proposed, _wasRejected) = (h / 4, true);
        return RowVerdict.Reject;
    }

    // The factor that the rows left are expected to gain.
    private double Hope(int k)
    {
        var hope = 1.0;
        for (var row = k + 1; row <= Math.Min(_target + 1, _sequence.Length - 1); row++)
        {
            var ratio = (double)_sequence[row] / _sequence[0];
            hope *= ratio * ratio;
        }

        return hope;
    }

    private RowVerdict Accept(int k, double h)
    {
        var best = k == 1 ? 2
            : _perTime[k - 1] < 0.8 * _perTime[k] ? k - 1
            : _perTime[k] < 0.9 * _perTime[k - 1] && !_wasRejected ? k + 1
            : k;
        best = Math.Min(best, _sequence.Length - 2);
        var step = _isFixed ? _steps[k] : best <= k ? _steps[best] : _steps[k] * _work[best] / _work[k];
        Proposed = _wasRejected ? Math.Min(step, h) : step;
        (_target, _wasRejected) = (_isFixed ? _target : best, false);
        return RowVerdict.Accept;
    }

    private RowVerdict Reject(int k, double h)
    {
        var best = Math.Min(k, Math.Max(_target, 1));
        best = !_isFixed && best > 1 && _perTime[best - 1] < 0.9 * _perTime[best] ? best - 1 : best;
        (Proposed, _target, _wasRejected) = (Math.Min(_steps[best], 0.7 * h), best, true);
        return RowVerdict.Reject;
    }
}
