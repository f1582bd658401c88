using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>Norms as exact numbers: roots of tr(A'A) and of the largest eigenvalue of A'A.</summary>
internal static class Norms
{
    /// <summary>norm(A)^k = tr(A'A)^(k/2); for even k no root is taken.</summary>
    public static Polynomial Frobenius(MatrixAlgebra algebra, Matrix a, Rational exponent) => a.IsZero && exponent.Sign > 0 ? Polynomial.Zero
        : Powers.Of(algebra, Matrix.Scalar(algebra.SumOfSquares(a)), exponent / 2)[0, 0];

    /// <summary>The largest singular value, exact where A'A has a rational spectrum; otherwise <see cref="InexactException"/>.</summary>
    public static Polynomial Operator(MatrixAlgebra algebra, Matrix a)
    {
        // The smaller of A'A and AA' has the same largest eigenvalue; for a vector it is a number.
        var gram = a.Rows < a.Columns ? algebra.Multiply(a, a.Transpose()) : algebra.Multiply(a.Transpose(), a);
        if (gram.Rows == 1)
        {
            return gram.IsZero ? Polynomial.Zero : algebra.Ring.FractionalPower(gram[0, 0], 1, 2);
        }

        if (!gram.IsRational)
        {
            throw gram.Entries.ToArray().All(algebra.Ring.IsNumber)
                ? new InexactException("the operator norm of a matrix of radicals")
                : new NotTreatedException("an operator norm inside an expectation or a gradient");
        }

        var spectrum = Spectrum.Find(gram.ToRational()) ?? throw new InexactException("an irrational operator norm");
        var largest = spectrum.Parts.Select(part => part.Value).Aggregate(Rational.Zero, (max, value) => value > max ? value : max);
        return Polynomial.Of(largest) is { IsZero: true } zero ? zero : algebra.Ring.FractionalPower(Polynomial.Of(largest), 1, 2);
    }
}
