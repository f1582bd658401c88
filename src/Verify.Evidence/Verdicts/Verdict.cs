namespace Verify.Evidence;

/// <summary>What the routes together say of a statement.</summary>
public enum Verdict
{
    /// <summary>The algebra established it for every dimension and every value allowed, and no other route contradicts it.</summary>
    Proved,

    /// <summary>There is a counterexample.</summary>
    Refuted,

    /// <summary>Not proved; at least one route agrees at the instances it tried, and none disagrees.</summary>
    Supported,

    /// <summary>None of these within the limits.</summary>
    Undecided,

    /// <summary>A route contradicts a proof: a fault of the tool, never a statement about the claim.</summary>
    Conflict,
}
