using System.Numerics;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>vec, kron, det and singular values, entry by entry.</summary>
internal static class MatrixFunctions
{
    private const int LargestDeterminant = 12;

    /// <summary>The columns one under the other.</summary>
    public static Matrix Vec(Matrix a) => Matrix.Of(a.Rows * a.Columns, 1, (k, _) => a[k % a.Rows, k / a.Rows]);

    /// <summary>Block ij is A_ij B.</summary>
    public static Matrix Kronecker(MatrixAlgebra algebra, Matrix a, Matrix b) => Matrix.Of(a.Rows * b.Rows, a.Columns * b.Columns, (i, j) =>
        algebra.Ring.Multiply(a[i / b.Rows, j / b.Columns], b[i % b.Rows, j % b.Columns]));

    /// <summary>det(A) by expansion along the rows, each minor of the last rows once: no division, so that the entries may be polynomials. At most 12 rows.</summary>
    public static Polynomial Determinant(MatrixAlgebra algebra, Matrix a)
    {
        if (a.Rows > LargestDeterminant)
        {
            throw new LimitException($"the determinant of a matrix with more than {LargestDeterminant} rows");
        }

        var minors = new Dictionary<int, Polynomial> { [0] = Polynomial.One };
        return Minor((1 << a.Rows) - 1);

        // The determinant of the last rows in these columns, as many as there are of them.
        Polynomial Minor(int columns)
        {
            if (!minors.TryGetValue(columns, out var value))
            {
                var row = a.Rows - BitOperations.PopCount((uint)columns);
                var (sum, sign) = (Polynomial.Zero, 1);
                for (var j = 0; j < a.Columns; j++)
                {
                    if ((columns >> j & 1) == 1)
                    {
                        sum += a[row, j].IsZero ? Polynomial.Zero : algebra.Ring.Multiply(a[row, j], Minor(columns & ~(1 << j))).Scale(sign);
                        sign = -sign;
                    }
                }

                minors[columns] = value = sum;
            }

            return value;
        }
    }

    /// <summary>The singular values of A in decreasing order, one for each row, exact where A A' has a rational spectrum; otherwise <see cref="InexactException"/>.</summary>
    public static Matrix Singular(MatrixAlgebra algebra, Matrix a)
    {
        var gram = algebra.Multiply(a, a.Transpose());
        if (gram.Rows == 1)
        {
            return gram.IsZero ? Matrix.Zero(1, 1) : Matrix.Scalar(algebra.Ring.FractionalPower(gram[0, 0], 1, 2));
        }

        if (!gram.IsRational)
        {
            throw gram.Entries.ToArray().All(algebra.Ring.IsNumber)
                ? new InexactException("the singular values of a matrix of radicals")
                : new NotTreatedException("singular values inside an expectation or a gradient");
        }

        var spectrum = Spectrum.Find(gram.ToRational()) ?? throw new InexactException("irrational singular values");
        List<Rational> squares = [.. spectrum.Parts.OrderByDescending(part => part.Value).SelectMany(part => Enumerable.Repeat(part.Value, Rank(part.Projection)))];
        return Matrix.Of(a.Rows, 1, (i, _) => squares[i].IsZero ? Polynomial.Zero : algebra.Ring.FractionalPower(Polynomial.Of(squares[i]), 1, 2));
    }

    /// <summary>softmax(v), exact where all entries of v are equal; otherwise <see cref="InexactException"/>.</summary>
    public static Matrix Softmax(MatrixAlgebra algebra, Matrix v)
    {
        var entries = v.Entries.ToArray();
        return Array.TrueForAll(entries, entry => (entry - entries[0]).IsZero) ? Matrix.Of(v.Rows, 1, (_, _) => Polynomial.Of(new Rational(1, v.Rows)))
            : entries.All(algebra.Ring.IsNumber) ? throw new InexactException("the softmax of entries that differ")
            : throw new NotTreatedException("a softmax inside an expectation or a gradient");
    }

    // The rank of a projection is its trace.
    private static int Rank(Rational[,] projection) => (int)Enumerable.Range(0, projection.GetLength(0)).Aggregate(Rational.Zero, (sum, i) => sum + projection[i, i]).Numerator;
}
