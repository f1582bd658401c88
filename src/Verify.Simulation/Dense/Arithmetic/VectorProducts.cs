namespace Verify.Simulation.Dense.Arithmetic;

/// <summary>Products of a matrix with a vector and of two vectors.</summary>
internal static class VectorProducts
{
    /// <summary>y += Ax, or y += A'x where <paramref name="transposed"/>, for A of the given rows and columns as stored.</summary>
    public static void AddApplied(ReadOnlySpan<double> a, int rows, int columns, bool transposed, ReadOnlySpan<double> x, Span<double> y)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = a.Slice(i * columns, columns);
            if (transposed)
            {
                Entries.AddScaled(y, x[i], row);
            }
            else
            {
                y[i] += Entries.Dot(row, x);
            }
        }
    }

    /// <summary>C += x y'.</summary>
    public static void AddOuter(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> c)
    {
        for (var i = 0; i < x.Length; i++)
        {
            Entries.AddScaled(c.Slice(i * y.Length, y.Length), x[i], y);
        }
    }
}
