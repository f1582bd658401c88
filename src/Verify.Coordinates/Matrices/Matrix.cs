using Verify.Coordinates.Arithmetic;
using Verify.Language;

namespace Verify.Coordinates.Matrices;

/// <summary>A dense matrix of polynomials, entry by entry; a scalar is 1 × 1. Immutable once made.</summary>
internal sealed class Matrix
{
    private readonly Polynomial[] _entries;

    private Matrix(int rows, int columns, Polynomial[] entries) => (Rows, Columns, _entries) = (rows, columns, entries);

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The entries, row by row.</summary>
    public ReadOnlySpan<Polynomial> Entries => _entries;

    /// <summary>Whether every entry is rational.</summary>
    public bool IsRational => Array.TrueForAll(_entries, entry => entry.IsRational);

    /// <summary>Whether every entry is 0.</summary>
    public bool IsZero => Array.TrueForAll(_entries, entry => entry.IsZero);

    /// <summary>The entry of a row and a column, from 0.</summary>
    public Polynomial this[int row, int column] => _entries[(row * Columns) + column];

    /// <summary>The matrix of the entries that the function gives.</summary>
    public static Matrix Of(int rows, int columns, Func<int, int, Polynomial> entry)
    {
        var entries = new Polynomial[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                entries[(i * columns) + j] = entry(i, j);
            }
        }

        return new(rows, columns, entries);
    }

    /// <summary>A 1 × 1 matrix.</summary>
    public static Matrix Scalar(Polynomial value) => new(1, 1, [value]);

    /// <summary>A matrix of rational numbers.</summary>
    public static Matrix Of(Rational[,] values) => Of(values.GetLength(0), values.GetLength(1), (i, j) => Polynomial.Of(values[i, j]));

    /// <summary>The identity.</summary>
    public static Matrix Identity(int size) => Of(size, size, (i, j) => i == j ? Polynomial.One : Polynomial.Zero);

    /// <summary>Zeros.</summary>
    public static Matrix Zero(int rows, int columns) => Of(rows, columns, (_, _) => Polynomial.Zero);

    /// <summary>a + b.</summary>
    public static Matrix operator +(Matrix a, Matrix b) => Of(a.Rows, a.Columns, (i, j) => a[i, j] + b[i, j]);

    /// <summary>a - b.</summary>
    public static Matrix operator -(Matrix a, Matrix b) => Of(a.Rows, a.Columns, (i, j) => a[i, j] - b[i, j]);

    /// <summary>c times this.</summary>
    public Matrix Scale(Rational factor) => Map(entry => entry.Scale(factor));

    /// <summary>Each entry replaced.</summary>
    public Matrix Map(Func<Polynomial, Polynomial> replace) => new(Rows, Columns, Array.ConvertAll(_entries, entry => replace(entry)));

    /// <summary>The transpose.</summary>
    public Matrix Transpose() => Of(Columns, Rows, (i, j) => this[j, i]);

    /// <summary>The sum of the diagonal.</summary>
    public Polynomial Trace() => Enumerable.Range(0, Rows).Aggregate(Polynomial.Zero, (sum, i) => sum + this[i, i]);

    /// <summary>Whether this is its own transpose.</summary>
    public bool IsSymmetric()
    {
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!(this[i, j] - this[j, i]).IsZero)
                {
                    return false;
                }
            }
        }

        return Rows == Columns;
    }

    /// <summary>The entries as numbers; every one must be rational.</summary>
    public Rational[,] ToRational()
    {
        var values = new Rational[Rows, Columns];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                values[i, j] = this[i, j].Value;
            }
        }

        return values;
    }
}
