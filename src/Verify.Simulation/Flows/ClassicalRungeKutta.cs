namespace Verify.Simulation.Flows;

/// <summary>
/// The classical method of Runge and Kutta of order 4 with fixed steps (Hairer, Nørsett &amp; Wanner 1993, section II.1) and the cubic through states and
/// rates at both ends as dense output. It has no error control: it is here to show what a coarse integration does. The last step before a horizon is
/// shorter.
/// </summary>
internal sealed record ClassicalRungeKutta(double Step) : IFlowMethod
{
    /// <inheritdoc/>
    public string Name => "Runge-Kutta 4, fixed steps";

    /// <inheritdoc/>
    public int Order => 4;

    /// <inheritdoc/>
    public int DenseOrder => 3;

    /// <inheritdoc/>
    public IFlowStepper Begin(IVectorField field, double time, ReadOnlySpan<double> state) => new ClassicalStepper(this, field, time, state);
}
