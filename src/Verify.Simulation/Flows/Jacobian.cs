namespace Verify.Simulation.Flows;

/// <summary>
/// The Jacobian of a field by forward differences, as its transpose: row i is ∂f/∂y_i, padded with zeros. It takes one evaluation for each component of
/// the state.
/// </summary>
internal sealed class Jacobian(IVectorField field)
{
    // The root of the rounding of f balances it against the curvature.
    private const double Difference = 1.5e-8;
    private const double OfLargest = 0.1;
    private readonly int _padded = Lanes.Padded(field.Dimension);
    private readonly double[] _moved = new double[Lanes.Padded(field.Dimension)];

    /// <summary>The rows, each of the padded length.</summary>
    public double[] Transposed { get; } = new double[field.Dimension * Lanes.Padded(field.Dimension)];

    /// <summary>Computes it at a state with the given rate.</summary>
    public void At(ReadOnlySpan<double> state, ReadOnlySpan<double> rate)
    {
        var n = field.Dimension;
        state.CopyTo(_moved);
        var floor = Math.Max(OfLargest * Lanes.Largest(state), 1e-150);
        for (var i = 0; i < n; i++)
        {
            var row = Transposed.AsSpan(i * _padded, n);
            _moved[i] = state[i] + (Difference * Math.Max(Math.Abs(state[i]), floor));
            field.Rate(_moved.AsSpan(0, n), row);
            var step = _moved[i] - state[i];
            _moved[i] = state[i];
            for (var j = 0; j < n; j++)
            {
                row[j] = (row[j] - rate[j]) / step;
            }
        }
    }
}
