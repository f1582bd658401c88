using System.Numerics;
using Verify.Language;

namespace Verify.Coordinates.Matrices;

/// <summary>A symmetric rational matrix whose eigenvalues are rational, as Σ λ P with its eigenvalues and the projections on their spaces.</summary>
internal sealed record Spectrum(IReadOnlyList<(Rational Value, Rational[,] Projection)> Parts)
{
    /// <summary>The spectrum, or null where an eigenvalue is irrational.</summary>
    public static Spectrum? Find(Rational[,] a)
    {
        // The rational eigenvalues of an integer matrix are integers, so that rounding what floating point finds leaves few candidates, checked exactly.
        var denominator = a.Cast<Rational>().Aggregate(BigInteger.One, (lcm, x) => lcm * x.Denominator / BigInteger.GreatestCommonDivisor(lcm, x.Denominator));
        var candidates = Jacobi.Eigenvalues(a).Select(value => value * (double)denominator).ToList();
        if (candidates.Exists(value => !double.IsFinite(value) || Math.Abs(value) > 1e15))
        {
            return null;
        }

        var values = candidates.Select(value => new Rational(new BigInteger(Math.Round(value)), denominator)).Distinct().Order().ToList();

        // If the product of A - λ over these values vanishes they are all of the spectrum, and Lagrange's polynomials of A are its projections.
        return IsAnnihilated(a, values) ? new([.. values.Select(value => (value, Projection(a, value, values)))]) : null;
    }

    private static bool IsAnnihilated(Rational[,] a, List<Rational> values) =>
        values.Aggregate(RationalMatrix.Identity(a.GetLength(0)), (product, value) => RationalMatrix.Multiply(product, RationalMatrix.Shift(a, value)))
            .Cast<Rational>().All(x => x.IsZero);

    private static Rational[,] Projection(Rational[,] a, Rational value, List<Rational> values) => values.Where(other => other != value)
        .Aggregate(RationalMatrix.Identity(a.GetLength(0)), (product, other) =>
            RationalMatrix.Multiply(product, RationalMatrix.Scale(RationalMatrix.Shift(a, other), (value - other).Inverse())));
}
