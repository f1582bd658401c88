using Verify.Simulation.Statistics;

namespace Verify.Attention.Experiments;

/// <summary>Carries a plan out, a part at a time. Each part is determined by the plan and the state before it.</summary>
internal sealed class ExperimentRun(Plan plan, int threads)
{
    private const int StepsAtATime = 100;

    // What training is taken to be of the whole, for the progress bar.
    private const double TrainingShare = 0.2;

    /// <summary>The state one part later: some steps of a training, or some prompts of a measurement. Cancellation throws, and the state given is still good.</summary>
    public ExperimentState Advance(ExperimentState state, CancellationToken cancellation)
    {
        for (var i = 0; i < plan.Layers.Length; i++)
        {
            if (state.Layers[i].Step < plan.Layers[i].Training.Steps)
            {
                return state with { Layers = state.Layers.SetItem(i, plan.Layers[i].Training.Advance(state.Layers[i], StepsAtATime, cancellation)) };
            }
        }

        for (var i = 0; i < plan.Rows.Length; i++)
        {
            if (!state.Rows[i].IsDone)
            {
                return state with { Rows = state.Rows.SetItem(i, MeasurementOf(state, i).Advance(state.Rows[i], threads, cancellation)) };
            }
        }

        return state;
    }

    /// <summary>About which share of the work is done, from 0 to 1.</summary>
    public double Share(ExperimentState state)
    {
        var trained = state.Layers.Zip(plan.Layers).Average(pair => (double)pair.First.Step / pair.Second.Training.Steps);
        var measured = state.LayersAreDone(plan) ? Enumerable.Range(0, plan.Rows.Length).Average(i => MeasurementOf(state, i).Share(state.Rows[i])) : 0;
        return (TrainingShare * trained) + ((1 - TrainingShare) * measured);
    }

    /// <summary>What is known at a state.</summary>
    public ExperimentReport Report(ExperimentState state) => new(plan.Experiment, plan.Settings, plan.Axis, state.IsDone(plan))
    {
        Layers = [.. plan.Layers.Zip(state.Layers, LayerReport.Of)],
        Rows = [.. plan.Rows.Select((row, i) => RowReport.Of(row, state.Rows[i], MeasurementOf(state, i).Estimate(state.Rows[i])))],
    };

    private Measurement MeasurementOf(ExperimentState state, int row) => new(plan, row, state.Layers[plan.Rows[row].Layer].Weights);
}
