using System.Diagnostics;
using System.Text;
using Verify.Cli.Input;
using Verify.Cli.Output;
using Verify.Evidence;
using Verify.Evidence.Keeping;
using Verify.Language.Reading;
using Verify.Reports;

namespace Verify.Cli.Commands;

/// <summary><c>verify check</c>: a verdict on every claim.</summary>
public static class CheckCommand
{
    private const string StandardOutput = "-";

    /// <summary>Reads, checks, prints, and gives the exit status.</summary>
    public static int Run(Host host, IReadOnlyList<string> paths, CheckArguments arguments)
    {
        var clock = Stopwatch.StartNew();
        var files = Corpus.Read(paths, arguments.Settings.Threads, file => file.Claims.Length, "claims");
        if (!arguments.Only.IsEmpty)
        {
            files = Corpus.Only(files, arguments.Only);
        }

        DimensionValues.RequireMeaningful(arguments.Settings.RouteSettings.FixedDimensions, [.. files.SelectMany(file => file.Claims)]);
        using var checkpoint = arguments.Checkpoint is { } path ? CheckpointFile.Open(host, path, arguments.Resume, arguments.Settings, files) : null;
        var report = Check(host, files, arguments, checkpoint?.Claims);
        checkpoint?.Dispose();
        if (arguments.Json != StandardOutput)
        {
            VerdictReport.Print(host, report, clock.Elapsed);
        }

        var status = host.Interrupt.IsCancellationRequested ? ExitStatus.Interrupted : ExitStatus.Of(report);
        var areWritten = WriteFiles(host, arguments, report, checkpoint?.Fault);
        ErrorOutput.Print(host, report.Errors);
        return areWritten ? status : ExitStatus.Unwritten(status);
    }

    private static RunReport Check(Host host, IReadOnlyList<ClaimFile> files, CheckArguments arguments, KeptClaims? kept)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(host.Interrupt);
        if (arguments.Budget is { } budget)
        {
            stop.CancelAfter(budget);
        }

        return ProgressBar.Over(host, progress => Checker.Check(files, arguments.Settings, progress, stop.Token, kept));
    }

    // A page of a run that was cut short would say less than is known.
    private static bool WriteFiles(Host host, CheckArguments arguments, RunReport report, string? faultOfCheckpoint)
    {
        var outputs = new OutputFiles(host);
        if (arguments.Json == StandardOutput)
        {
            host.Out.Write(Encoding.UTF8.GetString(JsonReport.Of(report).Span));
        }
        else
        {
            outputs.Write("--json", arguments.Json, () => JsonReport.Of(report));
        }

        if (report.Reproducible && arguments.Catalogue is { } catalogue)
        {
            outputs.Try(() => Pages.WriteCatalogue(catalogue, report));
        }

        if (report.Reproducible && arguments.Errata is { } errata)
        {
            outputs.Try(() => Pages.WriteErrata(errata, report));
        }

        if (faultOfCheckpoint is not null)
        {
            outputs.Report(faultOfCheckpoint);
        }

        return outputs.AreWritten;
    }
}
