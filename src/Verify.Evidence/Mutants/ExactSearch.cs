using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>The search for an exact counterexample to a mutant: first where it may fail, then anywhere, then at more sizes and with more work.</summary>
/// <param name="route">The exact check; null where it is not asked.</param>
/// <param name="settings">What it is told, but for the work.</param>
internal sealed class ExactSearch(IRoute? route, RouteSettings settings)
{
    private const long FirstWork = 400_000;
    private const long WiderWork = 100_000;
    private const long FurtherWork = 4_000_000;
    private const long OrderWork = 1_000_000;
    private const long HardWork = 40_000_000;

    /// <summary>Whether a report holds a counterexample.</summary>
    public static bool IsRefutation(RouteReport report) => report.Finding is { Outcome: Outcome.Disagrees, Counterexample: not null };

    /// <summary>The report with little work: a counterexample, or what was found.</summary>
    public RouteReport? First(Mutant mutant, CancellationToken cancellation) => Best(mutant, FirstWork, cancellation);

    /// <summary>A counterexample to a claim; null where none was found with little work.</summary>
    public RouteReport? Refutation(Claim claim, CancellationToken cancellation) => Ask(claim, FirstWork, cancellation) is { } report && IsRefutation(report) ? report : null;

    /// <summary>
    /// After the algebra: a report with more in it, or null. Where the algebra finds the sides different, and of statements of which every mutant can be settled, more work is spent; of an order other sizes are tried.
    /// </summary>
    public RouteReport? Further(Mutant mutant, ImmutableArray<RouteReport> asked, CancellationToken cancellation)
    {
        if (route is null || asked.FirstOrDefault(report => report.Route == route.Name) is not { } before || !FurtherSearch.IsAsked(before.Finding))
        {
            return null;
        }

        if ((InTheLimit(mutant.Claim, asked, cancellation) ?? Simpler(mutant.Claim, cancellation)) is { } simpler)
        {
            return simpler;
        }

        if (FurtherSearch.IsCalledFor(asked))
        {
            return Best(mutant, HardWork, cancellation) is { } hard && IsRefutation(hard) ? hard : AtMoreSizes(mutant.Claim, before, FurtherWork, cancellation);
        }

        if (StatementKinds.Of(mutant.Claim.Statement).MustBeSettled())
        {
            return Best(mutant, HardWork, cancellation);
        }

        return mutant.Claim.Statement is not Comparison ? null
            : Wider(Directed(mutant), cancellation) ?? Special(mutant.Claim, cancellation) ?? (AtMoreSizes(Directed(mutant), before, OrderWork, cancellation) is var more && IsRefutation(more) ? more : null);
    }

    // A mutant of a true claim fails only where what was changed has another value, so that is where the search begins.
    private RouteReport? Best(Mutant mutant, long work, CancellationToken cancellation) =>
        mutant.Apart is not null && Ask(Directed(mutant), work, cancellation) is { } report && IsRefutation(report) ? report : Ask(mutant.Claim, work, cancellation);

    private static Claim Directed(Mutant mutant) =>
        mutant.Apart is { } apart ? mutant.Claim with { Conditions = mutant.Claim.Conditions.Insert(0, apart) } : mutant.Claim;

    // Where the algebra derives what left - right tends to, that is 0 where the claim holds.
    private RouteReport? InTheLimit(Claim mutant, ImmutableArray<RouteReport> asked, CancellationToken cancellation) =>
        mutant.Statement is LimitComparison && asked.Select(report => report.Finding.Difference).FirstOrDefault(found => found is not null) is (_, var difference)
            ? Refutation(mutant with { Statement = new Comparison(difference, Relation.Equal, Expr.Zero(difference.Shape)), Steps = [] }, cancellation)
            : null;

    // What is false in another form is false: sides that have a closed form, and what tends to a root.
    private RouteReport? Simpler(Claim mutant, CancellationToken cancellation) =>
        (from claim in SimplerForms.Of(mutant, settings.ClosedForms, cancellation)
         let report = Refutation(claim, cancellation) ?? (claim.Statement is Comparison ? Wider(claim, cancellation) ?? Special(claim, cancellation) : null)
         where report is not null
         select report).FirstOrDefault();

    private RouteReport? Wider(Claim directed, CancellationToken cancellation)
    {
        // What a condition bounds is most critical at the bound.
        Claim[] questions = directed.Conditions.Any(IsBound) ? [directed with { Conditions = [.. directed.Conditions.Select(AtBound)] }, directed] : [directed];
        return (from sizes in WiderSizes.Of(directed)
                from question in questions
                let report = Examination.Ask(route!, question, route!.Examine, settings with { WorkLimit = WiderWork, FixedDimensions = sizes }, cancellation)
                where IsRefutation(report)
                select report).FirstOrDefault();
    }

    private RouteReport? Special(Claim mutant, CancellationToken cancellation) =>
        (from special in SpecialCases.Of(mutant with { Conditions = [.. mutant.Conditions.Select(AtBound)] })
         from sizes in WiderSizes.OfSpecial(mutant)
         let report = Examination.Ask(route!, special, route!.Examine, settings with { WorkLimit = WiderWork, FixedDimensions = sizes }, cancellation)
         where IsRefutation(report)
         select report).FirstOrDefault();

    private static bool IsBound(Comparison condition) => condition is { Relation: Relation.LessOrEqual or Relation.GreaterOrEqual, Left.IsScalar: true };

    private static Comparison AtBound(Comparison condition) => IsBound(condition) ? condition with { Relation = Relation.Equal } : condition;

    private RouteReport AtMoreSizes(Claim claim, RouteReport before, long work, CancellationToken cancellation) => Examination.Ask(
        route!, claim, (question, told, stop) => FurtherSearch.Look(route!, question, told, before.Finding, stop), settings with { WorkLimit = work }, cancellation);

    private RouteReport? Ask(Claim claim, long work, CancellationToken cancellation) =>
        route is null ? null : Examination.Ask(route, claim, route.Examine, settings with { WorkLimit = work }, cancellation);
}
