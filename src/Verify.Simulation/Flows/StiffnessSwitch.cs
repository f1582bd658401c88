namespace Verify.Simulation.Flows;

/// <summary>
/// Starts with an explicit method and goes on with an implicit one, from where it is, once stability and not accuracy sets the steps: an estimate of h |λ|
/// from the last two evaluations of a step is near the end of the stability region in many steps (Hairer &amp; Wanner 1996, section IV.2). How many depends
/// on the width p: 15 or 0.75 p^(3/2), whichever is more, which is near the cost of the twenty implicit steps that a path ends in, where f is some
/// products of √p × √p matrices. So the sum is at most about twice what the better method alone would have cost. Six steps in a row that are not stiff start
/// the count again. It does not go back.
/// </summary>
internal sealed record StiffnessSwitch(IFlowMethod Explicit, IFlowMethod Implicit) : IFlowMethod
{
    /// <inheritdoc/>
    public string Name => $"{Explicit.Name}, then {Implicit.Name} where stiff";

    /// <summary>The lower of the two.</summary>
    public int Order => Math.Min(Explicit.Order, Implicit.Order);

    /// <summary>The lower of the two.</summary>
    public int DenseOrder => Math.Min(Explicit.DenseOrder, Implicit.DenseOrder);

    /// <summary>The two methods of this program at one tolerance.</summary>
    public static StiffnessSwitch At(Tolerance tolerance) => new(new DormandPrince(tolerance), new ExtrapolatedMidpoint(tolerance));

    /// <inheritdoc/>
    public IFlowStepper Begin(IVectorField field, double time, ReadOnlySpan<double> state) => new SwitchingStepper(this, field, time, state);
}
