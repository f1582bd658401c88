using System.Diagnostics;
using Verify.Cli.Input;
using Verify.Cli.Output;
using Verify.Evidence.Mutants;
using Verify.Reports;

namespace Verify.Cli.Commands;

/// <summary><c>verify mutate</c>: changes one thing of each claim at a time, and sees whether the routes notice.</summary>
public static class MutateCommand
{
    /// <summary>
    /// Reads, mutates, judges, prints, and gives the exit status: 4 for a conflict, 70 where a route broke down, 2 for errors of the input, 1 where a mutant survives of a kind of
    /// statement of which all can be settled, otherwise 0; 130 after Ctrl-C.
    /// </summary>
    public static int Run(Host host, IReadOnlyList<string> paths, MutateArguments arguments)
    {
        var clock = Stopwatch.StartNew();
        var files = Corpus.Read(paths, arguments.Settings.Threads, file => file.Claims.Length, "claims");
        if (!arguments.Only.IsEmpty)
        {
            files = Corpus.Only(files, arguments.Only);
        }

        var report = ProgressBar.Over(host, progress => MutationRun.Of(files, arguments.Settings, progress, host.Interrupt), "mutants");
        MutantText.Print(host.Out, report, clock.Elapsed);
        host.Out.Flush();
        var outputs = new OutputFiles(host);
        outputs.Write("--json", arguments.Json, () => MutantsJson.Of(report));
        if (report.Reproducible && arguments.Survivors is { } survivors)
        {
            outputs.Try(() => Pages.WriteSurvivors(survivors, report));
        }

        ErrorOutput.Print(host, report.Errors);
        return outputs.AreWritten ? StatusOf(host, report) : ExitStatus.Unwritten(StatusOf(host, report));
    }

    private static int StatusOf(Host host, MutationReport report) => host.Interrupt.IsCancellationRequested ? ExitStatus.Interrupted
        : report.Mutants.Any(mutant => mutant.Fate == Fate.Conflict) ? ExitStatus.Conflict
        : report.Mutants.Any(mutant => mutant.Faulted) ? ExitStatus.Fault
        : report.Errors.Any() ? ExitStatus.Unusable
        : report.IsSettled ? ExitStatus.Holds
        : ExitStatus.Fails;
}
