using System.Diagnostics;
using System.Text;

namespace Verify.Fuzzing.Running;

/// <summary>A run on the command line: its progress, its rate, its findings, one for each cause.</summary>
internal static class Session
{
    private const int StackSize = 256 << 20;
    private const int MostFindings = 20;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    /// <summary>0 where nothing was found, otherwise 1.</summary>
    public static int Run(Arguments arguments)
    {
        var campaign = new Campaign(arguments.Target, arguments.Seed);
        using var journal = arguments.Journal is { } path ? new NumberFile(path) : null;
        if (arguments.Inputs == 1 && campaign.Input(arguments.First) is var only)
        {
            Console.WriteLine($"{only.Kind}, {only.Bytes.Length} bytes\n{Encoding.UTF8.GetString(only.Bytes)}");
        }

        Dictionary<string, Finding> findings = [];
        var (clock, told) = (Stopwatch.StartNew(), TimeSpan.Zero);
        var (number, done, isSmaller) = (arguments.First, false, false);
        var (watched, since) = (-1L, TimeSpan.Zero);
        var thread = new Thread(Work, StackSize) { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromSeconds(1)))
        {
            Watch();
        }

        Console.WriteLine(campaign.Tally);
        Console.WriteLine($"{Told()}: {(findings.Count == 0 ? "no finding" : $"{findings.Count} findings")}");
        return findings.Count == 0 && done ? 0 : 1;

        void Work()
        {
            for (; number < arguments.First + arguments.Inputs && findings.Count < MostFindings; number++)
            {
                journal?.Write(number);
                if (campaign.At(number) is { } finding && findings.TryAdd(Measured.Kind(finding.Fault), finding))
                {
                    Console.WriteLine($"input {number}: {finding.Fault}: {finding.Input.Length} bytes, being made smaller");
                    isSmaller = true;
                    Print(campaign.Smaller(finding));
                    isSmaller = false;
                }
            }

            done = true;
        }

        // A reader that never comes back cannot be stopped from outside: the process ends, with the number of its input.
        void Watch()
        {
            if (Interlocked.Read(ref number) is var now && now != watched)
            {
                (watched, since) = (now, Environment.CpuUsage.TotalTime);
            }
            else if (!isSmaller && Environment.CpuUsage.TotalTime - since > Hang)
            {
                Console.WriteLine($"input {number} is still being read after {Hang.TotalSeconds} s of processor time:\n{Encoding.UTF8.GetString(campaign.Input(number).Bytes)}");
                Environment.Exit(1);
            }

            if (clock.Elapsed - told > BetweenLines)
            {
                told = clock.Elapsed;
                Console.WriteLine(Told());
            }
        }

        string Told()
        {
            var read = number - arguments.First;
            var processor = Environment.CpuUsage.TotalTime.TotalSeconds;
            return $"{arguments.Target.Name}: {read} inputs in {clock.Elapsed.TotalSeconds:F0} s ({processor:F0} s of processor time, {read / Math.Max(processor, 0.001):F0} a second of it), {findings.Count} findings";
        }
    }

    private static void Print(Finding finding)
    {
        var text = Encoding.UTF8.GetString(finding.Input);
        Console.WriteLine($"input {finding.Number}: {finding.Fault}\n--- {finding.Input.Length} bytes\n{(text.Length > 3000 ? text[..3000] + "…" : text)}\n---");
    }
}
