using Verify.Language;

namespace Verify.Replay.Arithmetic;

/// <summary>A matrix of polynomials.</summary>
internal sealed class Matrix<T>
    where T : struct, INumberKind<T>
{
    /// <summary>The most entries of a matrix.</summary>
    public const int MostEntries = 4096;

    private readonly Polynomial<T>[,] _entries;

    /// <summary>The matrix with the given entries. Too large a one throws <see cref="NotEvaluatedException"/>.</summary>
    public Matrix(int rows, int columns, Func<int, int, Polynomial<T>> entry)
    {
        if (rows < 0 || columns < 0 || (long)rows * columns > MostEntries)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, $"a matrix of {rows} × {columns} is too large here");
        }

        _entries = new Polynomial<T>[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                _entries[i, j] = entry(i, j);
            }
        }
    }

    /// <summary>How many rows.</summary>
    public int Rows => _entries.GetLength(0);

    /// <summary>How many columns.</summary>
    public int Columns => _entries.GetLength(1);

    /// <summary>Whether this is 1 × 1.</summary>
    public bool IsScalar => Rows == 1 && Columns == 1;

    /// <summary>An entry, counted from 0.</summary>
    public Polynomial<T> this[int row, int column] => _entries[row, column];

    /// <summary>All entries, row by row.</summary>
    public IEnumerable<Polynomial<T>> Entries => _entries.Cast<Polynomial<T>>();

    /// <summary>A 1 × 1 matrix.</summary>
    public static Matrix<T> Scalar(T value) => new(1, 1, (_, _) => Polynomial<T>.Of(value));

    /// <summary>A matrix of numbers.</summary>
    public static Matrix<T> Of(Rational[,] values) => new(values.GetLength(0), values.GetLength(1), (i, j) => Polynomial<T>.Of(T.Of(values[i, j])));

    /// <summary>A matrix of doubles.</summary>
    public static Matrix<T> OfDoubles(double[,] values) => new(values.GetLength(0), values.GetLength(1), (i, j) => Polynomial<T>.Of(T.OfDouble(values[i, j])));

    /// <summary>Each entry replaced.</summary>
    public Matrix<T> Map(Func<Polynomial<T>, Polynomial<T>> replace) => new(Rows, Columns, (i, j) => replace(this[i, j]));

    /// <summary>The entries as doubles; a variable throws <see cref="Obstacle.NotPolynomial"/>.</summary>
    public double[,] Doubles()
    {
        var values = new double[Rows, Columns];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                values[i, j] = this[i, j].Constant.Double;
            }
        }

        return values;
    }

    /// <summary>The transpose.</summary>
    public Matrix<T> Transposed() => new(Columns, Rows, (i, j) => this[j, i]);

    /// <summary>The sum of two of one shape.</summary>
    public Matrix<T> Plus(Matrix<T> other) => new(Rows, Columns, (i, j) => this[i, j].Plus(other[i, j]));

    /// <summary>The product; a factor of 1 × 1 scales the other.</summary>
    public Matrix<T> Times(Matrix<T> other, Work work) =>
        IsScalar ? other.Map(entry => this[0, 0].Times(entry, work))
        : other.IsScalar ? Map(entry => entry.Times(other[0, 0], work))
        : new(Rows, other.Columns, (i, j) => Enumerable.Range(0, Columns).Aggregate(Polynomial<T>.Zero, (sum, k) => sum.Plus(this[i, k].Times(other[k, j], work))));
}
