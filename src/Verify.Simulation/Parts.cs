using Verify.Simulation.Sampling;

namespace Verify.Simulation;

/// <summary>What the simulation is made of, so that a test can put a faulty part in the place of a sound one and see whether a verdict shows it.</summary>
/// <param name="Sampling">What draws are made of.</param>
internal sealed record Parts(Machinery Sampling)
{
    /// <summary>The parts as they are meant to be.</summary>
    public static Parts Sound { get; } = new(Machinery.Sound);
}
