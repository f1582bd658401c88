namespace Verify.Simulation.Flows;

/// <summary>An autonomous system dy/dt = f(y). Not for use by several threads at a time: an implementation may keep buffers.</summary>
internal interface IVectorField
{
    /// <summary>How many numbers a state has.</summary>
    int Dimension { get; }

    /// <summary>Writes f(y).</summary>
    void Rate(ReadOnlySpan<double> state, Span<double> rate);

    /// <summary>Of how many components a system with a dense Jacobian is as dear to take implicit steps in, compared with its f: all, unless the field knows better.</summary>
    int Width => Dimension;

    /// <summary>The linear systems of implicit steps: dense ones, unless the field knows better.</summary>
    ILinearization Linearize() => new DenseLinearization(this);
}
