using Verify.Coordinates.Arithmetic;

namespace Verify.Coordinates.Matrices;

/// <summary>Products, powers and inverses of matrices over a ring of polynomials.</summary>
internal sealed class MatrixAlgebra(PolynomialRing ring)
{
    /// <summary>The ring of the entries.</summary>
    public PolynomialRing Ring => ring;

    /// <summary>a b; scaling where one of them is 1 × 1 and the other does not fit as a matrix.</summary>
    public Matrix Multiply(Matrix a, Matrix b)
    {
        if (a.Columns == b.Rows)
        {
            return Matrix.Of(a.Rows, b.Columns, (i, j) => Dot(a, b, i, j));
        }

        return a is { Rows: 1, Columns: 1 } ? b.Map(entry => ring.Multiply(a[0, 0], entry)) : a.Map(entry => ring.Multiply(entry, b[0, 0]));
    }

    /// <summary>a + b.</summary>
    public Matrix Add(Matrix a, Matrix b) => Matrix.Of(a.Rows, a.Columns, (i, j) => ring.Add(a[i, j], b[i, j]));

    /// <summary>s A.</summary>
    public Matrix Scale(Polynomial factor, Matrix a) => a.Map(entry => ring.Multiply(factor, entry));

    /// <summary>Entry by entry.</summary>
    public Matrix Hadamard(Matrix a, Matrix b) => Matrix.Of(a.Rows, a.Columns, (i, j) => ring.Multiply(a[i, j], b[i, j]));

    /// <summary>tr(A'A), the sum of the squares of the entries.</summary>
    public Polynomial SumOfSquares(Matrix a) => ring.SumOfProducts(a.Rows * a.Columns, k => (a.Entries[k], a.Entries[k]));

    /// <summary>A^k for an integer k, negative ones by the inverse.</summary>
    public Matrix Power(Matrix a, int exponent)
    {
        if (a.Rows == 1)
        {
            var value = exponent < 0 ? ring.Inverse(a[0, 0]) : a[0, 0];
            return Matrix.Scalar(ring.Power(value, Math.Abs(exponent)));
        }

        var (result, square) = (Matrix.Identity(a.Rows), exponent < 0 ? Inverse(a) : a);
        for (var rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            result = (rest & 1) == 0 ? result : Multiply(result, square);
            square = rest > 1 ? Multiply(square, square) : square;
        }

        return result;
    }

    /// <summary>A^-1: of the finite part by elimination, then (A + ν)^-1 = A^-1 - A^-1 ν A^-1 + … until the infinitesimals end it.</summary>
    public Matrix Inverse(Matrix a)
    {
        var finite = a.Map(PolynomialRing.Finite);
        var inverse = InverseOfFinite(finite);
        var step = Multiply(inverse, finite - a);
        var (sum, power) = (inverse, Multiply(step, inverse));
        while (!power.IsZero)
        {
            sum += power;
            power = Multiply(step, power);
        }

        return sum;
    }

    private Matrix InverseOfFinite(Matrix a)
    {
        var n = a.Rows;
        var work = new Polynomial[n, 2 * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                (work[i, j], work[i, n + j]) = (a[i, j], i == j ? Polynomial.One : Polynomial.Zero);
            }
        }

        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).FirstOrDefault(row => !work[row, column].IsZero, -1);
            if (pivot < 0)
            {
                throw new UndefinedException("the inverse of a singular matrix");
            }

            Eliminate(work, column, pivot);
        }

        return Matrix.Of(n, n, (i, j) => work[i, n + j]);
    }

    private void Eliminate(Polynomial[,] work, int column, int pivot)
    {
        var inverse = ring.Inverse(work[pivot, column]);
        var n = work.GetLength(0);
        for (var j = 0; j < 2 * n; j++)
        {
            (work[column, j], work[pivot, j]) = (work[pivot, j], work[column, j]);
            work[column, j] = ring.Multiply(inverse, work[column, j]);
        }

        for (var i = 0; i < n; i++)
        {
            var factor = work[i, column];
            for (var j = 0; i != column && !factor.IsZero && j < 2 * n; j++)
            {
                work[i, j] -= ring.Multiply(factor, work[column, j]);
            }
        }
    }

    private Polynomial Dot(Matrix a, Matrix b, int row, int column) => ring.SumOfProducts(a.Columns, k => (a[row, k], b[k, column]));
}
