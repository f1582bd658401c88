using System.Collections.Concurrent;
using Verify.Language.Reading;
using Verify.Language.Routes;

namespace Verify.Evidence.Tests;

public sealed class CheckerTests
{
    private static readonly ClaimFile[] Files =
    [
        new("a.claim", null, null, [.. Enumerable.Range(0, 20).Select(i => Made.Claim($"a{i}"))], [], []),
        new("empty.claim", null, null, [], [], []),
        new("b.claim", null, null, [.. Enumerable.Range(0, 5).Select(i => Made.Claim($"b{i}"))], [], []),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Reports_stand_in_the_order_of_the_files_whatever_the_number_of_threads(int threads)
    {
        var uneven = new MadeRoute("symbolic", (claim, _, _) =>
        {
            Thread.Sleep(claim.Name.Length * (claim.Name[^1] % 3));
            return new(Outcome.Proved, claim.Name);
        });
        var report = Checker.Check(Files, Made.Settings(uneven) with { Threads = threads }, _ => { }, default);
        Assert.Equal(Files.Select(file => file.Claims.Length), report.Files.Select(file => file.Claims.Length));
        Assert.All(report.Claims, claim => Assert.Equal(claim.Claim.Name, claim.Routes.Single().Finding.Detail));
        Assert.Equal(Files.SelectMany(file => file.Claims).Select(claim => claim.Name), report.Claims.Select(claim => claim.Claim.Name));
        Assert.True(report.Reproducible);
    }

    [Fact]
    public void Progress_counts_every_claim_once()
    {
        var seen = new ConcurrentBag<Progress>();
        Checker.Check(Files, Made.Settings(new MadeRoute("symbolic", Outcome.Proved)), seen.Add, default);
        Assert.Equal(Enumerable.Range(1, 25), seen.Select(progress => (int)progress.Done).Order());
        Assert.All(seen, progress => Assert.Equal(25, progress.Total));
    }

    [Fact]
    public void After_cancellation_what_was_finished_stays_and_the_rest_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var route = new MadeRoute("symbolic", (claim, _, cancellation) =>
        {
            if (claim.Name == "a3")
            {
                stop.Cancel();
            }

            cancellation.ThrowIfCancellationRequested();
            return Made.Finding(Outcome.Proved);
        });
        var report = Checker.Check(Files, Made.Settings(route) with { Threads = 1 }, _ => { }, stop.Token);
        Assert.Equal(25, report.Claims.Count());
        Assert.Equal(3, report.Claims.Count(claim => claim.Verdict == Verdict.Proved));
        Assert.All(report.Claims.Skip(3), claim => Assert.True(claim is { Stopped: true, Verdict: Verdict.Undecided, Holds: false }));
        Assert.False(report.Reproducible);
    }

    [Fact]
    public void A_route_that_does_not_stop_is_left_behind()
    {
        using var stop = new CancellationTokenSource();
        using var released = new ManualResetEventSlim();
        var deaf = new MadeRoute("symbolic", (_, _, _) =>
        {
            stop.Cancel();
            released.Wait(TimeSpan.FromMinutes(1));
            return Made.Finding(Outcome.Proved);
        });
        var report = Checker.Check(Files, Made.Settings(deaf), _ => { }, stop.Token);
        released.Set();
        Assert.All(report.Claims, claim => Assert.True(claim.Stopped));
    }

    [Fact]
    public void Work_has_the_stack_for_deep_statements()
    {
        var deep = new MadeRoute("symbolic", (_, _, _) => new(Outcome.Proved, $"{Depth(1_000_000)}"));
        Assert.Equal("1000000", Checker.Check([Files[2]], Made.Settings(deep), _ => { }, default).Claims.First().Routes[0].Finding.Detail);
    }

    private static int Depth(int levels) => levels == 0 ? 0 : 1 + Depth(levels - 1);
}
