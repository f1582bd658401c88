namespace Verify.Simulation.Statistics;

/// <summary>How a mean μ is claimed to stand to a number θ.</summary>
internal enum Relation
{
    /// <summary>μ = θ.</summary>
    Equal,

    /// <summary>μ ≤ θ.</summary>
    AtMost,

    /// <summary>μ ≥ θ.</summary>
    AtLeast,
}
