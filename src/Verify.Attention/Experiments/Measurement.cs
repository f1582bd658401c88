using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Simulation.Statistics;

namespace Verify.Attention.Experiments;

/// <summary>
/// Measures one mean by a test that may stop at any time (<see cref="MeanTest"/>). The bound on the variance is 1.5 times that of pilot prompts, which are not used again;
/// over the 16384 pairs of these it is too small with a chance below 10^-6 where the kurtosis is at most 128.
/// </summary>
internal sealed class Measurement(Plan plan, int number, Weights weights)
{
    /// <summary>How many blocks of prompts are drawn at a time.</summary>
    public const int Chunk = 256;

    private const int PilotPrompts = 2 * Chunk * PromptSource.Block;
    private readonly PlannedRow _row = plan.Rows[number];

    /// <summary>The state after some prompts more. The result does not depend on the threads.</summary>
    public RowState Advance(RowState state, int threads, CancellationToken cancellation)
    {
        if (state.Pilot is not { } pilot)
        {
            var pairs = new PairedVariances(Draw("pilot", 0, 2 * Chunk, threads, cancellation));
            return state with { Pilot = pairs.Mean * pairs.Count };
        }

        var test = Test(pilot);
        var sums = state.Sums ?? test.None();
        sums = sums.Add(test.Summarise(Draw("prompts", sums.Count / PromptSource.Block, Chunk, threads, cancellation)));
        var verdict = test.Decide(sums);
        return state with { Sums = sums, Verdict = verdict, IsDone = verdict != MeanVerdict.Open || sums.Count >= plan.Settings.Prompts };
    }

    /// <summary>What the prompts so far say of the mean; null before the first.</summary>
    public MeanEstimate? Estimate(RowState state) => state is { Pilot: { } pilot, Sums: { } sums } ? Test(pilot).Estimate(sums) : null;

    /// <summary>About which share of the prompts is drawn, from 0 to 1.</summary>
    public double Share(RowState state) => state.IsDone ? 1
        : state is { Pilot: { } pilot, Sums: { } sums } ? Math.Min(0.95, sums.Count / Math.Min(Test(pilot).TypicalSamples, plan.Settings.Prompts)) : 0;

    /// <summary>The most prompts that a state can have: those asked for, and what is left of the last chunk.</summary>
    public long MostPrompts => plan.Settings.Prompts + (Chunk * PromptSource.Block);

    /// <summary>How many tilted sums the test keeps after a pilot; null where no test can be set up from it.</summary>
    public int? SumsAt(double pilot)
    {
        try
        {
            return double.IsFinite(pilot) ? Test(pilot).Tilts.Length : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private MeanTest Test(double pilot) => new(
        new(_row.Predicted, plan.Settings.Margin * _row.Scale, VarianceBound.FromPairMean(pilot / (PilotPrompts / 2), PilotPrompts / 2)),
        plan.Settings.Risk / plan.Rows.Length);

    // The quantity for the prompts of blocks first … first + count - 1, in their order.
    private double[] Draw(string label, long first, int count, int threads, CancellationToken cancellation)
    {
        var samples = new double[count * PromptSource.Block];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        double[] state = [.. weights.State];
        Parallel.For(0, count, options, Begin, Block, _ => { });
        return samples;

        (PromptSource Source, QueryPrediction Prediction) Begin() =>
            (new(_row.Prompts, plan.Settings.Seed, $"{plan.Experiment} {number} {label}"), new(weights.D));

        (PromptSource Source, QueryPrediction Prediction) Block(int block, ParallelLoopState _, (PromptSource Source, QueryPrediction Prediction) local)
        {
            local.Source.Draw(first + block);
            for (var b = 0; b < PromptSource.Block; b++)
            {
                var prompt = local.Source.Prompts[b];
                var value = local.Prediction.Of(state, prompt) - (_row.Quantity == Quantity.SquaredError ? prompt.Target : 0);
                samples[(block * PromptSource.Block) + b] = value * value;
            }

            return local;
        }
    }
}
