namespace Verify.Simulation.Flows;

/// <summary>The linear systems (I - η J) x = b of implicit steps, with J the Jacobian of a field at some state. Not for use by several threads at a time.</summary>
internal interface ILinearization
{
    /// <summary>The evaluations of the field so far.</summary>
    long Evaluations { get; }

    /// <summary>Takes the Jacobian at a state with the given rate.</summary>
    void At(ReadOnlySpan<double> state, ReadOnlySpan<double> rate);

    /// <summary>Prepares the matrix I - η J. False where it is singular to working precision or not finite.</summary>
    bool Factor(double eta);

    /// <summary>Replaces b, padded with zeros, by the solution.</summary>
    void Solve(double[] b);
}
