using Verify.Simulation.Dense;
using Verify.Simulation.Sampling;
using Verify.Simulation.Sampling.Steps;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Checks;

/// <summary>The first draws of a program. They choose variances and scales, and are not used again.</summary>
internal sealed class Pilot
{
    private readonly SampleProgram _program;
    private readonly double[][] _sums;
    private readonly double[][] _squares;
    private readonly double[][] _pairs;
    private readonly double[] _errorBounds;
    private readonly double[] _first;

    /// <summary>Draws the given number of samples, rounded up to whole batches.</summary>
    public Pilot(SampleProgram program, int count, CancellationToken cancellation)
    {
        _program = program;
        Count = (count + program.Batch - 1) / program.Batch * program.Batch;
        double[][] Zeros() => [.. program.Outputs.Select(output => new double[output.Entries.Length])];
        (_sums, _squares, _pairs, _errorBounds) = (Zeros(), Zeros(), Zeros(), new double[program.ErrorBounds.Count]);
        _first = program.Outputs[0].Entries.Length == 1 ? new double[Count] : [];
        var workspace = program.NewWorkspace();
        for (var first = 0; first < Count; first += program.Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            program.Run(workspace, (ulong)first);
            Add(workspace, first);
        }
    }

    /// <summary>How many samples were drawn.</summary>
    public int Count { get; }

    /// <summary>Whether every draw was a finite number, small enough to be squared.</summary>
    public bool IsFinite => _squares.All(squares => Array.TrueForAll(squares, double.IsFinite));

    /// <summary>The mean bound on the error of differences, over all gradients; 0 where none was taken.</summary>
    public double ErrorBound => _errorBounds.Sum();

    /// <summary>The samples of the first output, where that is one number; otherwise none.</summary>
    public ReadOnlySpan<double> First => _first;

    /// <summary>A bound on the variance of an entry of the first output.</summary>
    public VarianceBound Variance(int entry) => VarianceBound.FromPairMean(_pairs[0][entry] / (Count / 2), Count / 2);

    /// <summary>The largest of the bounds for the entries of the first output.</summary>
    public double LargestVariance => Enumerable.Range(0, _pairs[0].Length).Max(entry => Variance(entry).Value);

    /// <summary>The mean of an output.</summary>
    public Matrix Mean(int output) => new(_program.Outputs[output].Rows, _program.Outputs[output].Columns, Array.ConvertAll(_sums[output], sum => sum / Count));

    /// <summary>The root of the mean square of an output's Frobenius norm.</summary>
    public double RootMeanSquare(int output) => Math.Sqrt(_squares[output].Sum() / Count);

    private void Add(Workspace workspace, int first)
    {
        var samples = new double[_program.Batch];
        for (var output = 0; output < _sums.Length; output++)
        {
            for (var entry = 0; entry < _sums[output].Length; entry++)
            {
                _program.Read(workspace, output, entry, samples);
                for (var lane = 0; lane < samples.Length; lane += 2)
                {
                    var (x, y) = (samples[lane], samples[lane + 1]);
                    _sums[output][entry] += x + y;
                    _squares[output][entry] += (x * x) + (y * y);
                    _pairs[output][entry] += (x - y) * (x - y) / 2;
                }

                if (output == 0 && _first.Length > 0)
                {
                    samples.CopyTo(_first, first);
                }
            }
        }

        for (var bound = 0; bound < _errorBounds.Length; bound++)
        {
            foreach (var value in workspace.Row(_program.ErrorBounds[bound]))
            {
                _errorBounds[bound] += value / Count;
            }
        }
    }
}
