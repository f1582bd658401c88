using System.Collections.Immutable;
using System.Diagnostics;
using Verify.Language;
using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>Asks the routes about one claim and joins what they find.</summary>
public static class Examination
{
    /// <summary>
    /// The claim with its verdict. Where the algebra finds the sides different and no route shows where, the exact check is asked at more sizes.
    /// A route that breaks down is a fault in its report, never an exception here. After cancellation the report holds what the routes had found by then;
    /// where that is nothing, <see cref="OperationCanceledException"/> is thrown.
    /// </summary>
    public static ClaimReport Examine(Claim claim, RunSettings settings, CancellationToken cancellation)
    {
        ImmutableArray<RouteReport> routes = [];
        try
        {
            foreach (var route in settings.Routes)
            {
                routes = routes.Add(Ask(route, claim, route.Examine, settings.RouteSettings with { Settled = VerdictRule.Settled(routes) }, cancellation));
            }

            if (FurtherSearch.IsCalledFor(routes))
            {
                foreach (var (place, route) in settings.Routes.Index().Where(asked => FurtherSearch.IsAsked(routes[asked.Index].Finding)))
                {
                    var before = routes[place].Finding;
                    routes = routes.SetItem(place, Ask(route, claim, (c, s, stop) => FurtherSearch.Look(route, c, s, before, stop), settings.RouteSettings, cancellation));
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && !routes.IsEmpty)
        {
            return Join(claim, routes) with { Stopped = true };
        }

        return Join(claim, routes);
    }

    /// <summary>The claim with the verdict that these routes together give.</summary>
    internal static ClaimReport Join(Claim claim, ImmutableArray<RouteReport> routes)
    {
        var verdict = VerdictRule.Join(routes);
        return new(claim, UnderstoodStatement.Print(claim), verdict, VerdictRule.Reason(verdict, routes), routes) { Stopped = routes.Any(route => route.Finding.Stopped) };
    }

    /// <summary>The report of a claim that the wall clock cut short.</summary>
    public static ClaimReport Stopped(Claim claim) =>
        new(claim, UnderstoodStatement.Print(claim), Verdict.Undecided, "stopped before it was finished", []) { Stopped = true };

    /// <summary>One route's report. Where it breaks down, or needs more than there is, the report says so; only cancellation is thrown.</summary>
    internal static RouteReport Ask(
        IRoute route, Claim claim, Func<Claim, RouteSettings, CancellationToken, Finding> question, RouteSettings settings, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            return new(route.Name, question(claim, settings, cancellation), clock.Elapsed);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (InsufficientExecutionStackException)
        {
            return new(route.Name, new(Outcome.Undecided, "nested too deeply"), clock.Elapsed);
        }
        catch (OutOfMemoryException)
        {
            return new(route.Name, new(Outcome.Undecided, "more memory is needed than there is"), clock.Elapsed);
        }
        catch (Exception fault)
        {
            return new(route.Name, new(Outcome.Undecided, InternalFault.Describe(fault)), clock.Elapsed) { Faulted = true };
        }
    }
}
