using System.Numerics;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>Powers of scalars and matrices with rational exponents.</summary>
internal static class Powers
{
    private const int LargestExponent = 1 << 12;

    /// <summary>base^k. A fractional power of a matrix is Σ λ^k P over its spectrum, exact where the spectrum is rational.</summary>
    public static Matrix Of(MatrixAlgebra algebra, Matrix @base, Rational exponent)
    {
        var (numerator, denominator) = (Bounded(exponent.Numerator), Bounded(exponent.Denominator));
        return denominator == 1 ? algebra.Power(@base, numerator)
            : @base.Rows == 1 ? Matrix.Scalar(algebra.Ring.FractionalPower(@base[0, 0], numerator, denominator))
            : OfMatrix(algebra, @base, numerator, denominator);
    }

    private static Matrix OfMatrix(MatrixAlgebra algebra, Matrix @base, int numerator, int denominator)
    {
        if (!@base.IsRational)
        {
            throw @base.Entries.ToArray().All(algebra.Ring.IsNumber)
                ? new InexactException("a fractional power of a matrix of radicals")
                : new NotTreatedException("a fractional power of a matrix inside an expectation or a gradient");
        }

        if (!@base.IsSymmetric())
        {
            throw new UndefinedException("a fractional power of a matrix that is not symmetric");
        }

        var spectrum = Spectrum.Find(@base.ToRational()) ?? throw new InexactException("a fractional power of a matrix with irrational eigenvalues");
        return spectrum.Parts
            .Select(part => algebra.Scale(algebra.Ring.FractionalPower(Polynomial.Of(part.Value), numerator, denominator), Matrix.Of(part.Projection)))
            .Aggregate((a, b) => a + b);
    }

    private static int Bounded(BigInteger value) =>
        BigInteger.Abs(value) <= LargestExponent ? (int)value : throw new LimitException($"exponent {LargestExponent}");
}
