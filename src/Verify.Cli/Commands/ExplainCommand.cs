using System.Diagnostics;
using Verify.Cli.Input;
using Verify.Cli.Output;
using Verify.Evidence;

namespace Verify.Cli.Commands;

/// <summary><c>verify explain</c>: the derivation of a claim, step by step.</summary>
public static class ExplainCommand
{
    /// <summary>Where the output is no terminal, in columns.</summary>
    private const int UsualWidth = 160;

    /// <summary>Reads, checks the claims of that name, prints their verdicts and steps, and gives the exit status of that check.</summary>
    public static int Run(Host host, string path, string name, string format)
    {
        var clock = Stopwatch.StartNew();
        var files = Corpus.Only(Corpus.Read([path], RunSettings.Default.Threads, file => file.Claims.Length, "claims"), [name]);
        var report = ProgressBar.Over(host, progress => Checker.Check(files, RunSettings.Default, progress, host.Interrupt));
        foreach (var claim in report.Claims)
        {
            if (format == "latex")
            {
                DerivationText.PrintLatex(host.Out, claim);
            }
            else
            {
                DerivationText.Print(host.Out, claim, host.TerminalWidth ?? UsualWidth);
                ClaimDetails.Print(host.Out, claim, alone: true);
            }
        }

        if (format != "latex")
        {
            host.Out.WriteLine();
            host.Out.WriteLine(VerdictText.Summary(report, clock.Elapsed));
        }

        host.Out.Flush();
        ErrorOutput.Print(host, report.Errors);
        return host.Interrupt.IsCancellationRequested ? ExitStatus.Interrupted : ExitStatus.Of(report);
    }
}
