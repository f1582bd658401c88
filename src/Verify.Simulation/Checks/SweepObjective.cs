using Verify.Simulation.Dense;
using Verify.Simulation.Descent;

namespace Verify.Simulation.Checks;

/// <summary>A scalar of a program's state, to be descended.</summary>
internal sealed class SweepObjective(AdjointSweep sweep) : IObjective
{
    /// <inheritdoc/>
    public int Dimension => sweep.Dimension;

    /// <inheritdoc/>
    public double Value(ReadOnlySpan<double> x, Span<double> gradient) => sweep.Evaluate(x, gradient);
}
