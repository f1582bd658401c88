using Verify.Simulation.Statistics;

namespace Verify.Benchmarks.Calibrating;

/// <summary>The first verdict of one run at each risk, all on the same samples, and after how many it came.</summary>
internal sealed record Trial(MeanVerdict[] Verdicts, long[] Counts)
{
    private const int Budget = 100_000;
    private const int Block = 64;

    /// <summary>
    /// Draws blocks of 64 until every risk has its verdict, at most 100,000 samples. The verdict is asked for after each of the first 32
    /// blocks, then each time that the samples are 1/32 more.
    /// </summary>
    public static Trial Of(Law law, double theory, VarianceBound bound, double[] risks, ulong seed)
    {
        var tests = risks.Select(risk => new MeanTest(new(theory, law.Margin, bound), risk)).ToArray();
        var trial = new Trial(new MeanVerdict[risks.Length], new long[risks.Length]);
        var draws = new NormalDraws(seed);
        var samples = new double[Block];
        var sums = tests[0].None();
        for (var next = Block; trial.Verdicts.Contains(MeanVerdict.Open) && sums.Count < Budget;)
        {
            for (var i = 0; i < Block; i++)
            {
                samples[i] = law.Draw(draws);
            }

            sums = sums.Add(tests[0].Summarise(samples));
            if (sums.Count >= next)
            {
                trial.Decide(tests, sums);
                next += Math.Max(Block, next / 32);
            }
        }

        return trial;
    }

    private void Decide(MeanTest[] tests, MeanSums sums)
    {
        for (var i = 0; i < tests.Length; i++)
        {
            if (Verdicts[i] == MeanVerdict.Open)
            {
                Verdicts[i] = tests[i].Decide(sums);
                Counts[i] = sums.Count;
            }
        }
    }
}
