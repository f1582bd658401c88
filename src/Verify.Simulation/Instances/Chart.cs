using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Instances;

/// <summary>Coordinates of a symbol's values near one value, such that all of them have the symbol's attributes.</summary>
/// <param name="Dimension">How many coordinates; 0 where the value is alone.</param>
/// <param name="At">The value at coordinates; the value itself at 0. Scalars stop short of an open bound of their range.</param>
internal sealed record Chart(int Dimension, Func<double[], Matrix> At)
{
    /// <summary>
    /// Entries (tied where symmetric, on the diagonal alone where diagonal); for psd the entries of F with A = F F', of the rank of A; for diagonal
    /// psd the roots of the entries; for orthogonal Q the skew S in (I - S)^-1 (I + S) Q, which acts on both sides where Q is symmetric.
    /// </summary>
    public static Chart Of(Symbol symbol, Matrix value)
    {
        var n = value.Rows;
        if (symbol.Shape.IsScalar)
        {
            return new(1, p => Matrix.Scalar(Within(symbol.Range, value.Entries[0], p[0])));
        }

        if (symbol.Is(MatrixAttributes.UnitVector))
        {
            return new(0, _ => value);
        }

        if (symbol.Is(MatrixAttributes.Orthogonal))
        {
            return symbol.Is(MatrixAttributes.Diagonal) || symbol.Is(MatrixAttributes.PositiveSemidefinite) ? new(0, _ => value)
                : new(n * (n - 1) / 2, p => Rotated(value, p, symbol.Is(MatrixAttributes.Symmetric)));
        }

        if (symbol.Is(MatrixAttributes.Diagonal))
        {
            double Entry(int i, double step) =>
                symbol.Is(MatrixAttributes.PositiveSemidefinite) ? Square(Math.Sqrt(value[i, i]) + step) : value[i, i] + step;
            return new(n, p => Matrix.Of(n, n, (i, j) => i == j ? Entry(i, p[i]) : 0));
        }

        return symbol.Is(MatrixAttributes.PositiveSemidefinite) ? OfFactor(value)
            : symbol.Is(MatrixAttributes.Symmetric) ? new(n * (n + 1) / 2, p => Matrix.Of(n, n, (i, j) => value[i, j] + p[Triangle(i, j)]))
            : new(value.Entries.Length, p => Matrix.Of(n, value.Columns, (i, j) => value[i, j] + p[(i * value.Columns) + j]));
    }

    // The place of an entry in the lower triangle, row by row.
    private static int Triangle(int i, int j) => (Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j);

    private static double Square(double x) => x * x;

    // A bound that would be crossed is met where it is allowed; otherwise nine tenths of the way to it.
    private static double Within(ScalarRange range, double value, double step)
    {
        var moved = value + step;
        return range.Lower is { } low && moved <= (double)low ? (range.LowerStrict ? value + (0.9 * ((double)low - value)) : (double)low)
            : range.Upper is { } high && moved >= (double)high ? (range.UpperStrict ? value + (0.9 * ((double)high - value)) : (double)high)
            : moved;
    }

    private static Chart OfFactor(Matrix value)
    {
        var n = value.Rows;
        var spectrum = Matrix<double>.Build.DenseOfRowMajor(n, n, value.Entries).Evd(Symmetricity.Symmetric);
        var eigenvalues = spectrum.EigenValues.Select(x => x.Real).ToArray();
        int[] kept = [.. Enumerable.Range(0, n).Where(k => eigenvalues[k] > 1e-12 * eigenvalues[^1])];
        var rank = kept.Length;
        var factor = Matrix.Of(n, rank, (i, k) => spectrum.EigenVectors[i, kept[k]] * Math.Sqrt(eigenvalues[kept[k]]));
        return new(n * rank, p =>
        {
            double[] moved = [.. factor.Entries.Zip(p, (x, y) => x + y)];
            return Matrix.Of(n, n, (i, j) => Flat.Dot(moved.AsSpan(i * rank, rank), moved.AsSpan(j * rank, rank)));
        });
    }

    private static Matrix Rotated(Matrix value, double[] p, bool onBothSides)
    {
        var n = value.Rows;
        var identity = Matrix<double>.Build.DenseIdentity(n);
        var skew = Matrix<double>.Build.Dense(n, n, (i, j) => i == j ? 0 : i > j ? p[(i * (i - 1) / 2) + j] : -p[(j * (j - 1) / 2) + i]);
        var rotation = (identity - skew).Solve(identity + skew);
        var moved = rotation * Matrix<double>.Build.DenseOfRowMajor(n, n, value.Entries);
        if (!onBothSides)
        {
            return Matrix.Of(n, n, (i, j) => moved[i, j]);
        }

        var both = moved * rotation.Transpose();
        return Matrix.Of(n, n, (i, j) => (both[i, j] + both[j, i]) / 2);
    }
}
