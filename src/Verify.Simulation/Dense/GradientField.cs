using System.Collections.Immutable;
using Verify.Simulation.Flows;

namespace Verify.Simulation.Dense;

/// <summary>
/// The gradient flow of a scalar: dy/dt = -grad f(y), y the state of its program. Its Jacobian is symmetric. With a border, all other entries are coupled through the
/// entries there alone, which <see cref="Of"/> finds out.
/// </summary>
internal sealed class GradientField(AdjointSweep sweep, ImmutableArray<int>? border = null) : IVectorField
{
    private const int MostInBorder = 4;
    private const int FewestEntries = 8;

    /// <inheritdoc/>
    public int Dimension => sweep.Dimension;

    /// <inheritdoc/>
    public int Width => border is { } places ? places.Length + 2 : Dimension;

    /// <summary>The flow of a sweep, with the given places, of scalars, as its border where that is what couples the others.</summary>
    public static GradientField Of(AdjointSweep sweep, ImmutableArray<int> scalars, ReadOnlySpan<double> start)
    {
        var dense = new GradientField(sweep);
        return scalars.Length <= MostInBorder && sweep.Dimension >= FewestEntries && ArrowheadLinearization.Fits(dense, scalars, start) ? new(sweep, scalars) : dense;
    }

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate) => sweep.Evaluate(state, rate, factor: -1);

    /// <inheritdoc/>
    public ILinearization Linearize() => border is { } places ? new ArrowheadLinearization(this, places) : new DenseLinearization(this);
}
