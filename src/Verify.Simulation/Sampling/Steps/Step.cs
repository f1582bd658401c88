namespace Verify.Simulation.Sampling.Steps;

/// <summary>One step of a sampling program. Steps run in order; each reads rows of the workspace that earlier ones wrote.</summary>
internal abstract class Step
{
    /// <summary>Does the step for every sample of the batch.</summary>
    public abstract void Run(Workspace workspace);

    /// <summary>About how many additions and products one sample takes.</summary>
    public abstract long Cost { get; }
}

/// <summary>What a batch of samples is computed in: a row of <see cref="Batch"/> numbers for each entry. One for each thread.</summary>
/// <param name="Rows">The rows, one after another.</param>
/// <param name="Batch">How many samples a batch has, a multiple of 16.</param>
internal sealed record Workspace(double[] Rows, int Batch)
{
    /// <summary>The index of the batch's first sample.</summary>
    public ulong FirstSample { get; set; }

    /// <summary>The row of an entry.</summary>
    public Span<double> Row(int index) => Rows.AsSpan(index * Batch, Batch);
}
