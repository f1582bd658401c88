using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>
/// Judges mutants in the order that settles most of them soonest: the exact check with little work; the algebra, which may prove that nothing was changed; where it finds the
/// sides different, the exact check at more sizes; of an inequality, the algebra on whether the mutant follows from the claim; then the simulation. The first that settles a mutant is the last that is asked.
/// </summary>
/// <param name="routes">The routes, by the names of <see cref="RouteCatalogue"/>; one that is not there is not asked.</param>
/// <param name="settings">What each is told, but for the work, which has limits of its own here.</param>
public sealed class MutantJudge(ImmutableArray<IRoute> routes, RouteSettings settings)
{
    private const long ExactWork = 400_000;
    private const long AlgebraWork = 1_000_000;
    private const long FurtherWork = 4_000_000;
    private const long SimulationWork = 250_000;

    /// <summary>What became of a mutant. A route that breaks down is a fault in the report; only cancellation is thrown.</summary>
    public JudgedMutant Judge(Mutant mutant, CancellationToken cancellation)
    {
        ImmutableArray<RouteReport> asked = [];
        Ask("coordinates", ExactWork);
        Ask("symbolic", AlgebraWork);
        if (FurtherSearch.IsCalledFor(asked))
        {
            AskFurther("coordinates");
        }

        if (VerdictRule.Settled(asked) is null && mutant.FollowsIf is { } follows && Proves(follows))
        {
            return new(mutant, Fate.Weaker, "", asked);
        }

        Ask("simulation", SimulationWork);
        var verdict = VerdictRule.Join(asked);
        var fate = verdict switch
        {
            Verdict.Refuted => Fate.Refuted,
            Verdict.Proved => Fate.Equivalent,
            Verdict.Conflict => Fate.Conflict,
            _ => Fate.Survives,
        };
        var reason = fate is Fate.Survives or Fate.Conflict ? $"{verdict.Word()}: {VerdictRule.Reason(verdict, asked)}" : "";
        return new(mutant, fate, reason, asked) { Stopped = asked.Any(route => route.Finding.Stopped) };

        bool Proves(Claim claim) => routes.FirstOrDefault(known => known.Name == "symbolic") is { } route
            && Examination.Ask(route, claim, route.Examine, settings with { WorkLimit = AlgebraWork }, cancellation).Finding.Outcome == Outcome.Proved;

        void Ask(string name, long work)
        {
            if (VerdictRule.Settled(asked) is null && routes.FirstOrDefault(route => route.Name == name) is { } route)
            {
                asked = asked.Add(Examination.Ask(route, mutant.Claim, route.Examine, settings with { WorkLimit = work }, cancellation));
            }
        }

        void AskFurther(string name)
        {
            var place = asked.Select(report => report.Route).ToList().IndexOf(name);
            if (place >= 0 && FurtherSearch.IsAsked(asked[place].Finding))
            {
                var (route, before) = (routes.First(known => known.Name == name), asked[place].Finding);
                asked = asked.SetItem(place, Examination.Ask(
                    route, mutant.Claim, (claim, told, stop) => FurtherSearch.Look(route, claim, told, before, stop), settings with { WorkLimit = FurtherWork }, cancellation));
            }
        }
    }
}
