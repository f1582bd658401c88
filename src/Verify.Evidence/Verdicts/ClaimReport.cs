using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>A claim with its verdict and the evidence for it.</summary>
/// <param name="Claim">The claim as understood.</param>
/// <param name="Statement">The statement as understood, printed with names and sizes resolved.</param>
/// <param name="Verdict">What the routes together say.</param>
/// <param name="Reason">Why the verdict is no stronger, in one line; empty where there is nothing to add.</param>
/// <param name="Routes">What each route found, in the order in which they were asked.</param>
public sealed record ClaimReport(Claim Claim, string Statement, Verdict Verdict, string Reason, ImmutableArray<RouteReport> Routes)
{
    /// <summary>Whether a <c>claim</c> is proved or supported, or a <c>refute</c> refuted.</summary>
    public bool Holds => Claim.ExpectedTrue ? Verdict is Verdict.Proved or Verdict.Supported : Verdict == Verdict.Refuted;

    /// <summary>Whether the run was cancelled before this claim was finished.</summary>
    public bool Stopped { get; init; }

    /// <summary>Whether a route broke down on it.</summary>
    public bool Faulted => Routes.Any(route => route.Faulted);

    /// <summary>The first counterexample that a route gives, otherwise null.</summary>
    public Counterexample? Counterexample => Routes.Select(route => route.Finding.Counterexample).FirstOrDefault(found => found is not null);

    /// <summary>For a false equality, what the algebra derives of its left side, and left minus right, as text; otherwise null.</summary>
    public (string Derived, string Difference)? Difference => Routes.Select(route => route.Difference).FirstOrDefault(found => found is not null);

    /// <summary>The time that all routes took together.</summary>
    public TimeSpan Elapsed => Routes.Aggregate(TimeSpan.Zero, (sum, route) => sum + route.Elapsed);
}
