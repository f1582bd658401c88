namespace Verify.Simulation.Dense;

/// <summary>A matrix of double-precision numbers, row by row. The entries are shared, not copied: treat them as fixed once the matrix is made.</summary>
internal sealed record Matrix(int Rows, int Columns, double[] Entries)
{
    /// <summary>The entry in row i and column j, from 0.</summary>
    public double this[int i, int j] => Entries[(i * Columns) + j];

    /// <summary>A 1 × 1 matrix.</summary>
    public static Matrix Scalar(double value) => new(1, 1, [value]);

    /// <summary>The matrix with the given entries.</summary>
    public static Matrix Of(int rows, int columns, Func<int, int, double> entry)
    {
        var entries = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                entries[(i * columns) + j] = entry(i, j);
            }
        }

        return new(rows, columns, entries);
    }

    /// <summary>The Frobenius norm.</summary>
    public double Norm() => Math.Sqrt(Entries.Sum(x => x * x));
}
