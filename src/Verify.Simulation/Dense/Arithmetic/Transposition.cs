namespace Verify.Simulation.Dense.Arithmetic;

/// <summary>Transposes of matrices stored row by row.</summary>
internal static class Transposition
{
    private const int Block = 8;

    /// <summary>B = A', for A of the given rows and columns.</summary>
    public static void Copy(ReadOnlySpan<double> a, Span<double> b, int rows, int columns)
    {
        for (var top = 0; top < rows; top += Block)
        {
            for (var left = 0; left < columns; left += Block)
            {
                for (var i = top; i < Math.Min(rows, top + Block); i++)
                {
                    for (var j = left; j < Math.Min(columns, left + Block); j++)
                    {
                        b[(j * rows) + i] = a[(i * columns) + j];
                    }
                }
            }
        }
    }

    /// <summary>B += c A', for A of the given rows and columns.</summary>
    public static void AddScaled(ReadOnlySpan<double> a, double c, Span<double> b, int rows, int columns)
    {
        for (var top = 0; top < rows; top += Block)
        {
            for (var left = 0; left < columns; left += Block)
            {
                for (var i = top; i < Math.Min(rows, top + Block); i++)
                {
                    for (var j = left; j < Math.Min(columns, left + Block); j++)
                    {
                        b[(j * rows) + i] += c * a[(i * columns) + j];
                    }
                }
            }
        }
    }
}
