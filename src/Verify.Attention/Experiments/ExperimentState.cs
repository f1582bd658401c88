using System.Collections.Immutable;
using Verify.Attention.Training;
using Verify.Simulation.Statistics;

namespace Verify.Attention.Experiments;

/// <summary>How far a measurement has come.</summary>
/// <param name="Pilot">Σ (X - X')²/2 over the pairs of pilot prompts; null before them.</param>
/// <param name="Sums">The sums of the test; null before the first prompts after the pilot.</param>
/// <param name="Verdict">What they say.</param>
/// <param name="IsDone">Whether nothing more is drawn.</param>
internal sealed record RowState(double? Pilot, MeanSums? Sums, MeanVerdict Verdict, bool IsDone)
{
    /// <summary>Before the first prompt.</summary>
    public static RowState Fresh { get; } = new(null, null, MeanVerdict.Open, false);
}

/// <summary>How far an experiment has come: with its plan, all that the rest depends on.</summary>
internal sealed record ExperimentState(ImmutableArray<TrainingState> Layers, ImmutableArray<RowState> Rows)
{
    /// <summary>Before anything.</summary>
    public static ExperimentState Begin(Plan plan) => new([.. plan.Layers.Select(layer => layer.Training.Begin())], [.. plan.Rows.Select(_ => RowState.Fresh)]);

    /// <summary>Whether all is done.</summary>
    public bool IsDone(Plan plan) => LayersAreDone(plan) && Rows.All(row => row.IsDone);

    /// <summary>Whether all layers are trained.</summary>
    public bool LayersAreDone(Plan plan) => Layers.Zip(plan.Layers).All(pair => pair.First.Step >= pair.Second.Training.Steps);
}
