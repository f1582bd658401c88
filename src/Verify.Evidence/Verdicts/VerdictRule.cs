using System.Collections.Immutable;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>How the findings of independent routes become one verdict.</summary>
public static class VerdictRule
{
    /// <summary>
    /// A proof that another route contradicts, or a closed form that does not fit the draws, is a conflict; a counterexample refutes; a proof that nothing contradicts proves; agreement alone
    /// supports; the rest is undecided. Where no value satisfies the conditions nothing is proved, and an instance that does satisfy them is a conflict;
    /// where a search merely found no such value, nothing is proved until another route has an instance.
    /// A route that disagrees without a counterexample does not refute: the statement may hold for values that its normal forms do not tell apart.
    /// </summary>
    public static Verdict Join(ImmutableArray<RouteReport> routes)
    {
        var outcomes = routes.Select(route => route.Finding.Outcome).ToHashSet();
        var empty = IsEmpty(routes);
        var counterexample = routes.Any(route => route.Finding is { Outcome: Outcome.Disagrees, Counterexample: not null });
        return outcomes.Contains(Outcome.Proved) && outcomes.Contains(Outcome.Disagrees) ? Verdict.Conflict
            : routes.Any(route => route.Finding.FoundFault) ? Verdict.Conflict
            : empty ? HasInstances(routes) ? Verdict.Conflict : Verdict.Undecided
            : counterexample ? Verdict.Refuted
            : outcomes.Contains(Outcome.Proved) ? Verdict.Proved
            : outcomes.Contains(Outcome.Disagrees) ? Verdict.Undecided
            : outcomes.Contains(Outcome.Agrees) ? Verdict.Supported
            : Verdict.Undecided;
    }

    /// <summary>What these routes have settled, for the next one to be asked: a proof, a counterexample, or nothing.</summary>
    public static Outcome? Settled(ImmutableArray<RouteReport> routes) =>
        IsEmpty(routes) ? null
        : routes.Any(route => route.Finding is { Outcome: Outcome.Disagrees, Counterexample: not null }) ? Outcome.Disagrees
        : routes.Any(route => route.Finding.Outcome == Outcome.Proved) ? Outcome.Proved
        : null;

    /// <summary>One line on why the verdict is what it is: what was tried for <c>undecided</c>, who contradicts whom for <c>conflict</c>.</summary>
    public static string Reason(Verdict verdict, ImmutableArray<RouteReport> routes) => verdict switch
    {
        Verdict.Undecided when IsEmpty(routes) && routes.FirstOrDefault(route => route.Finding.NothingSatisfiesConditions || route.Finding.FoundNoInstance) is { } empty => empty.Finding.Detail,
        Verdict.Undecided when routes.Any(route => route.Finding.Outcome == Outcome.Disagrees) =>
            "the algebra finds the sides different, but no counterexample was found; " + Tried(routes),
        Verdict.Undecided => Tried(routes),
        Verdict.Conflict => "the routes contradict each other, which is a fault of this tool, please report it; " + Tried(routes),
        Verdict.Supported => Tried(routes.Where(route => route.Finding.Outcome != Outcome.NotTreated)),
        _ => "",
    };

    private static bool IsEmpty(ImmutableArray<RouteReport> routes) =>
        routes.Any(route => route.Finding.NothingSatisfiesConditions) || (routes.Any(route => route.Finding.FoundNoInstance) && !HasInstances(routes));

    private static bool HasInstances(ImmutableArray<RouteReport> routes) =>
        routes.Any(route => route.Finding is { Outcome: Outcome.Disagrees, Counterexample: not null } or { Outcome: Outcome.Agrees, Instances: > 0 });

    private static string Tried(IEnumerable<RouteReport> routes) =>
        string.Join("; ", routes.Select(route => Described(route.Route, route.Finding)));

    private static string Described(string route, Finding finding) => $"{route} {finding.Outcome.Word()}"
        + (finding.Detail.Length > 0 ? $": {finding.Detail}" : finding.Instances is { } instances ? $": {instances} instances" : "");
}
