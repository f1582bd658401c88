namespace Verify.Attention.Experiments;

/// <summary>The sizes of an experiment, its seed, and how sure it is to be.</summary>
public sealed record ExperimentSettings
{
    /// <summary>d, the dimension of an input, from 2 to 30.</summary>
    public int D { get; init; } = 5;

    /// <summary>N, the pairs of a training prompt, from 1.</summary>
    public int N { get; init; } = 20;

    /// <summary>The ratio of the largest to the least eigenvalue of Λ, from 1 to 100.</summary>
    public double Condition { get; init; } = 10;

    /// <summary>The seed of every draw.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The chance that the whole run finds a difference where there is none.</summary>
    public double Risk { get; init; } = 1e-6;

    /// <summary>The relative error that must be excluded before a measurement agrees.</summary>
    public double Margin { get; init; } = 0.1;

    /// <summary>The most prompts of one measurement.</summary>
    public long Prompts { get; init; } = 1 << 20;

    /// <summary>How layers are trained.</summary>
    public TrainingMethod Training { get; init; } = TrainingMethod.Flow;
}

/// <summary>How layers are trained.</summary>
public enum TrainingMethod
{
    /// <summary>Gradient flow on the population loss.</summary>
    Flow,

    /// <summary>Gradient descent on the population loss.</summary>
    Descent,

    /// <summary>Stochastic gradient descent on fresh prompts.</summary>
    Sgd,

    /// <summary>Adam on fresh prompts.</summary>
    Adam,
}
