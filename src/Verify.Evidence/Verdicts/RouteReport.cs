using Verify.Language.Printing;
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

    /// <summary>For a false equality by algebra, as text: what the derived side is, and left minus right; otherwise null.</summary>
    public (string Derived, string Difference)? Difference =>
        Finding.Difference is var (derived, difference) ? (CorePrinter.Print(derived), CorePrinter.Print(difference)) : KeptDifference;

    /// <summary>The same, of a finding that was kept as text.</summary>
    internal (string Derived, string Difference)? KeptDifference { get; init; }
}
