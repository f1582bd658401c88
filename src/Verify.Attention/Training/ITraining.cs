namespace Verify.Attention.Training;

/// <summary>A way to train a layer from a start, in steps that can be interrupted. A value without state.</summary>
internal interface ITraining
{
    /// <summary>How many steps it takes in all.</summary>
    long Steps { get; }

    /// <summary>The state before the first step.</summary>
    TrainingState Begin();

    /// <summary>The state some steps later, or at the end where that is nearer. Deterministic. A cancellation throws, and the state given is still good.</summary>
    TrainingState Advance(TrainingState state, long steps, CancellationToken cancellation);
}

/// <summary>Runs a training to its end.</summary>
internal static class TrainingRun
{
    /// <summary>The state after the last step.</summary>
    public static TrainingState ToTheEnd(this ITraining training, CancellationToken cancellation = default) => training.Advance(training.Begin(), training.Steps, cancellation);
}
