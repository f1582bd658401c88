namespace Verify.Simulation.Flows;

/// <summary>
/// The linearly implicit midpoint rule with extrapolation, for stiff systems of up to some hundred components (Bader &amp; Deuflhard 1983;
/// Hairer &amp; Wanner 1996, section IV.9). A step takes one Jacobian by differences, and for each of its 3 to 7 columns one factorisation of the
/// matrix, as the field's linearization has it, and as many evaluations as the row has parts, and one. It needs a smooth f. The dense output is a solution anew from the start of the step to
/// the time asked for, with as many columns: the steps are far too long for a polynomial through a few points. So each look inside costs as much as a step
/// without its Jacobian.
/// </summary>
internal sealed record ExtrapolatedMidpoint(Tolerance Tolerance) : IFlowMethod
{
    /// <summary>The parts into which the rows of the table divide the step.</summary>
    public static readonly int[] Parts = [2, 6, 10, 14, 22, 34, 50];

    /// <summary>The first and the largest step.</summary>
    public StepSizes Steps { get; init; } = new();

    /// <summary>The number of columns in every step, from 1 to 7, or null for the choice of least work.</summary>
    public int? Columns { get; init; }

    /// <inheritdoc/>
    public string Name => "extrapolated implicit midpoint";

    /// <summary>With k columns 2 k - 1.</summary>
    public int Order => (2 * (Columns ?? Parts.Length)) - 1;

    /// <inheritdoc/>
    public int DenseOrder => Order;

    /// <inheritdoc/>
    public IFlowStepper Begin(IVectorField field, double time, ReadOnlySpan<double> state) => new ExtrapolatedStepper(this, field, time, state);
}
