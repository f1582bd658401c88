using Verify.Simulation.Dense;

namespace Verify.Attention.Layers;

/// <summary>
/// One layer of linear self-attention with its residual connection on a whole embedded prompt: f(Z) = Z + V Z (Z'K Z)/ρ, V = W^PV and K = W^KQ both (d+1) × (d+1), Z (d+1) × (M+1),
/// ρ = M (Zhang, Frei &amp; Bartlett 2024, (3.3)). Every block is computed. For long runs <see cref="QueryPrediction"/> computes the one entry that predicts.
/// </summary>
internal static class LinearSelfAttention
{
    /// <summary>f(Z), (d+1) × (M+1).</summary>
    public static Matrix Output(Weights weights, Matrix z)
    {
        var attention = Product(Transposed(z), Product(weights.KeyQuery, z));
        var mixed = Product(Product(weights.Value, z), attention);
        return Matrix.Of(z.Rows, z.Columns, (i, j) => z[i, j] + (mixed[i, j] / Pairs(z)));
    }

    /// <summary>
    /// The gradient by the weights of the sum of Y ∘ f(Z), in the order of their state: by V it is Y (Z'K Z)' Z'/ρ, by K it is Z Z'V'Y Z'/ρ.
    /// </summary>
    public static double[] Backward(Weights weights, Matrix z, Matrix cotangent)
    {
        var attention = Product(Transposed(z), Product(weights.KeyQuery, z));
        var byValue = Product(cotangent, Transposed(Product(z, attention)));
        var byKeyQuery = Product(Product(z, Transposed(z)), Product(Product(Transposed(weights.Value), cotangent), Transposed(z)));
        return [.. byValue.Entries.Concat(byKeyQuery.Entries).Select(entry => entry / Pairs(z))];
    }

    private static int Pairs(Matrix z) => z.Columns - 1;

    private static Matrix Transposed(Matrix a) => Matrix.Of(a.Columns, a.Rows, (i, j) => a[j, i]);

    private static Matrix Product(Matrix a, Matrix b) => Matrix.Of(a.Rows, b.Columns, (i, j) =>
    {
        var sum = 0.0;
        for (var k = 0; k < a.Columns; k++)
        {
            sum += a[i, k] * b[k, j];
        }

        return sum;
    });
}
