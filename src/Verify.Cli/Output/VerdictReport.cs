using Verify.Evidence;
using Verify.Language.Reading;

namespace Verify.Cli.Output;

/// <summary>Prints a run: for each file its claims with their verdicts, then what there is to say about some of them; at the end a summary.</summary>
public static class VerdictReport
{
    /// <summary>Prints to the host, as a table where it is a terminal and as plain lines otherwise.</summary>
    public static void Print(Host host, RunReport report, TimeSpan elapsed)
    {
        var alone = report.Files.Count(file => file.Claims.Length > 0) == 1;
        foreach (var file in report.Files.Where(file => file.Claims.Length > 0))
        {
            host.Out.WriteLine(Heading(file.File));
            if (host.TerminalWidth is { } width)
            {
                VerdictTable.Print(host, width, file.Claims);
            }
            else
            {
                Lines(host.Out, file.Claims);
            }

            foreach (var claim in file.Claims)
            {
                ClaimDetails.Print(host.Out, claim, alone);
            }

            host.Out.WriteLine();
        }

        host.Out.WriteLine(VerdictText.Summary(report, elapsed));
        host.Out.Flush();
    }

    private static string Heading(ClaimFile file) => file.Title is { } title ? $"{file.Path}: {title}" : file.Path;

    private static void Lines(TextWriter writer, IReadOnlyList<ClaimReport> claims)
    {
        var widest = Math.Min(60, claims.Max(claim => VerdictText.Title(claim).Length));
        foreach (var claim in claims)
        {
            var (standing, title) = (VerdictText.Standing(claim).PadRight(5), VerdictText.Title(claim).PadRight(widest));
            writer.WriteLine($"  {standing}  {claim.Verdict.Word(),-9}  {title}  {VerdictText.Seconds(claim.Elapsed)}  {VerdictText.Routes(claim)}");
        }
    }
}
