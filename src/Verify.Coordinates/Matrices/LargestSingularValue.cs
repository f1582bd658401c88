using System.Numerics;
using Verify.Coordinates.Arithmetic;
using Verify.Language;

namespace Verify.Coordinates.Matrices;

/// <summary>Enclosures of the largest singular value by bisection: s² is above it exactly where s² I - A'A is positive semidefinite.</summary>
internal static class LargestSingularValue
{
    /// <summary>An interval around opnorm(A) for every A in the enclosure, by Weyl's bound |opnorm(A) - opnorm(B)| ≤ norm(A - B).</summary>
    public static Interval Enclose(MatrixAlgebra algebra, Interval[,] a, int bits)
    {
        var middle = Matrix.Of(a.GetLength(0), a.GetLength(1), (i, j) => Polynomial.Of(a[i, j].Middle));
        var gram = algebra.Multiply(middle.Transpose(), middle);
        var radius = a.Cast<Interval>().Aggregate(Rational.Zero, (sum, entry) => sum + entry.Radius);
        var (low, high) = (Rational.Zero, gram.Trace().Value);
        var step = new Rational(1, BigInteger.One << (bits / 2));
        while (high - low > step)
        {
            // Half-way numbers rounded to the grid keep their denominators short.
            var half = new Rational(((low + high) * (BigInteger.One << bits)).Numerator / ((low + high) * (BigInteger.One << bits)).Denominator, BigInteger.One << (bits + 1));
            var isAbove = Definiteness.Of(algebra, Matrix.Identity(gram.Rows).Scale(half) - gram).IsNonnegative;
            (low, high) = isAbove ? (low, half) : (half, high);
        }

        var enclosure = Interval.Of(low, bits).Hull(Interval.Of(high, bits)).Root(2);
        var slack = Interval.Of(radius, bits);
        return (enclosure - slack).Hull(enclosure + slack);
    }
}
