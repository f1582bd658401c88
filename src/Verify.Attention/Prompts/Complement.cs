using Verify.Simulation.Instances;

namespace Verify.Attention.Prompts;

/// <summary>The orthogonal complement of the span of some vectors.</summary>
internal static class Complement
{
    // What is left of a vector below this share of it is rounding.
    private const double Rounding = 1e-10;

    /// <summary>Takes from q its part in the span of the rows of X (each of length d): orthonormal vectors are made of the rows one after the other, each pass twice.</summary>
    public static void Project(ReadOnlySpan<double> rows, int d, Span<double> q)
    {
        List<double[]> basis = [];
        for (var first = 0; first < rows.Length && basis.Count < d; first += d)
        {
            var vector = rows.Slice(first, d).ToArray();
            var before = Flat.Norm(vector);
            Remove(basis, vector);
            var after = Flat.Norm(vector);
            if (after > Rounding * before)
            {
                basis.Add([.. vector.Select(x => x / after)]);
            }
        }

        if (basis.Count == d)
        {
            q.Clear();
            return;
        }

        Remove(basis, q);
    }

    private static void Remove(List<double[]> basis, Span<double> vector)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var direction in basis)
            {
                Flat.AddScaled(vector, -Flat.Dot(direction, vector), direction);
            }
        }
    }
}
