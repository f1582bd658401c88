using System.Diagnostics;
using System.Globalization;
using Verify.Simulation.Statistics;

namespace Verify.Benchmarks.Calibrating;

/// <summary>
/// How often the statistics of simulated verdicts are wrong, and how many samples they take, over many runs; as a table in Markdown.
/// </summary>
internal static class Calibration
{
    private const int Pilot = 20_000;
    private static readonly double[] Risks = [0.1, 0.01, 0.001];

    /// <summary>Prints the tables for <c>--runs n</c>, 10,000 by default; 2 for other arguments.</summary>
    public static int Run(string[] arguments)
    {
        var runs = 10_000;
        if (!(arguments is [] || (arguments is ["--runs", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out runs) && runs > 0)))
        {
            Console.Error.WriteLine("calibrate [--runs n]");
            return 2;
        }

        Console.WriteLine($"{runs} runs a row; 95 % intervals; a right theory, and theories that are too large or too small by the margin.\n");
        string[] heads =
        [
            "samples (kurtosis)", "margin / spread", "v", "risk", "right: disagrees", "too large: agrees", "too small: agrees",
            "median samples (right)", "open (right)",
        ];
        Console.WriteLine($"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}");
        var pilots = Law.All.Select((law, index) => Rows(law, index, runs)).ToArray();
        Console.WriteLine("\n| samples | v from a pilot below the variance | median v / variance |");
        Console.WriteLine("|---|---|---|");
        foreach (var (law, bounds) in Law.All.Zip(pilots))
        {
            var ratios = bounds.Select(bound => bound.Value / law.Variance).Order().ToArray();
            var below = new Rate(ratios.Count(ratio => ratio < 1), runs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {law.Name} | {below} | {ratios[runs / 2]:0.00} |"));
        }

        return 0;
    }

    private static VarianceBound[] Rows(Law law, int index, int runs)
    {
        var clock = Stopwatch.StartNew();
        var exact = VarianceBound.Exact(law.Variance, "of the law");
        var pilots = Parallel(runs, run => VarianceBound.FromPairs(Samples(law, Seed(index, 0, run))));
        Table(law, "exact", [.. Theories(law).Select((theory, i) => Parallel(runs, run => Trial.Of(law, theory, exact, Risks, Seed(index, 1 + i, run))))]);
        Table(law, "pilot", [.. Theories(law).Select((theory, i) => Parallel(runs, run => Trial.Of(law, theory, pilots[run], Risks, Seed(index, 4 + i, run))))]);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{law.Name}: {clock.Elapsed.TotalSeconds:0} s"));
        return pilots;
    }

    private static double[] Theories(Law law) => [law.Mean, law.Mean + law.Margin, law.Mean - law.Margin];

    private static void Table(Law law, string bound, Trial[][] trials)
    {
        for (var i = 0; i < Risks.Length; i++)
        {
            var counts = trials[0].Select(trial => trial.Counts[i]).Order().ToArray();
            string[] cells =
            [
                string.Create(CultureInfo.InvariantCulture, $"{law.Name} ({law.Kurtosis})"),
                (law.Margin / Math.Sqrt(law.Variance)).ToString("0.000", CultureInfo.InvariantCulture),
                bound,
                Risks[i].ToString(CultureInfo.InvariantCulture),
                Share(trials[0], i, MeanVerdict.Disagrees).ToString(),
                Share(trials[1], i, MeanVerdict.Agrees).ToString(),
                Share(trials[2], i, MeanVerdict.Agrees).ToString(),
                counts[counts.Length / 2].ToString(CultureInfo.InvariantCulture),
                ((double)Share(trials[0], i, MeanVerdict.Open).Count / trials[0].Length).ToString("0.0000", CultureInfo.InvariantCulture),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    private static Rate Share(Trial[] trials, int risk, MeanVerdict verdict) => new(trials.Count(trial => trial.Verdicts[risk] == verdict), trials.Length);

    private static double[] Samples(Law law, ulong seed)
    {
        var draws = new NormalDraws(seed);
        var samples = new double[Pilot];
        for (var i = 0; i < Pilot; i++)
        {
            samples[i] = law.Draw(draws);
        }

        return samples;
    }

    private static T[] Parallel<T>(int runs, Func<int, T> of)
    {
        var results = new T[runs];
        System.Threading.Tasks.Parallel.For(0, runs, run => results[run] = of(run));
        return results;
    }

    /// <summary>A seed of its own for each law, purpose and run.</summary>
    private static ulong Seed(int law, int purpose, int run) =>
        ((((((ulong)law * 16) + (ulong)purpose) << 40) + (ulong)run + 1) * 0x9E3779B97F4A7C15) ^ 0xD1B54A32D192ED03;
}
