using System.Collections.Immutable;
using Verify.Attention.Prompts;
using Verify.Attention.Training;
using Verify.Simulation.Dense;

namespace Verify.Attention.Experiments;

/// <summary>What is averaged over prompts.</summary>
internal enum Quantity
{
    /// <summary>(ŷ - w'q)².</summary>
    SquaredError,

    /// <summary>ŷ².</summary>
    SquaredPrediction,
}

/// <summary>A layer to be trained.</summary>
/// <param name="Name">What it was trained on.</param>
/// <param name="Training">How.</param>
/// <param name="Limit">What the theory says u U becomes, d × d.</param>
internal sealed record PlannedLayer(string Name, ITraining Training, Matrix Limit);

/// <summary>A mean to be measured, and what is predicted of it.</summary>
/// <param name="Series">What it is drawn with.</param>
/// <param name="Label">What it is called within its series.</param>
/// <param name="At">Where it stands on the horizontal axis.</param>
/// <param name="Layer">The number of the layer.</param>
/// <param name="Prompts">The prompts that it is measured on.</param>
/// <param name="Predicted">The mean by the formula.</param>
internal sealed record PlannedRow(string Series, string Label, double At, int Layer, PromptLaw Prompts, double Predicted)
{
    /// <summary>What is averaged.</summary>
    public Quantity Quantity { get; init; } = Quantity.SquaredError;

    /// <summary>What the margin is relative to: the prediction, or another scale where that is 0.</summary>
    public double Scale { get; init; } = Predicted;

    /// <summary>False for a statement that is to be seen to fail.</summary>
    public bool ExpectedTrue { get; init; } = true;
}

/// <summary>All that an experiment trains and measures.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Settings">The sizes, the seed and the bounds on errors.</param>
/// <param name="Axis">What the horizontal axis is.</param>
/// <param name="Layers">The layers, in the order of training.</param>
/// <param name="Rows">The means, in the order of measuring.</param>
internal sealed record Plan(string Experiment, ExperimentSettings Settings, string Axis, ImmutableArray<PlannedLayer> Layers, ImmutableArray<PlannedRow> Rows)
{
    /// <summary>The axis of an experiment whose places are only the numbers of its cases.</summary>
    public const string Cases = "case";
}
