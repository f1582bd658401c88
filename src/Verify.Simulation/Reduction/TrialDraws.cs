using Verify.Simulation.Sampling;

namespace Verify.Simulation.Reduction;

/// <summary>A few draws of all outputs of a program, by which one way to draw is chosen before others. They are not used again.</summary>
internal sealed class TrialDraws
{
    private readonly List<double[]> _entries = [];
    private readonly int _first;

    /// <summary>So many draws from the given one on, rounded up to whole batches.</summary>
    public TrialDraws(SampleProgram program, int first, int count, CancellationToken cancellation)
    {
        _first = program.Outputs[0].Entries.Length;
        var rounded = (count + program.Batch - 1) / program.Batch * program.Batch;
        var places = program.Outputs.SelectMany((output, number) => Enumerable.Range(0, output.Entries.Length).Select(entry => (number, entry))).ToList();
        _entries.AddRange(places.Select(_ => new double[rounded]));
        var workspace = program.NewWorkspace();
        for (var done = 0; done < rounded; done += program.Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            program.Run(workspace, (ulong)(first + done));
            foreach (var (index, (output, entry)) in places.Index())
            {
                program.Read(workspace, output, entry, _entries[index].AsSpan(done, program.Batch));
            }
        }
    }

    /// <summary>The largest sample variance of an entry of the first output; not finite where a draw is not.</summary>
    public double LargestVariance => _entries.Take(_first).Max(entry => entry.Average() is var mean && double.IsFinite(mean) ? entry.Average(x => (x - mean) * (x - mean)) : double.PositiveInfinity);

    /// <summary>The sample covariance of two entries, counted through all outputs.</summary>
    public double Covariance(int a, int b)
    {
        var (first, second) = (_entries[a].Average(), _entries[b].Average());
        return _entries[a].Zip(_entries[b], (x, y) => (x - first) * (y - second)).Average();
    }
}
