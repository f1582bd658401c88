namespace Verify.Simulation.Flows;

/// <summary>A field that counts its evaluations.</summary>
internal sealed class MeteredField(IVectorField field) : IVectorField
{
    /// <inheritdoc/>
    public int Dimension { get; } = field.Dimension;

    /// <summary>The evaluations so far.</summary>
    public long Evaluations { get; private set; }

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate)
    {
        Evaluations++;
        field.Rate(state, rate);
    }
}
