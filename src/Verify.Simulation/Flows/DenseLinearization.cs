namespace Verify.Simulation.Flows;

/// <summary>A dense Jacobian by differences and dense elimination, for some hundred components at most.</summary>
internal sealed class DenseLinearization(IVectorField field) : ILinearization
{
    private readonly Jacobian _jacobian = new(field);
    private readonly ShiftedSystem _system = new(field.Dimension);

    /// <inheritdoc/>
    public long Evaluations { get; private set; }

    /// <inheritdoc/>
    public void At(ReadOnlySpan<double> state, ReadOnlySpan<double> rate)
    {
        _jacobian.At(state, rate);
        Evaluations += field.Dimension;
    }

    /// <inheritdoc/>
    public bool Factor(double eta) => _system.Factor(_jacobian.Transposed, eta);

    /// <inheritdoc/>
    public void Solve(double[] b) => _system.Solve(b);
}
