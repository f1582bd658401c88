using System.Globalization;
using Verify.Evidence;
using Verify.Language.Routes;

namespace Verify.Cli.Output;

/// <summary>The words for a claim's verdict, the same in the table and in plain lines.</summary>
public static class VerdictText
{
    /// <summary><c>holds</c>, <c>fails</c>, <c>open</c> or <c>fault</c>: what the verdict means for the file.</summary>
    public static string Standing(ClaimReport report) => report switch
    {
        { Verdict: Verdict.Conflict } or { Faulted: true } => "fault",
        { Holds: true } => "holds",
        { Verdict: Verdict.Undecided } => "open",
        _ => "fails",
    };

    /// <summary>The claim as its file introduces it: <c>claim "name"</c> or <c>refute "name"</c>.</summary>
    public static string Title(ClaimReport report) => $"{(report.Claim.ExpectedTrue ? "claim" : "refute")} \"{report.Claim.Name}\"";

    /// <summary>Each route with its outcome, instances, and what a simulation would have seen: <c>symbolic proved, coordinates agrees (12), simulation agrees (1; would see 4.3 %)</c>.</summary>
    public static string Routes(ClaimReport report) => string.Join(", ", report.Routes.Select(Route));

    /// <summary>A duration in seconds, <c>0.12 s</c>.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    /// <summary>The last line: <c>12 claims: 10 hold, 1 fails, 1 undecided; 2 errors in the input; 0.84 s</c>.</summary>
    public static string Summary(RunReport report, TimeSpan elapsed)
    {
        var standings = report.Claims.Select(Standing).ToList();
        var errors = report.Errors.Count();
        return $"{Count(standings.Count, "claim")}: {standings.Count(s => s == "holds")} hold, {standings.Count(s => s == "fails")} fail, {standings.Count(s => s == "open")} undecided"
            + (standings.Contains("fault") ? $", {Count(standings.Count(s => s == "fault"), "fault")} of this tool" : "")
            + (errors > 0 ? $"; {Count(errors, "error")} in the input" : "")
            + (report.Reproducible ? "" : "; stopped early, not reproducible")
            + $"; {Seconds(elapsed)}";
    }

    private static string Route(RouteReport route) => $"{route.Route} {route.Finding.Outcome.Word()}"
        + (route.Finding is { Outcome: Outcome.Agrees, Instances: { } instances } ? $" ({instances}{Seen(route.Finding)})" : "");

    // Which relative error a simulation that agrees would have seen.
    private static string Seen(Finding finding) =>
        finding is { Sampled: not null, Detectable: { } detectable } && double.IsFinite(detectable) ? $"; would see {Percent(detectable)}" : "";

    private static string Percent(double share) => (100 * share).ToString("G2", CultureInfo.InvariantCulture) + " %";

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
