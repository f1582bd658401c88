using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Verify.Simulation.Flows;

/// <summary>A row of a Runge-Kutta tableau without its zeros: Σ_j weight_j k_j over the stages it names, counted from 0.</summary>
internal sealed class TableauRow
{
    private const int Block = 32;
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
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, result.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(stages.Length, (_stages[^1] + 1) * result.Length);
        ref var first = ref MemoryMarshal.GetReference(stages.AsSpan());
        ref var start = ref MemoryMarshal.GetReference(y);
        ref var end = ref MemoryMarshal.GetReference(result);
        var v = 0;
        for (; v + Block <= result.Length; v += Block)
        {
            CombineBlock(ref Unsafe.Add(ref first, v), result.Length, h, ref Unsafe.Add(ref start, v), ref Unsafe.Add(ref end, v));
        }

        for (; v < result.Length; v++)
        {
            var sum = 0.0;
            for (var j = 0; j < _weights.Length; j++)
            {
                sum = Math.FusedMultiplyAdd(_weights[j], Unsafe.Add(ref first, (_stages[j] * result.Length) + v), sum);
            }

            result[v] = Math.FusedMultiplyAdd(h, sum, y[v]);
        }
    }

    // Four sums at a time do not wait for each other.
    private void CombineBlock(ref double stages, int length, double h, ref double from, ref double to)
    {
        var (a, b, c, d) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        var weights = _weights.AsSpan();
        var places = _stages.AsSpan(0, weights.Length);
        for (var j = 0; j < weights.Length; j++)
        {
            var weight = Vector512.Create(weights[j]);
            ref var stage = ref Unsafe.Add(ref stages, (nint)places[j] * length);
            a = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref stage), a);
            b = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref stage, 8), b);
            c = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref stage, 16), c);
            d = Vector512.FusedMultiplyAdd(weight, Vector512.LoadUnsafe(ref stage, 24), d);
        }

        var step = Vector512.Create(h);
        Vector512.FusedMultiplyAdd(step, a, Vector512.LoadUnsafe(ref from)).StoreUnsafe(ref to);
        Vector512.FusedMultiplyAdd(step, b, Vector512.LoadUnsafe(ref from, 8)).StoreUnsafe(ref to, 8);
        Vector512.FusedMultiplyAdd(step, c, Vector512.LoadUnsafe(ref from, 16)).StoreUnsafe(ref to, 16);
        Vector512.FusedMultiplyAdd(step, d, Vector512.LoadUnsafe(ref from, 24)).StoreUnsafe(ref to, 24);
    }
}
