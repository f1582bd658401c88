namespace Verify.Simulation.Flows;

/// <summary>
/// The explicit Runge-Kutta method of Dormand &amp; Prince of order 8 with error estimates of orders 5 and 3 and dense output of order 7
/// (Hairer, Nørsett &amp; Wanner 1993, sections II.5 and II.6). A step takes 12 evaluations, its dense output 3 more, made when it is first asked for.
/// </summary>
internal sealed record DormandPrince(Tolerance Tolerance) : IFlowMethod
{
    /// <summary>The first and the largest step.</summary>
    public StepSizes Steps { get; init; } = new();

    /// <inheritdoc/>
    public string Name => "Dormand-Prince 8(5,3)";

    /// <inheritdoc/>
    public int Order => 8;

    /// <inheritdoc/>
    public int DenseOrder => 7;

    /// <inheritdoc/>
    public IFlowStepper Begin(IVectorField field, double time, ReadOnlySpan<double> state) => new DormandPrinceStepper(this, field, time, state);
}
