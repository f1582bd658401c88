using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Verify.Simulation.Sampling.Steps;

/// <summary>One entry as a combination of others: constant + Σ cₖ xₖ + Σ xₖ yₖ.</summary>
/// <param name="Output">The row that is written.</param>
/// <param name="Constant">What is the same in every sample.</param>
/// <param name="Linear">The rows xₖ of the first sum.</param>
/// <param name="Coefficients">The coefficients cₖ.</param>
/// <param name="Left">The rows xₖ of the second sum.</param>
/// <param name="Right">The rows yₖ of the second sum.</param>
internal sealed record Combination(int Output, double Constant, int[] Linear, double[] Coefficients, int[] Left, int[] Right);

/// <summary>
/// Combinations, one after another. Vectors run across the samples of the batch and the terms are added in the order given, so the bits do not depend on the
/// width of a vector.
/// </summary>
internal sealed class Combinations(IReadOnlyList<Combination> combinations) : Step
{
    private readonly Combination[] _all = [.. combinations];

    /// <inheritdoc/>
    public override long Cost => _all.Sum(one => 1L + one.Linear.Length + one.Left.Length);

    /// <inheritdoc/>
    public override void Run(Workspace workspace)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(workspace.Rows);
        foreach (var one in _all)
        {
            for (var lane = 0; lane < workspace.Batch; lane += 4 * Vector<double>.Count)
            {
                Run(one, ref Unsafe.Add(ref rows, lane), workspace.Batch);
            }
        }
    }

    // Four vectors at a time: their sums are independent, which hides the latency of additions.
    private static void Run(Combination one, ref double rows, int batch)
    {
        var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var width = Vector<double>.Count;
        var (left, right) = (one.Left, one.Right);
        for (var k = 0; k < left.Length; k++)
        {
            ref var x = ref Unsafe.Add(ref rows, left[k] * batch);
            ref var y = ref Unsafe.Add(ref rows, right[k] * batch);
            a += At(ref x) * At(ref y);
            b += At(ref Unsafe.Add(ref x, width)) * At(ref Unsafe.Add(ref y, width));
            c += At(ref Unsafe.Add(ref x, 2 * width)) * At(ref Unsafe.Add(ref y, 2 * width));
            d += At(ref Unsafe.Add(ref x, 3 * width)) * At(ref Unsafe.Add(ref y, 3 * width));
        }

        if (one.Constant != 0)
        {
            var constant = new Vector<double>(one.Constant);
            (a, b, c, d) = (a + constant, b + constant, c + constant, d + constant);
        }

        var (linear, coefficients) = (one.Linear, one.Coefficients);
        for (var k = 0; k < linear.Length; k++)
        {
            ref var x = ref Unsafe.Add(ref rows, linear[k] * batch);
            var factor = new Vector<double>(coefficients[k]);
            a += At(ref x) * factor;
            b += At(ref Unsafe.Add(ref x, width)) * factor;
            c += At(ref Unsafe.Add(ref x, 2 * width)) * factor;
            d += At(ref Unsafe.Add(ref x, 3 * width)) * factor;
        }

        ref var output = ref Unsafe.Add(ref rows, one.Output * batch);
        a.StoreUnsafe(ref output);
        b.StoreUnsafe(ref Unsafe.Add(ref output, width));
        c.StoreUnsafe(ref Unsafe.Add(ref output, 2 * width));
        d.StoreUnsafe(ref Unsafe.Add(ref output, 3 * width));
    }

    private static Vector<double> At(ref double place) => Vector.LoadUnsafe(ref place);
}
