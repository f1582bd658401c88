namespace Verify.Simulation.Flows;

/// <summary>A field that counts its evaluations.</summary>
internal sealed class MeteredField(IVectorField field) : IVectorField
{
    private readonly List<ILinearization> _linearizations = [];
    private long _rates;

    /// <inheritdoc/>
    public int Dimension { get; } = field.Dimension;

    /// <inheritdoc/>
    public int Width { get; } = field.Width;

    /// <summary>The evaluations so far, those for Jacobians included.</summary>
    public long Evaluations => _rates + _linearizations.Sum(linearization => linearization.Evaluations);

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate)
    {
        _rates++;
        field.Rate(state, rate);
    }

    /// <inheritdoc/>
    public ILinearization Linearize()
    {
        var linearization = field.Linearize();
        _linearizations.Add(linearization);
        return linearization;
    }
}
