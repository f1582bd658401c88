namespace Verify.Simulation.Flows;

/// <summary>An autonomous system dy/dt = f(y). Not for use by several threads at a time: an implementation may keep buffers.</summary>
internal interface IVectorField
{
    /// <summary>How many numbers a state has.</summary>
    int Dimension { get; }

    /// <summary>Writes f(y).</summary>
    void Rate(ReadOnlySpan<double> state, Span<double> rate);
}
