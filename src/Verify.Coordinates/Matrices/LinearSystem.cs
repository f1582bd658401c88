using Verify.Language;

namespace Verify.Coordinates.Matrices;

/// <summary>All solutions of a linear system: the particular one plus any combination of the null vectors.</summary>
internal sealed record SolutionSet(Rational[] Particular, IReadOnlyList<Rational[]> NullVectors);

/// <summary>Linear systems in exact arithmetic, by Gauss-Jordan elimination.</summary>
internal static class LinearSystem
{
    /// <summary>The solutions of A x = b (A m × n), or null where there is none.</summary>
    public static SolutionSet? Solve(Rational[,] a, Rational[] b)
    {
        var (rows, columns) = (a.GetLength(0), a.GetLength(1));
        var work = new Rational[rows, columns + 1];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                work[i, j] = a[i, j];
            }

            work[i, columns] = b[i];
        }

        var pivots = Reduce(work, columns);
        for (var i = pivots.Count; i < rows; i++)
        {
            if (!work[i, columns].IsZero)
            {
                return null;
            }
        }

        var particular = new Rational[columns];
        for (var i = 0; i < pivots.Count; i++)
        {
            particular[pivots[i]] = work[i, columns];
        }

        return new(particular, [.. Enumerable.Range(0, columns).Except(pivots).Select(free => NullVector(work, pivots, columns, free))]);
    }

    // Reduced row echelon form over the first columns; returns the pivot column of each of the first rows.
    private static List<int> Reduce(Rational[,] work, int columns)
    {
        var pivots = new List<int>();
        for (var column = 0; column < columns && pivots.Count < work.GetLength(0); column++)
        {
            var row = pivots.Count;
            var pivot = row;
            while (pivot < work.GetLength(0) && work[pivot, column].IsZero)
            {
                pivot++;
            }

            if (pivot == work.GetLength(0))
            {
                continue;
            }

            Eliminate(work, row, pivot, column);
            pivots.Add(column);
        }

        return pivots;
    }

    private static void Eliminate(Rational[,] work, int row, int pivot, int column)
    {
        var inverse = work[pivot, column].Inverse();
        for (var j = 0; j < work.GetLength(1); j++)
        {
            (work[row, j], work[pivot, j]) = (work[pivot, j], work[row, j]);
            work[row, j] *= inverse;
        }

        for (var i = 0; i < work.GetLength(0); i++)
        {
            var factor = work[i, column];
            if (i == row || factor.IsZero)
            {
                continue;
            }

            for (var j = 0; j < work.GetLength(1); j++)
            {
                work[i, j] -= factor * work[row, j];
            }
        }
    }

    private static Rational[] NullVector(Rational[,] reduced, List<int> pivots, int columns, int free)
    {
        var vector = new Rational[columns];
        vector[free] = 1;
        for (var i = 0; i < pivots.Count; i++)
        {
            vector[pivots[i]] = -reduced[i, free];
        }

        return vector;
    }
}
