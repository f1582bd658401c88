using Spectre.Console;
using Verify.Evidence;

namespace Verify.Cli.Output;

/// <summary>Shows how far a long run has come, on the error stream and only where it is a terminal.</summary>
public static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the work; draws a bar while it takes longer than a second, and takes it away at the end.</summary>
    public static T Over<T>(Host host, Func<Action<Evidence.Progress>, T> work)
    {
        if (host.ProgressWidth is not { } width)
        {
            return work(_ => { });
        }

        var (done, total) = (0.0, 0);
        var running = Task.Run(() => work(now => (done, total) = (Math.Max(done, now.Done), now.Total)));
        if (!((IAsyncResult)running).AsyncWaitHandle.WaitOne(Patience))
        {
            Draw(host, width, () => (Volatile.Read(ref done), Volatile.Read(ref total)), running);
        }

        return running.GetAwaiter().GetResult();
    }

    private static void Draw(Host host, int width, Func<(double Done, int Total)> now, Task running)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.Yes });
        console.Profile.Width = width;
        console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask("claims", maxValue: 1);
                while (!((IAsyncResult)running).AsyncWaitHandle.WaitOne(Beat))
                {
                    var (done, total) = now();
                    bar.MaxValue = Math.Max(total, 1);
                    bar.Value = done;
                    bar.Description = total == 0 ? "claims" : $"{Math.Floor(done)} of {total} claims";
                    host.Error.Flush();
                }
            });
        host.Error.Flush();
    }
}
