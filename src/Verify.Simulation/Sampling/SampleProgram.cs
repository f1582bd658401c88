using Verify.Simulation.Sampling.Steps;

namespace Verify.Simulation.Sampling;

/// <summary>
/// Expressions at draws of their random symbols, for many samples at a time. A value depends on the seed and the index of its sample alone, not on the batch,
/// the thread or the width of vectors.
/// </summary>
/// <param name="Steps">What is computed, in order.</param>
/// <param name="Outputs">The expressions' values.</param>
/// <param name="ErrorBounds">Rows that bound the error of what is not computed exactly (differences), for each sample.</param>
/// <param name="RowCount">How many rows a workspace has.</param>
/// <param name="Standards">What was drawn, before it was scaled and shifted.</param>
internal sealed record SampleProgram(
    IReadOnlyList<Step> Steps, IReadOnlyList<LaneMatrix> Outputs, IReadOnlyList<int> ErrorBounds, int RowCount, IReadOnlyList<StandardDraw> Standards)
{
    private const int PreferredBytes = 192 * 1024;

    /// <summary>How many samples are computed at a time: 256, 128 or 64, so that the rows stay near the processor.</summary>
    public int Batch { get; } = 8L * RowCount * 256 <= PreferredBytes ? 256 : 8L * RowCount * 128 <= PreferredBytes ? 128 : 64;

    /// <summary>About how many additions and products one sample takes.</summary>
    public long Cost { get; } = Steps.Sum(step => step.Cost);

    /// <summary>A workspace for one thread.</summary>
    public Workspace NewWorkspace() => new(new double[(RowCount * Batch) + 64], Batch);

    /// <summary>Computes the samples from the given index on, as many as <see cref="Batch"/>.</summary>
    public void Run(Workspace workspace, ulong firstSample)
    {
        workspace.FirstSample = firstSample;
        foreach (var step in Steps)
        {
            step.Run(workspace);
        }
    }

    /// <summary>This program, going on to a matrix whose entries are combinations of what it computes, row by row: its only output.</summary>
    public SampleProgram Then(int rows, int columns, IEnumerable<Terms> entries)
    {
        var combinations = entries.Select((terms, place) => terms.ToCombination(RowCount + place)).ToList();
        return this with { Steps = [.. Steps, new Combinations(combinations)], Outputs = [SampleWriter.Rows(rows, columns, RowCount)], RowCount = RowCount + combinations.Count };
    }

    /// <summary>Writes one entry of an output for each sample of the batch.</summary>
    public void Read(Workspace workspace, int output, int entry, Span<double> samples)
    {
        var (matrix, place) = (Outputs[output], Outputs[output].Entries[entry]);
        for (var lane = 0; lane < samples.Length; lane++)
        {
            samples[lane] = matrix.Scale * (place.IsConstant ? place.Constant : workspace.Row(place.Index)[lane]);
        }
    }
}
