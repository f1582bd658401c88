using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>Norms as exact numbers: roots of tr(A'A) and of the largest eigenvalue of A'A.</summary>
internal static class Norms
{
    /// <summary>tr(A'A)^(1/2).</summary>
    public static Polynomial Frobenius(MatrixAlgebra algebra, Matrix a) =>
        a.IsZero ? Polynomial.Zero : algebra.Ring.FractionalPower(algebra.SumOfSquares(a), 1, 2);

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
