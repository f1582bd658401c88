using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>
/// p = softmax(v), from exp(v_i - max v), so that nothing overflows; NaN where an entry is not finite. Each exponential is taken by itself, so that the bits do not depend on the
/// width of a vector. The adjoint of v is p ∘ (g - p' g) for the adjoint g of p.
/// </summary>
internal sealed class SoftmaxStep(Node result, Node vector) : Step(result, vector)
{
    private const int Exponential = 20;

    /// <inheritdoc/>
    public override long Operations => (Exponential + 2L) * vector.Values.Length;

    /// <inheritdoc/>
    public override void Forward()
    {
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        foreach (var value in vector.Values)
        {
            largest = double.IsFinite(value) ? Math.Max(largest, value) : double.NaN;
        }

        for (var i = 0; i < vector.Values.Length; i++)
        {
            sum += Result.Values[i] = Math.Exp(vector.Values[i] - largest);
        }

        for (var i = 0; i < vector.Values.Length; i++)
        {
            Result.Values[i] /= sum;
        }
    }

    /// <inheritdoc/>
    public override void Backward()
    {
        if (vector.Adjoints is not { } adjoints)
        {
            return;
        }

        var mean = 0.0;
        for (var i = 0; i < adjoints.Length; i++)
        {
            mean += Result.Values[i] * Result.Adjoints![i];
        }

        for (var i = 0; i < adjoints.Length; i++)
        {
            adjoints[i] += Result.Values[i] * (Result.Adjoints![i] - mean);
        }
    }
}
