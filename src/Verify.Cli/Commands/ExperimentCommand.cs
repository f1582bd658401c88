using System.Diagnostics;
using System.Text;
using Verify.Attention.Experiments;
using Verify.Attention.Plots;
using Verify.Attention.Training;
using Verify.Cli.Input;
using Verify.Cli.Output;
using Verify.Evidence.Keeping;
using Verify.Reports;

namespace Verify.Cli.Commands;

/// <summary><c>verify experiment</c>: trains layers, and holds what is measured of them against what the claims predict.</summary>
public static class ExperimentCommand
{
    private const int MostBytes = 1 << 24;
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(2);

    /// <summary>Runs one experiment, or lists all, and gives the exit status.</summary>
    public static int Run(Host host, string? name, ExperimentArguments arguments)
    {
        if (arguments.IsList)
        {
            ExperimentTable.PrintNames(host);
            return ExitStatus.Holds;
        }

        var session = Begin(host, name, arguments);
        var fault = ProgressBar.Over(host, tell => Advance(session, arguments, tell, host.Interrupt), "experiment");
        var report = session.Report;
        ExperimentTable.Print(host, report);
        host.Out.Flush();
        var outputs = new OutputFiles(host);
        if (fault is not null)
        {
            outputs.Report(fault);
        }

        outputs.Write("--json", arguments.Json, () => ExperimentJson.Of(report));
        outputs.Write("--plot", arguments.Plot, () => Encoding.UTF8.GetBytes(ExperimentPlot.Of(report)));
        return outputs.AreWritten ? StatusOf(report) : ExitStatus.Unusable;
    }

    private static int StatusOf(ExperimentReport report) => !report.IsFinished ? ExitStatus.Interrupted
        : report.Rows.Any(row => !row.IsExpected && row.Agreement != Agreement.Open) ? ExitStatus.Fails
        : report.Rows.Any(row => !row.IsExpected) ? ExitStatus.Undecided
        : ExitStatus.Holds;

    private static Session Begin(Host host, string? name, ExperimentArguments arguments)
    {
        if (name is null)
        {
            throw new UsageException("which experiment? 'verify experiment --list' shows them");
        }

        var session = Catalogue.Begin(name, arguments.Settings, arguments.Threads)
            ?? throw new UsageException($"there is no experiment '{name}'; there are {string.Join(", ", Catalogue.Names.Select(known => known.Name))}");
        if (arguments.Resume)
        {
            Resume(host, session, arguments.Checkpoint!);
        }

        // A path that cannot be written is better known before hours of work than after them.
        return Keep(session, arguments.Checkpoint) is { } fault ? throw new UsageException(fault) : session;
    }

    private static void Resume(Host host, Session session, string path)
    {
        try
        {
            if (CheckpointInput.Read(host, path, MostBytes) is { } bytes)
            {
                session.Resume(bytes.Span);
            }
        }
        catch (Exception fault) when (fault is CheckpointException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CheckpointInput.CannotBeUsed(path, fault);
        }
    }

    // Gives why the checkpoint could not be written to the last, otherwise null: a run goes on without.
    private static string? Advance(Session session, ExperimentArguments arguments, Action<Evidence.Progress> tell, CancellationToken interrupt)
    {
        var kept = Stopwatch.StartNew();
        try
        {
            while (!session.IsDone)
            {
                interrupt.ThrowIfCancellationRequested();
                session.Advance(interrupt);
                tell(new(session.Share, 1));
                if (kept.Elapsed > BetweenCheckpoints)
                {
                    Keep(session, arguments.Checkpoint);
                    kept.Restart();
                }
            }
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
        }
        catch (TrainingException fault)
        {
            throw new UsageException(fault.Message);
        }

        return Keep(session, arguments.Checkpoint);
    }

    // Gives why it could not be written; the one before it is still there.
    private static string? Keep(Session session, string? path)
    {
        try
        {
            if (path is not null)
            {
                OutputFile.Write("--checkpoint", path, session.Checkpoint());
            }

            return null;
        }
        catch (UsageException fault)
        {
            return fault.Message;
        }
    }
}
