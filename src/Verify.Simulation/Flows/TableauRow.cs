using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Verify.Simulation.Flows;

/// <summary>A row of a Runge-Kutta tableau without its zeros: Σ_j weight_j k_j over the stages it names, counted from 0.</summary>
internal sealed class TableauRow
{
    private readonly int[] _stages;
    private readonly double[] _weights;

    /// <summary>The row of the given stages and weights.</summary>
    public TableauRow(params (int Stage, double Weight)[] entries) =>
        (_stages, _weights) = ([.. entries.Select(entry => entry.Stage)], [.. entries.Select(entry => entry.Weight)]);

    /// <summary>Σ_j weight_j, which in a row of stages is the node c of the stage.</summary>
    public double Sum => _weights.Sum();

    /// <summary>Writes y + h Σ_j weight_j k_j, with the stages k one after another, each of the padded length of y.</summary>
    public void Combine(ReadOnlySpan<double> y, double h, double[] stages, Span<double> result)
    {
        var from = Lanes.Of(y);
        var to = Lanes.Of(result);
        var width = to.Length;
        ArgumentOutOfRangeException.ThrowIfNotEqual(from.Length, width);
        ArgumentOutOfRangeException.ThrowIfLessThan(stages.Length, (_stages[^1] + 1) * result.Length);
        ref var first = ref MemoryMarshal.GetReference(Lanes.Of(stages));
        for (var v = 0; v < to.Length; v++)
        {
            var sum = Vector<double>.Zero;
            for (var j = 0; j < _weights.Length; j++)
            {
                sum = Vector.FusedMultiplyAdd(new Vector<double>(_weights[j]), Unsafe.Add(ref first, (_stages[j] * width) + v), sum);
            }

            to[v] = Vector.FusedMultiplyAdd(new Vector<double>(h), sum, from[v]);
        }
    }
}
