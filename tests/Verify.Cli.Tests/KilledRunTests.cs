using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Verify.Testing;

namespace Verify.Cli.Tests;

/// <summary>A run that is killed at any moment, and killed again when it goes on, ends at the report of one that was not. Which moments are hit depends on the machine; what comes out does not.</summary>
public sealed partial class KilledRunTests
{
    // A simulation takes longer to come to its first claim; one lane with it, one with the algebra alone.
    private static readonly (int Kills, string Routes)[] Lanes = [(15, "symbolic,coordinates,simulation"), (85, "symbolic")];
    private const int MostStarts = 1000;

    // 128 + SIGKILL.
    private const int Killed = 137;

    private static readonly (string, string)[] Files =
    [
        ("lsa.setting", "dim d, N\nmatrix Λ : d × d, spd\nmatrix A : d × d\nrandom X : N × d ~ normal(rows: Λ)\n"),
        ("moments.claim", "use \"lsa\"\nclaim \"mean\": E[X' X] = N Λ\nrefute \"no mean\": E[X' X] = 2 N Λ\nclaim \"root\": tr(Λ^(1/2))^2 <= d * tr(Λ)\nrefute \"in no order\": A = A'\n"),
        ("many.claim", "use \"lsa\"\n" + string.Concat(Enumerable.Range(0, 25).Select(i =>
            $"claim \"cube {i}\": tr((Λ + {i} I)^3) = tr((Λ + {i} I)^2 (Λ + {i} I))\nrefute \"not {i}\": tr(Λ + {i} Λ) = {i + 2} tr(Λ)\n"))),
    ];

    [Fact]
    public void A_run_that_is_killed_a_hundred_times_is_resumed_to_the_same_report()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new ClaimFolder(Files);
        var killed = new ConcurrentBag<long>();
        Parallel.ForEach(Lanes, lane => new Lane(folder, lane.Routes).Kill(lane.Kills, killed));
        Assert.Equal(100, killed.Count);

        // By how far the checkpoint had come: not at all, and to many places.
        Assert.Contains(killed, length => length == 0);
        Assert.True(killed.Distinct().Count() > 10, $"only {killed.Distinct().Count()} states were seen");
    }

    private static string Timeless(string text) => Seconds().Replace(text, "…");

    [GeneratedRegex(@"(?<=""seconds"": )[0-9.eE+-]+| +\d+\.\d\d s")]
    private static partial Regex Seconds();

    /// <summary>One after the other, runs with the same checkpoint.</summary>
    private sealed class Lane
    {
        private readonly ClaimFolder _folder;
        private readonly string _routes;
        private readonly SeededDraw _draw;
        private readonly string _checkpoint;
        private readonly string _report;
        private readonly (int Status, string Out, string Report) _reference;
        private readonly TimeSpan _usual;

        public Lane(ClaimFolder folder, string routes)
        {
            (_folder, _routes, _draw) = (folder, routes, new((ulong)routes.Length));
            (_checkpoint, _report) = (folder[$"{routes}.checkpoint"], folder[$"{routes}.json"]);
            var clock = Stopwatch.StartNew();
            var answer = Start("check", folder.Root, "--json", folder[$"{routes}.whole"], "--threads", "1", "--routes", routes);
            Assert.Equal("", answer.Error);
            (_reference, _usual) = ((answer.Status, Timeless(answer.Out), Timeless(File.ReadAllText(folder[$"{routes}.whole"]))), clock.Elapsed);
        }

        /// <summary>Kills runs until there were enough, and adds how long the checkpoint was each time. A run that came to its end before it was killed is one more to be compared.</summary>
        public void Kill(int enough, ConcurrentBag<long> killed)
        {
            var (kills, starts) = (0, 0);
            while (kills < enough)
            {
                Assert.True(starts++ < MostStarts, "runs end before they can be killed");
                if (IsKilled(atOnce: starts == 1))
                {
                    kills++;
                    killed.Add(Length());
                    AssertWholeOrNot();
                }
                else
                {
                    Assert.True(AssertWholeOrNot());
                    File.Delete(_checkpoint);
                    File.Delete(_report);
                }
            }

            var last = Start(Arguments());
            Assert.Equal((_reference.Status, _reference.Out), (last.Status, Timeless(last.Out)));
            Assert.True(AssertWholeOrNot());
        }

        // The first run dies before it can have kept anything.
        private bool IsKilled(bool atOnce)
        {
            var command = CommandLine.Command(new Dictionary<string, string>(), Arguments());
            using var process = Process.Start(command)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            var clock = Stopwatch.StartNew();

            // At a time, or when so much more was kept.
            var time = _usual * (_draw.Below(1000) / 2000.0);
            var length = Length() + 1 + _draw.Below(1500);
            var isByTime = _draw.Below(3) == 0;
            while (!atOnce && !process.HasExited && (isByTime ? clock.Elapsed < time : Length() < length))
            {
                Thread.Sleep(1);
            }

            process.Kill();
            process.WaitForExit();
            _ = output.Result;
            Assert.DoesNotContain("error", error.Result);
            Assert.Contains(process.ExitCode, new[] { Killed, _reference.Status });
            return process.ExitCode == Killed;
        }

        private string[] Arguments() => ["check", _folder.Root, "--json", _report, "--threads", "1", "--routes", _routes, "--checkpoint", _checkpoint, "--resume"];

        private static Answer Start(params string[] arguments) => CommandLine.Start(new Dictionary<string, string>(), arguments);

        private long Length() => new FileInfo(_checkpoint) is { Exists: true } file ? file.Length : 0;

        // Gives whether there is a report; what there is, is all of it.
        private bool AssertWholeOrNot()
        {
            var isThere = File.Exists(_report);
            if (isThere)
            {
                Assert.Equal(_reference.Report, Timeless(File.ReadAllText(_report)));
            }

            return isThere;
        }
    }
}
