using Verify.Simulation.Flows;

namespace Verify.Simulation.Dense;

/// <summary>The gradient flow of a scalar: dy/dt = -grad f(y), y the state of its program.</summary>
internal sealed class GradientField(AdjointSweep sweep) : IVectorField
{
    /// <inheritdoc/>
    public int Dimension => sweep.Dimension;

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate) => sweep.Evaluate(state, rate, factor: -1);
}
