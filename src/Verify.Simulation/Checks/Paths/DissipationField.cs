using Verify.Simulation.Flows;

namespace Verify.Simulation.Checks.Paths;

/// <summary>dP/dt = f, dq/dt = ‖f‖², with q the last number of the state.</summary>
internal sealed class DissipationField(IVectorField inner) : IVectorField
{
    /// <inheritdoc/>
    public int Dimension => inner.Dimension + 1;

    /// <inheritdoc/>
    public int Width => inner.Width + 1;

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate)
    {
        inner.Rate(state[..inner.Dimension], rate[..inner.Dimension]);
        var norm = GradientPath.Norm(rate[..inner.Dimension]);
        rate[inner.Dimension] = norm * norm;
    }

    /// <inheritdoc/>
    public ILinearization Linearize() => new Linearization(inner.Linearize(), inner.Dimension);

    // The last row of the Jacobian is (2 f'J, 0), and η J x = x - b, so that the last number of the solution is b_q + 2 f'(x - b).
    private sealed class Linearization(ILinearization inner, int n) : ILinearization
    {
        private readonly double[] _rate = new double[n];

        public long Evaluations => inner.Evaluations;

        public void At(ReadOnlySpan<double> state, ReadOnlySpan<double> rate)
        {
            inner.At(state[..n], rate[..n]);
            rate[..n].CopyTo(_rate);
        }

        public bool Factor(double eta) => inner.Factor(eta);

        public void Solve(double[] b)
        {
            var (last, before) = (b[n], Dot(b));
            inner.Solve(b);
            b[n] = last + (2 * (Dot(b) - before));
        }

        private double Dot(double[] b) => Dense.Arithmetic.Entries.Dot(_rate, b.AsSpan(0, n));
    }
}
