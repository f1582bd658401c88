namespace Verify.Replay.Arithmetic;

/// <summary>Inverses and determinants.</summary>
internal static class Elimination
{
    private const double Singular = 1e-13;

    private const int LargestDeterminant = 7;

    /// <summary>A^-1 by Gauss and Jordan with the largest pivot; a singular A throws.</summary>
    public static Matrix<T> Inverse<T>(Matrix<T> matrix, Work work)
        where T : struct, INumberKind<T>
    {
        var n = matrix.Rows;
        work.Spend((long)n * n * n);
        var rows = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, 2 * n).Select(j => j < n ? matrix[i, j].Constant : T.Of(j - n == i ? 1 : 0)).ToArray()).ToArray();
        var scale = rows.Max(row => row.Take(n).Max(entry => Math.Abs(entry.Double)));
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => T.IsExact ? (rows[i][k].IsZero ? 0 : 1) : Math.Abs(rows[i][k].Double));
            if (rows[pivot][k].IsZero || (!T.IsExact && Math.Abs(rows[pivot][k].Double) <= Singular * scale))
            {
                throw new NotEvaluatedException(Obstacle.NotTreated, "it inverts a singular matrix");
            }

            (rows[k], rows[pivot]) = (rows[pivot], rows[k]);
            var factor = rows[k][k].Inverse();
            rows[k] = [.. rows[k].Select(entry => entry * factor)];
            for (var i = 0; i < n; i++)
            {
                if (i != k && !rows[i][k].IsZero)
                {
                    var minus = T.Of(-1) * rows[i][k];
                    rows[i] = [.. rows[i].Zip(rows[k], (a, b) => a + (minus * b))];
                }
            }
        }

        return new(n, n, (i, j) => Polynomial<T>.Of(rows[i][n + j]));
    }

    /// <summary>det(A) by expansion along the first row.</summary>
    public static Polynomial<T> Determinant<T>(Matrix<T> matrix, Work work)
        where T : struct, INumberKind<T> => matrix.Rows > LargestDeterminant
        ? throw new NotEvaluatedException(Obstacle.NotTreated, $"a determinant of more than {LargestDeterminant} rows is too large here")
        : Expand(matrix, 0, [.. Enumerable.Range(0, matrix.Rows)], work);

    private static Polynomial<T> Expand<T>(Matrix<T> matrix, int row, List<int> columns, Work work)
        where T : struct, INumberKind<T>
    {
        if (columns.Count == 0)
        {
            return Polynomial<T>.Of(T.Of(1));
        }

        var sum = Polynomial<T>.Zero;
        for (var k = 0; k < columns.Count; k++)
        {
            var sign = Polynomial<T>.Of(T.Of(k % 2 == 0 ? 1 : -1));
            var rest = Expand(matrix, row + 1, [.. columns.Where((_, index) => index != k)], work);
            sum = sum.Plus(sign.Times(matrix[row, columns[k]], work).Times(rest, work));
        }

        return sum;
    }
}
