using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>
/// Judges mutants in the order that settles most of them soonest: the exact check with little work, first where what was changed has another value; the algebra, which may prove the mutant; the algebra on whether the
/// mutant follows from the claim; the exact check at more sizes; then the simulation. The first that settles a mutant is the last that is asked.
/// </summary>
/// <param name="routes">The routes, by the names of <see cref="RouteCatalogue"/>; one that is not there is not asked.</param>
/// <param name="settings">What each is told, but for the work, which has limits of its own here.</param>
public sealed class MutantJudge(ImmutableArray<IRoute> routes, RouteSettings settings)
{
    private const long AlgebraWork = 1_000_000;
    private const long LemmaWork = 200_000;
    private const long LateWork = 2_000_000;
    private const long SimulationWork = 250_000;
    private readonly IRoute? _algebra = routes.FirstOrDefault(route => route.Name == "symbolic");
    private readonly IRoute? _simulation = routes.FirstOrDefault(route => route.Name == "simulation");
    private readonly RouteSettings _settings = settings with { WantsSmallest = false };
    private readonly ExactSearch _exact = new(routes.FirstOrDefault(route => route.Name == "coordinates"), settings with { WantsSmallest = false });

    /// <summary>What became of a mutant. A route that breaks down is a fault in the report; only cancellation is thrown.</summary>
    public JudgedMutant Judge(Mutant mutant, CancellationToken cancellation)
    {
        ImmutableArray<RouteReport> asked = [.. _exact.First(mutant, cancellation) is { } first ? new[] { first } : []];
        if (!IsSettled(asked) && _algebra is not null)
        {
            asked = asked.Add(Examination.Ask(_algebra, mutant.Claim, _algebra.Examine, _settings with { WorkLimit = AlgebraWork }, cancellation));
        }

        if (!IsSettled(asked) && !FurtherSearch.IsCalledFor(asked)
            && Consequences.Of(mutant).FirstOrDefault(way => way.Lemmas.All(lemma => Proves(lemma, LemmaWork, cancellation))) is { } way)
        {
            return new(mutant, way.NeedsClaim ? Fate.Follows : Fate.Equivalent, "", asked);
        }

        if (!IsSettled(asked) && _exact.Further(mutant, asked, cancellation) is { } further)
        {
            asked = [further, .. asked.Where(report => report.Route != further.Route)];
        }

        if (!IsSettled(asked) && Contradicted(mutant, cancellation) is { } contradiction)
        {
            return new(mutant, Fate.Refuted, "", [contradiction, .. asked.Where(report => report.Route != contradiction.Route)]);
        }

        var judged = Concluded(mutant, IsSettled(asked) || _simulation is null ? asked : asked.Add(Simulated(mutant, _simulation, cancellation)));
        return judged.Fate == Fate.Survives && !FurtherSearch.IsCalledFor(asked)
            && LateConsequences.Of(mutant).FirstOrDefault(late => late.Lemmas.All(lemma => Proves(lemma, LateWork, cancellation))) is { } found
            ? new(mutant, found.NeedsClaim ? Fate.Follows : Fate.Equivalent, "", judged.Routes)
            : judged;
    }

    private static bool IsSettled(ImmutableArray<RouteReport> asked) => VerdictRule.Settled(asked) is not null;

    private static JudgedMutant Concluded(Mutant mutant, ImmutableArray<RouteReport> asked)
    {
        var verdict = VerdictRule.Join(asked);
        var fate = verdict switch
        {
            Verdict.Refuted => Fate.Refuted,
            Verdict.Proved => Fate.Equivalent,
            Verdict.Conflict => Fate.Conflict,
            _ => asked.Any(route => route.Finding.AtRandom.WithoutValue > 0) && asked.All(route => route.Finding.AtRandom.Decided == 0) ? Fate.Void : Fate.Survives,
        };
        var reason = fate is Fate.Survives or Fate.Void or Fate.Conflict ? $"{verdict.Word()}: {VerdictRule.Reason(verdict, asked)}" : "";
        return new(mutant, fate, reason, asked) { Stopped = asked.Any(route => route.Finding.Stopped) };
    }

    // Two values of one minimum contradict each other, where the algebra proves the one of the claim.
    private RouteReport? Contradicted(Mutant mutant, CancellationToken cancellation) =>
        mutant is { Change: { } change, Claim.Statement: MinimumClaim minimum } && ReferenceEquals(minimum.Value, change.After)
        && _exact.Refutation(change.Claim with { Statement = new Comparison(change.After, Relation.Equal, change.Before), Steps = [] }, cancellation) is { } report
        && Proves(change.Claim, _settings.WorkLimit, cancellation) ? report : null;

    private RouteReport Simulated(Mutant mutant, IRoute simulation, CancellationToken cancellation)
    {
        RouteReport Ask(Claim claim) => Examination.Ask(simulation, claim, simulation.Examine, _settings with { WorkLimit = SimulationWork }, cancellation);
        return mutant.Violated is { } violated && Ask(mutant.Claim with { Conditions = mutant.Claim.Conditions.Add(violated) }) is var report && ExactSearch.IsRefutation(report) ? report : Ask(mutant.Claim);
    }

    private bool Proves(Claim lemma, long work, CancellationToken cancellation) => _algebra is not null
        && Examination.Ask(_algebra, lemma, _algebra.Examine, _settings with { WorkLimit = work }, cancellation).Finding.Outcome == Outcome.Proved;
}
