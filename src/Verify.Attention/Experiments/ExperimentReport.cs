using System.Collections.Immutable;
using Verify.Attention.Training;
using Verify.Simulation.Statistics;

namespace Verify.Attention.Experiments;

/// <summary>What a measurement says of its prediction.</summary>
public enum Agreement
{
    /// <summary>The mean is nearer to the prediction than the margin, at the risk.</summary>
    Agrees,

    /// <summary>The mean is not the predicted one, at the risk.</summary>
    Differs,

    /// <summary>Neither is shown by the prompts drawn.</summary>
    Open,
}

/// <summary>What an experiment found.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Axis">What the horizontal axis of a plot is.</param>
/// <param name="IsFinished">Whether it was not stopped; then the settings determine all numbers.</param>
public sealed record ExperimentReport(string Experiment, ExperimentSettings Settings, string Axis, bool IsFinished)
{
    /// <summary>The trained layers.</summary>
    public ImmutableArray<LayerReport> Layers { get; init; } = [];

    /// <summary>The measurements.</summary>
    public ImmutableArray<RowReport> Rows { get; init; } = [];
}

/// <summary>A layer after training.</summary>
/// <param name="Name">What it was trained on.</param>
/// <param name="Steps">How many steps were made.</param>
/// <param name="Distance">‖u U - B‖/‖B‖, B what the theory says u U becomes.</param>
public sealed record LayerReport(string Name, long Steps, double Distance)
{
    /// <summary>The weights: W^PV and then W^KQ, each row by row.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    internal static LayerReport Of(PlannedLayer layer, TrainingState state)
    {
        var effective = state.Weights.Effective.Entries;
        var distance = Math.Sqrt(effective.Zip(layer.Limit.Entries, (a, b) => (a - b) * (a - b)).Sum()) / layer.Limit.Norm();
        return new(layer.Name, state.Step, distance) { Weights = state.Weights.State };
    }
}

/// <summary>A measured mean beside its prediction.</summary>
/// <param name="Series">What it is drawn with.</param>
/// <param name="Label">What it is called within its series.</param>
/// <param name="At">Where it stands on the horizontal axis.</param>
/// <param name="Predicted">The mean by the formula.</param>
/// <param name="Agreement">What the prompts say.</param>
/// <param name="IsExpected">Whether they say what was expected.</param>
public sealed record RowReport(string Series, string Label, double At, double Predicted, Agreement Agreement, bool IsExpected)
{
    /// <summary>The mean over the prompts; null where none were drawn.</summary>
    public double? Measured { get; init; }

    /// <summary>The lower end of the interval at the risk.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end.</summary>
    public double? High { get; init; }

    /// <summary>How many prompts were drawn.</summary>
    public long Prompts { get; init; }

    internal static RowReport Of(PlannedRow row, RowState state, MeanEstimate? estimate)
    {
        var agreement = state.Verdict switch
        {
            MeanVerdict.Agrees => Agreement.Agrees,
            MeanVerdict.Disagrees or MeanVerdict.NotFinite => Agreement.Differs,
            _ => Agreement.Open,
        };
        return new(row.Series, row.Label, row.At, row.Predicted, agreement, agreement == (row.ExpectedTrue ? Agreement.Agrees : Agreement.Differs))
        {
            Measured = estimate?.Mean,
            Low = estimate?.Low,
            High = estimate?.High,
            Prompts = estimate?.Count ?? 0,
        };
    }
}
