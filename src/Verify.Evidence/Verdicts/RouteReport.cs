using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>What one route found of one claim, and how long it took.</summary>
/// <param name="Route">The route's name.</param>
/// <param name="Finding">Its outcome and reasons.</param>
/// <param name="Elapsed">Wall-clock time; the one part of a report that a seed does not determine.</param>
public sealed record RouteReport(string Route, Finding Finding, TimeSpan Elapsed)
{
    /// <summary>Whether the route broke down on the claim: a fault of the tool, which the finding's detail describes.</summary>
    public bool Faulted { get; init; }
}
