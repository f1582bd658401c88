using System.Diagnostics;
using System.Text;
using Verify.Cli.Input;
using Verify.Cli.Output;
using Verify.Evidence;
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
        var report = Check(host, files, arguments);
        if (arguments.Json is { } json)
        {
            Write(host, json, report);
        }

        if (report.Reproducible)
        {
            WritePages(arguments, report);
        }

        if (arguments.Json != StandardOutput)
        {
            VerdictReport.Print(host, report, clock.Elapsed);
        }

        ErrorOutput.Print(host, report.Errors);
        return host.Interrupt.IsCancellationRequested ? ExitStatus.Interrupted : ExitStatus.Of(report);
    }

    private static RunReport Check(Host host, IReadOnlyList<ClaimFile> files, CheckArguments arguments)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(host.Interrupt);
        if (arguments.Budget is { } budget)
        {
            stop.CancelAfter(budget);
        }

        return ProgressBar.Over(host, progress => Checker.Check(files, arguments.Settings, progress, stop.Token));
    }

    // A page of a run that was cut short would say less than is known.
    private static void WritePages(CheckArguments arguments, RunReport report)
    {
        if (arguments.Catalogue is { } catalogue)
        {
            Pages.WriteCatalogue(catalogue, report);
        }

        if (arguments.Errata is { } errata)
        {
            Pages.WriteErrata(errata, report);
        }
    }

    private static void Write(Host host, string path, RunReport report)
    {
        var content = JsonReport.Of(report).Span;
        if (path == StandardOutput)
        {
            host.Out.Write(Encoding.UTF8.GetString(content));
            return;
        }

        OutputFile.Write("--json", path, content);
    }
}
