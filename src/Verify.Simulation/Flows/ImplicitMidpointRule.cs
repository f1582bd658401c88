namespace Verify.Simulation.Flows;

/// <summary>
/// The linearly implicit midpoint rule over one step h in an even number n of parts, with a smoothing step at the end, the Jacobian J of the start and M =
/// I - (h/n) J: Δ_0 = M^-1 (h/n) f(y), Δ_k = Δ_{k-1} + 2 M^-1 ((h/n) f(y_k) - Δ_{k-1}), y_{k+1} = y_k + Δ_k, and y_n + M^-1 ((h/n) f(y_n) - Δ_{n-1}). It
/// has an expansion in powers of (h/n)² (Bader &amp; Deuflhard 1983; Hairer &amp; Wanner 1996, section IV.9). Increments and not states are kept, so that
/// differences of results are not lost in rounding.
/// </summary>
internal sealed class ImplicitMidpointRule(IVectorField field, ILinearization linear)
{
    private readonly int _dimension = field.Dimension;
    private readonly double[] _argument = new double[Lanes.Padded(field.Dimension)];
    private readonly double[] _part = new double[Lanes.Padded(field.Dimension)];
    private readonly double[] _delta = new double[Lanes.Padded(field.Dimension)];

    /// <summary>
    /// Writes the increment of the state over the step, from the state with a known rate at which the Jacobian was taken. False where the system is singular or the increment not
    /// finite.
    /// </summary>
    public bool Increment(double[] state, ReadOnlySpan<double> rate, double h, int n, double[] increment)
    {
        var eta = h / n;
        if (!linear.Factor(eta))
        {
            return false;
        }

        Array.Clear(increment);
        Array.Clear(_delta);
        for (var k = 0; k <= n; k++)
        {
            Rate(state, rate, k, increment);
            for (var i = 0; i < _dimension; i++)
            {
                _part[i] = (eta * _part[i]) - _delta[i];
            }

            linear.Solve(_part);
            var (keep, times) = k == n ? (0, 1) : k == 0 ? (1, 1) : (1, 2);
            for (var i = 0; i < _dimension; i++)
            {
                _delta[i] = (keep * _delta[i]) + (times * _part[i]);
                increment[i] += _delta[i];
            }
        }

        return Lanes.AllFinite(increment);
    }

    private void Rate(double[] state, ReadOnlySpan<double> rate, int k, double[] increment)
    {
        if (k == 0)
        {
            rate.CopyTo(_part);
            return;
        }

        for (var i = 0; i < _dimension; i++)
        {
            _argument[i] = state[i] + increment[i];
        }

        field.Rate(_argument.AsSpan(0, _dimension), _part.AsSpan(0, _dimension));
    }
}
