namespace Verify.Simulation.Flows;

/// <summary>A stepper that estimates from its last step how near it is to the limit of its stability.</summary>
internal interface IStiffnessGauge
{
    /// <summary>
    /// h |λ| of the last accepted step over the end of the method's stability on the negative axis: near 1 where stability and not accuracy sets the step.
    /// </summary>
    double ShareOfStability { get; }
}
