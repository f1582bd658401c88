using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>
/// Judges mutants in the order that settles most of them soonest: the exact check with little work, first where what was changed has another value; the algebra, which may prove the mutant; where it finds the sides
/// different, the exact check at more sizes; otherwise the algebra on whether the mutant follows from the claim; then the simulation. The first that settles a mutant is the last that is asked.
/// </summary>
/// <param name="routes">The routes, by the names of <see cref="RouteCatalogue"/>; one that is not there is not asked.</param>
/// <param name="settings">What each is told, but for the work, which has limits of its own here.</param>
public sealed class MutantJudge(ImmutableArray<IRoute> routes, RouteSettings settings)
{
    private const long ExactWork = 400_000;
    private const long AlgebraWork = 1_000_000;
    private const long LemmaWork = 200_000;
    private const long FurtherWork = 4_000_000;
    private const long HardWork = 40_000_000;
    private const long SimulationWork = 250_000;
    private readonly IRoute? _exact = routes.FirstOrDefault(route => route.Name == "coordinates");
    private readonly IRoute? _algebra = routes.FirstOrDefault(route => route.Name == "symbolic");
    private readonly IRoute? _simulation = routes.FirstOrDefault(route => route.Name == "simulation");
    private readonly RouteSettings _settings = settings with { WantsSmallest = false };

    /// <summary>What became of a mutant. A route that breaks down is a fault in the report; only cancellation is thrown.</summary>
    public JudgedMutant Judge(Mutant mutant, CancellationToken cancellation)
    {
        var asked = Exact(mutant, cancellation);
        Ask(_algebra, AlgebraWork);
        var isDifferent = FurtherSearch.IsCalledFor(asked);
        if (!isDifferent && VerdictRule.Settled(asked) is null && Consequences.Of(mutant).FirstOrDefault(way => way.Lemmas.All(lemma => Proves(lemma, cancellation))) is { } way)
        {
            return new(mutant, way.NeedsClaim ? Fate.Follows : Fate.Equivalent, "", asked);
        }

        if (isDifferent || (VerdictRule.Settled(asked) is null && StatementKinds.Of(mutant.Claim.Statement).MustBeSettled()))
        {
            asked = Further(mutant, asked, isDifferent, cancellation);
        }

        Ask(_simulation, SimulationWork);
        var verdict = VerdictRule.Join(asked);
        var fate = FateOf(verdict, asked);
        var reason = fate is Fate.Survives or Fate.Void or Fate.Conflict ? $"{verdict.Word()}: {VerdictRule.Reason(verdict, asked)}" : "";
        return new(mutant, fate, reason, asked) { Stopped = asked.Any(route => route.Finding.Stopped) };

        void Ask(IRoute? route, long work)
        {
            if (VerdictRule.Settled(asked) is null && route is not null)
            {
                asked = asked.Add(Examination.Ask(route, mutant.Claim, route.Examine, _settings with { WorkLimit = work }, cancellation));
            }
        }
    }

    private ImmutableArray<RouteReport> Exact(Mutant mutant, CancellationToken cancellation) => First(mutant, ExactWork, cancellation) is { } report ? [report] : [];

    // A mutant of a true claim fails only where what was changed has another value, so that is where the search begins.
    private RouteReport? First(Mutant mutant, long work, CancellationToken cancellation)
    {
        if (_exact is null)
        {
            return null;
        }

        RouteReport Ask(Claim claim) => Examination.Ask(_exact, claim, _exact.Examine, _settings with { WorkLimit = work }, cancellation);
        return mutant.Change?.Apart(mutant.Claim.Statement) is { } apart
            && Ask(mutant.Claim with { Conditions = mutant.Claim.Conditions.Insert(0, apart) }) is { Finding: { Outcome: Outcome.Disagrees, Counterexample: not null } } report
            ? report
            : Ask(mutant.Claim);
    }

    private ImmutableArray<RouteReport> Further(Mutant mutant, ImmutableArray<RouteReport> asked, bool isDifferent, CancellationToken cancellation)
    {
        var place = asked.Select(report => report.Route).ToList().IndexOf("coordinates");
        if (_exact is null || place < 0 || !FurtherSearch.IsAsked(asked[place].Finding))
        {
            return asked;
        }

        if (First(mutant, HardWork, cancellation) is { Finding: { Outcome: Outcome.Disagrees, Counterexample: not null } } found)
        {
            return asked.SetItem(place, found);
        }

        if (!isDifferent)
        {
            return asked;
        }

        var before = asked[place].Finding;
        return asked.SetItem(place, Examination.Ask(
            _exact, mutant.Claim, (claim, told, stop) => FurtherSearch.Look(_exact, claim, told, before, stop), _settings with { WorkLimit = FurtherWork }, cancellation));
    }

    private bool Proves(Claim lemma, CancellationToken cancellation) => _algebra is not null
        && Examination.Ask(_algebra, lemma, _algebra.Examine, _settings with { WorkLimit = LemmaWork }, cancellation).Finding.Outcome == Outcome.Proved;

    private static Fate FateOf(Verdict verdict, ImmutableArray<RouteReport> asked) => verdict switch
    {
        Verdict.Refuted => Fate.Refuted,
        Verdict.Proved => Fate.Equivalent,
        Verdict.Conflict => Fate.Conflict,
        _ => asked.Any(route => route.Finding.AtRandom.WithoutValue > 0) && asked.All(route => route.Finding.AtRandom.Decided == 0) ? Fate.Void : Fate.Survives,
    };
}
