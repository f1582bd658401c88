using Verify.Simulation.Flows;
using Verify.Simulation.Sampling;

namespace Verify.Simulation;

/// <summary>What the simulation is made of, so that a test can put a faulty part in the place of a sound one and see whether a verdict shows it.</summary>
/// <param name="Sampling">What draws are made of.</param>
/// <param name="Flow">The method that integrates flows.</param>
internal sealed record Parts(Machinery Sampling, IFlowMethod Flow)
{
    /// <summary>The relative error allowed in a step of a flow.</summary>
    public const double FlowTolerance = 1e-10;

    /// <summary>The parts as they are meant to be.</summary>
    public static Parts Sound { get; } = new(Machinery.Sound, StiffnessSwitch.At(new(FlowTolerance)));
}
