using System.Diagnostics;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Simulation;

namespace Verify.Benchmarks.AgainstPython;

/// <summary>The claim "reduced loss" of the file printed on the language's page, sampled at d = 5, N = 20 as <c>--at</c> does, with its tests and all.</summary>
internal static class SampledLoss
{
    private const int Runs = 5;

    /// <summary>Prompts a second, the median of several runs. The margin is too small to be reached, so that all the work allowed is done.</summary>
    public static double PromptsPerSecond(int threads)
    {
        var file = ClaimReader.Read(Path.Combine(Repository.Root, "tests/Verify.Benchmarks/printed-on-the-page.claim"));
        var claim = file.Claims.Single(one => one.Name == "reduced loss");
        var settings = RouteSettings.Default with
        {
            FixedDimensions = RouteSettings.Default.FixedDimensions.Add("d", 5).Add("N", 20),
            Margin = 1e-5,
            Threads = threads,
            WorkLimit = RouteSettings.Default.WorkLimit,
        };
        new SimulationRoute().Examine(claim, settings with { WorkLimit = settings.WorkLimit / 20 }, CancellationToken.None);
        return Median.Of(Enumerable.Range(0, Runs).Select(run =>
        {
            var clock = Stopwatch.StartNew();
            var finding = new SimulationRoute().Examine(claim, settings with { Seed = (ulong)run }, CancellationToken.None);
            return finding.Sampled!.Samples / clock.Elapsed.TotalSeconds;
        }));
    }
}
