using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Attention.Layers;

/// <summary>Weights to begin a training with.</summary>
internal static class Initial
{
    /// <summary>
    /// (3.10) of Assumption 3.3: u = s and U = s ΘΘ'/‖ΘΘ'‖, the others 0. Θ is d × k, not 0; s > 0. The flow converges to (4.1) where s² ‖Γ‖ √d &lt; 2.
    /// </summary>
    public static Weights Assumption(double scale, Matrix theta)
    {
        var d = theta.Rows;
        var square = Matrix.Of(d, d, (i, j) => Enumerable.Range(0, theta.Columns).Sum(k => theta[i, k] * theta[j, k]));
        var norm = square.Norm();
        return Weights.OfBlocks(Matrix.Of(d, d, (i, j) => scale * square[i, j] / norm), scale);
    }

    /// <summary>The same with entries of Θ iid N(0, 1).</summary>
    public static Weights Assumption(int d, double scale, ulong seed)
    {
        var random = SplitMix.For(seed, "initial Θ");
        return Assumption(scale, Matrix.Of(d, d, (_, _) => random.Normal()));
    }

    /// <summary>All 2 (d+1)² weights iid N(0, s²).</summary>
    public static Weights SmallRandom(int d, double scale, ulong seed)
    {
        var random = SplitMix.For(seed, "initial weights");
        return Weights.Of(d, [.. Enumerable.Range(0, Weights.LengthFor(d)).Select(_ => scale * random.Normal())]);
    }
}
