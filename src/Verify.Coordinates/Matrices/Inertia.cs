using Verify.Coordinates.Arithmetic;
using Verify.Language;

namespace Verify.Coordinates.Matrices;

/// <summary>
/// How many eigenvalues of a symmetric matrix are negative, exactly: a congruence T A T' keeps the number (Sylvester's law of inertia), so it is counted on a
/// diagonal matrix that A is brought to.
/// </summary>
internal static class Inertia
{
    /// <summary>The number. Of a matrix that is not symmetric there is none (<see cref="UndefinedException"/>); entries must be rational.</summary>
    public static int Negatives(MatrixAlgebra algebra, Matrix matrix)
    {
        if (!matrix.IsRational)
        {
            throw matrix.Entries.ToArray().All(algebra.Ring.IsNumber)
                ? new InexactException("the eigenvalues of a matrix of radicals")
                : new NotTreatedException("negatives(…) inside an expectation or a gradient");
        }

        if (!matrix.IsSymmetric())
        {
            throw new UndefinedException("negatives(…) of a matrix that is not symmetric");
        }

        var a = matrix.ToRational();
        var open = Enumerable.Range(0, matrix.Rows).ToList();
        var negatives = 0;
        while (open.Count > 0)
        {
            var pivot = open.FindIndex(i => !a[i, i].IsZero);
            if (pivot < 0)
            {
                if (!MakesPivot(a, open))
                {
                    return negatives;
                }

                continue;
            }

            var k = open[pivot];
            open.RemoveAt(pivot);
            negatives += a[k, k].Sign < 0 ? 1 : 0;
            foreach (var i in open)
            {
                var factor = a[i, k] / a[k, k];
                foreach (var j in open)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }
        }

        return negatives;
    }

    // Where the diagonal is 0, adding row and column j to row and column i makes the entry ii twice the entry ij.
    private static bool MakesPivot(Rational[,] a, List<int> open)
    {
        foreach (var i in open)
        {
            foreach (var j in open.Where(j => !a[i, j].IsZero))
            {
                foreach (var k in open)
                {
                    a[i, k] += a[j, k];
                }

                foreach (var k in open)
                {
                    a[k, i] += a[k, j];
                }

                return true;
            }
        }

        return false;
    }
}
