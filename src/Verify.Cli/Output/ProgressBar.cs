using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Verify.Evidence;

namespace Verify.Cli.Output;

/// <summary>Shows how far a long run has come, on the error stream and only where it is a terminal.</summary>
public static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the work; draws a bar while it takes longer than a second, and takes it away at the end. Where there is more than one unit of the work, it counts them.</summary>
    public static T Over<T>(Host host, Func<Action<Evidence.Progress>, T> work, string unit = "claims")
    {
        if (host.ProgressWidth is not { } width)
        {
            return work(_ => { });
        }

        var (clock, latest) = (Stopwatch.StartNew(), new Latest());
        var running = Task.Run(() => work(latest.See));
        if (!((IAsyncResult)running).AsyncWaitHandle.WaitOne(Patience))
        {
            Draw(host, width, unit, latest, clock, running);
        }

        return running.GetAwaiter().GetResult();
    }

    /// <summary>What is left of a run of which a share from 0 to 1 is done, if it goes on as it went: <c>about 00:42 left</c>; nothing where that cannot be told yet.</summary>
    public static string TimeLeft(TimeSpan elapsed, double share) =>
        share is > 0.001 and <= 1 && elapsed * ((1 - share) / share) is var left && left < TimeSpan.FromDays(1) ? $"about {Clock(left)} left" : "";

    private static void Draw(Host host, int width, string unit, Latest latest, Stopwatch clock, Task running)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.Yes });
        console.Profile.Width = width;
        console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new TimesColumn(clock))
            .Start(context =>
            {
                var bar = context.AddTask(unit, maxValue: 1);
                while (!((IAsyncResult)running).AsyncWaitHandle.WaitOne(Beat))
                {
                    var (done, total) = latest.Value;
                    bar.MaxValue = Math.Max(total, 1);
                    bar.Value = done;
                    bar.Description = total <= 1 ? unit : $"{Math.Floor(done)} of {total} {unit}";
                    host.Error.Flush();
                }
            });
        host.Error.Flush();
    }

    private static string Clock(TimeSpan time) => time.ToString(time >= TimeSpan.FromHours(1) ? @"h\:mm\:ss" : @"mm\:ss", CultureInfo.InvariantCulture);

    /// <summary>The farthest that has been told, from whatever thread.</summary>
    private sealed class Latest
    {
        private readonly Lock _lock = new();
        private Evidence.Progress _value;

        public Evidence.Progress Value
        {
            get
            {
                lock (_lock)
                {
                    return _value;
                }
            }
        }

        public void See(Evidence.Progress now)
        {
            lock (_lock)
            {
                _value = now.Done > _value.Done || now.Total != _value.Total ? now : _value;
            }
        }
    }

    /// <summary>The time since the run began, which is before there is a bar, and what is left. Spectre's own columns begin with the bar.</summary>
    private sealed class TimesColumn(Stopwatch clock) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text($"{Clock(clock.Elapsed)} {TimeLeft(clock.Elapsed, task.Value / task.MaxValue)}".TrimEnd());
    }
}
