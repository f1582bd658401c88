using System.Collections.Immutable;
using System.Diagnostics;
using Verify.Language;
using Verify.Language.Printing;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>Asks the routes about one claim and joins what they find.</summary>
public static class Examination
{
    /// <summary>
    /// The claim with its verdict. Where the algebra finds the sides different and no route shows where, the exact check is asked at more sizes.
    /// A route that breaks down is a fault in its report, never an exception here. Cancellation throws <see cref="OperationCanceledException"/>.
    /// </summary>
    public static ClaimReport Examine(Claim claim, RunSettings settings, CancellationToken cancellation)
    {
        ImmutableArray<RouteReport> routes = [.. settings.Routes.Select(route => Ask(route, claim, route.Examine, settings.RouteSettings, cancellation))];
        if (FurtherSearch.IsCalledFor(routes))
        {
            routes = [.. settings.Routes.Zip(routes, (route, report) => report.Finding.Outcome == Outcome.Agrees || report.Finding.Outcome == Outcome.Undecided
                ? Ask(route, claim, (c, s, stop) => FurtherSearch.Look(route, c, s, report.Finding, stop), settings.RouteSettings, cancellation)
                : report)];
        }

        var verdict = VerdictRule.Join(routes);
        return new(claim, UnderstoodStatement.Print(claim), verdict, VerdictRule.Reason(verdict, routes), routes);
    }

    /// <summary>The report of a claim that the wall clock cut short.</summary>
    public static ClaimReport Stopped(Claim claim) =>
        new(claim, UnderstoodStatement.Print(claim), Verdict.Undecided, "stopped before it was finished", []) { Stopped = true };

    private static RouteReport Ask(
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
            return new(route.Name, new(Outcome.Undecided, Faults.Describe(fault)), clock.Elapsed) { Faulted = true };
        }
    }
}
