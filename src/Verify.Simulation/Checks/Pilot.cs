using Verify.Simulation.Dense;
using Verify.Simulation.Sampling;

namespace Verify.Simulation.Checks;

/// <summary>The first draws of a program, kept whole. They choose variances and scales, and are not used again.</summary>
internal sealed class Pilot
{
    private readonly double[][][] _samples;
    private readonly double[] _errorBounds;

    /// <summary>Draws the given number of samples, rounded up to whole batches.</summary>
    public Pilot(SampleProgram program, int count, CancellationToken cancellation)
    {
        Count = (count + program.Batch - 1) / program.Batch * program.Batch;
        _samples = [.. program.Outputs.Select(output => output.Entries.Select(_ => new double[Count]).ToArray())];
        _errorBounds = new double[program.ErrorBounds.Count];
        var workspace = program.NewWorkspace();
        for (var first = 0; first < Count; first += program.Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            program.Run(workspace, (ulong)first);
            for (var output = 0; output < _samples.Length; output++)
            {
                for (var entry = 0; entry < _samples[output].Length; entry++)
                {
                    program.Read(workspace, output, entry, _samples[output][entry].AsSpan(first, program.Batch));
                }
            }

            for (var bound = 0; bound < _errorBounds.Length; bound++)
            {
                foreach (var value in workspace.Row(program.ErrorBounds[bound]))
                {
                    _errorBounds[bound] += value / Count;
                }
            }
        }
    }

    /// <summary>How many samples were drawn.</summary>
    public int Count { get; }

    /// <summary>The mean bound on the error of differences, over all gradients; 0 where none was taken.</summary>
    public double ErrorBound => _errorBounds.Sum();

    /// <summary>The samples of one entry of an output.</summary>
    public ReadOnlySpan<double> Of(int output, int entry) => _samples[output][entry];

    /// <summary>The mean of an output.</summary>
    public Matrix Mean(int output, LaneMatrix shape) => new(shape.Rows, shape.Columns, [.. _samples[output].Select(samples => samples.Average())]);

    /// <summary>The root of the mean square of an output's Frobenius norm.</summary>
    public double RootMeanSquare(int output) => Math.Sqrt(_samples[output].Sum(samples => samples.Average(x => x * x)));
}
