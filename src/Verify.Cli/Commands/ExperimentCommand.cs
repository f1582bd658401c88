using System.Diagnostics;
using System.Text;
using Verify.Attention.Experiments;
using Verify.Attention.Plots;
using Verify.Attention.Training;
using Verify.Cli.Input;
using Verify.Cli.Output;
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

        var session = Begin(name, arguments);
        ProgressBar.Over(host, tell => Advance(session, arguments, tell, host.Interrupt), "experiment");
        var report = session.Report;
        ExperimentTable.Print(host, report);
        Write("--json", arguments.Json, () => ExperimentJson.Of(report).Span.ToArray());
        Write("--plot", arguments.Plot, () => Encoding.UTF8.GetBytes(ExperimentPlot.Of(report)));
        return !report.IsFinished ? ExitStatus.Interrupted
            : report.Rows.Any(row => !row.IsExpected && row.Agreement != Agreement.Open) ? ExitStatus.Fails
            : report.Rows.Any(row => !row.IsExpected) ? ExitStatus.Undecided
            : ExitStatus.Holds;
    }

    private static Session Begin(string? name, ExperimentArguments arguments)
    {
        if (name is null)
        {
            throw new UsageException("which experiment? 'verify experiment --list' shows them");
        }

        var session = Catalogue.Begin(name, arguments.Settings, arguments.Threads)
            ?? throw new UsageException($"there is no experiment '{name}'; there are {string.Join(", ", Catalogue.Names.Select(known => known.Name))}");
        if (arguments.Resume)
        {
            Resume(session, arguments.Checkpoint!);
        }

        return session;
    }

    private static void Resume(Session session, string path)
    {
        try
        {
            session.Resume(FirstBytes(path));
        }
        catch (Exception fault) when (fault is CheckpointException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--resume: {path} cannot be used: {fault.Message}");
        }
    }

    // A device or a pipe may have no end.
    private static ReadOnlySpan<byte> FirstBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        var bytes = new byte[MostBytes];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length < bytes.Length ? bytes.AsSpan(0, length) : throw new IOException($"it is not smaller than {MostBytes} bytes");
    }

    // Gives whether it came to the end.
    private static bool Advance(Session session, ExperimentArguments arguments, Action<Evidence.Progress> tell, CancellationToken interrupt)
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
                    Write("--checkpoint", arguments.Checkpoint, session.Checkpoint);
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

        Write("--checkpoint", arguments.Checkpoint, session.Checkpoint);
        return session.IsDone;
    }

    private static void Write(string option, string? path, Func<byte[]> content)
    {
        if (path is not null)
        {
            OutputFile.Write(option, path, content());
        }
    }
}
