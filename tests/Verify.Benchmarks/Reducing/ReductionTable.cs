using System.Collections.Immutable;
using System.Globalization;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Simulation;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;
using Verify.Simulation.Reduction;
using Verify.Simulation.Sampling;
using Verify.Simulation.Searching;

namespace Verify.Benchmarks.Reducing;

/// <summary>
/// What each reduction of variance gains on the means of proofs/: the work for a given accuracy is variance × cost of a draw, in additions and products, and the
/// gain is that of plain draws over that of reduced ones. All is counted, so the table is the same each time.
/// </summary>
internal static class ReductionTable
{
    private const int Draws = 20_000;
    private const int Largest = 5;

    /// <summary>Prints the table.</summary>
    public static int Run()
    {
        var rows = Directory.EnumerateFiles(Path.Combine(Repository.Root, "proofs"), "*.claim", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(path => ClaimReader.Read(path).Claims).Select(Row).OfType<Row>().ToList();
        foreach (var row in rows.Where(row => row.Gains.Count > 0 && row.Gains.Max(gain => gain.Value) >= 2).OrderByDescending(row => row.Gains.Max(gain => gain.Value)).Take(25))
        {
            Console.WriteLine($"| {row.Name} | {string.Join("; ", row.Gains.OrderByDescending(gain => gain.Value).Select(gain => $"{gain.Key}: {Text(gain.Value)}"))} |");
        }

        Console.WriteLine();
        Console.WriteLine($"{rows.Count} means; where each way can be tried, how many gain 2, 10 and 100 times, and the median gain:");
        foreach (var way in (string[])["averaged", "antithetic", "control variates"])
        {
            var gains = rows.SelectMany(row => row.Gains.Where(gain => gain.Key.Contains(way, StringComparison.Ordinal)).Select(gain => gain.Value).DefaultIfEmpty(0).Max() is > 0 and var best ? new[] { best } : []).Order().ToList();
            Console.WriteLine($"| {way} | {gains.Count} | {gains.Count(gain => gain >= 2)} | {gains.Count(gain => gain >= 10)} | {gains.Count(gain => gain >= 100)} | {Text(gains[gains.Count / 2])} |");
        }

        return 0;
    }

    private static string Text(double value) => value.ToString("G2", CultureInfo.InvariantCulture);

    // Null for what is not one mean of numbers that can be drawn at the sizes d = 5, N = 20.
    private static Row? Row(Claim claim)
    {
        try
        {
            if (claim.Statement is not Comparison { Left.IsScalar: true } comparison || SampledSides.Of(comparison) is not { } sides)
            {
                return null;
            }

            var sizes = claim.Dimensions.ToImmutableDictionary(dimension => dimension, dimension => dimension.Name is "N" or "n" ? 20 : Largest);
            var instance = new InstanceDraw([.. claim.Symbols.Distinct()], 1, InstanceSource.ValueOf).Draw(sizes, 1);
            SampleProgram Compile(ReducedEstimator estimator) => SampleCompiler.Compile(
                [estimator.Draw], estimator.Drawn, estimator.Points, instance, new FixedValues(instance), 1, estimator.Remark ?? "plain", Machinery.Sound);

            var plain = Compile(ReducedEstimator.Plain(sides.Draw, sides.Drawn));
            var work = Work(plain);
            var gains = new Dictionary<string, double>();
            foreach (var candidate in ReductionChoice.Candidates(sides.Draw, sides.Drawn, instance))
            {
                gains[candidate.Remark!] = work / Work(Compile(candidate));
            }

            if (ControlFit.Of(plain, Draws, CancellationToken.None) is { } beta)
            {
                gains["with control variates"] = work / Work(ControlVariates.Subtracted(ControlVariates.With(plain), beta));
            }

            return new(claim.Name, gains.Where(gain => double.IsFinite(gain.Value)).ToDictionary());
        }
        catch (Exception reason) when (reason is NotTreatedException or UndefinedException or ArgumentException)
        {
            return null;
        }
    }

    private static double Work(SampleProgram program) => program.Cost * new TrialDraws(program, 0, Draws, CancellationToken.None).LargestVariance;
}

/// <summary>A mean and what was gained by each reduction.</summary>
internal sealed record Row(string Name, IReadOnlyDictionary<string, double> Gains);
