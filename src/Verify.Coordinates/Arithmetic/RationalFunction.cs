using Verify.Language;

namespace Verify.Coordinates.Arithmetic;

/// <summary>A quotient of polynomials in one variable, lowest coefficient first, found from values.</summary>
internal sealed record RationalFunction(Rational[] Numerator, Rational[] Denominator)
{
    private const int SparePoints = 2;

    /// <summary>
    /// The quotient of least total degree through all points (Cauchy interpolation by Euclid's algorithm), or null unless at least two points more than
    /// its degree determines agree with it.
    /// </summary>
    public static RationalFunction? Fit(IReadOnlyList<(Rational X, Rational Y)> points)
    {
        var (older, newer) = (points.Aggregate(new Rational[] { 1 }, (product, point) => Multiply(product, [-point.X, 1])), Interpolate(points));
        var (olderFactor, newerFactor) = (Array.Empty<Rational>(), new Rational[] { 1 });
        RationalFunction? best = null;
        var least = points.Count - SparePoints;
        while (true)
        {
            // A numerator of 0 counts as degree 0.
            var degree = Math.Max(newer.Length - 1, 0) + newerFactor.Length - 1;
            if (degree < least && points.All(point => !Value(newerFactor, point.X).IsZero))
            {
                (best, least) = (new(newer, newerFactor), degree);
            }

            if (newer.Length == 0)
            {
                return best;
            }

            var (quotient, remainder) = Divide(older, newer);
            (older, newer) = (newer, remainder);
            (olderFactor, newerFactor) = (newerFactor, Subtract(olderFactor, Multiply(quotient, newerFactor)));
        }
    }

    /// <summary>The limit at +∞, or null where it is infinite.</summary>
    public Rational? AtInfinity() => Numerator.Length < Denominator.Length ? Rational.Zero
        : Numerator.Length > Denominator.Length ? null
        : Numerator[^1] / Denominator[^1];

    /// <summary>The limit at a point, or null where it is infinite. The quotient is in lowest terms.</summary>
    public Rational? At(Rational x) => Value(Denominator, x) is { IsZero: false } denominator ? Value(Numerator, x) / denominator : null;

    private static Rational Value(Rational[] polynomial, Rational x) => polynomial.Reverse().Aggregate(Rational.Zero, (sum, coefficient) => (sum * x) + coefficient);

    // Newton's divided differences.
    private static Rational[] Interpolate(IReadOnlyList<(Rational X, Rational Y)> points)
    {
        var differences = points.Select(point => point.Y).ToArray();
        for (var order = 1; order < points.Count; order++)
        {
            for (var i = points.Count - 1; i >= order; i--)
            {
                differences[i] = (differences[i] - differences[i - 1]) / (points[i].X - points[i - order].X);
            }
        }

        var sum = Array.Empty<Rational>();
        for (var i = points.Count - 1; i >= 0; i--)
        {
            sum = Subtract(Multiply(sum, [-points[i].X, 1]), [-differences[i]]);
        }

        return sum;
    }

    private static Rational[] Multiply(Rational[] a, Rational[] b)
    {
        var product = new Rational[Math.Max(a.Length + b.Length - 1, 0)];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                product[i + j] += a[i] * b[j];
            }
        }

        return Trim(product);
    }

    private static Rational[] Subtract(Rational[] a, Rational[] b) =>
        Trim([.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => (i < a.Length ? a[i] : 0) - (i < b.Length ? b[i] : 0))]);

    private static (Rational[] Quotient, Rational[] Remainder) Divide(Rational[] a, Rational[] b)
    {
        var (rest, quotient) = ((Rational[])a.Clone(), new Rational[Math.Max(a.Length - b.Length + 1, 0)]);
        for (var shift = quotient.Length - 1; shift >= 0; shift--)
        {
            quotient[shift] = rest[shift + b.Length - 1] / b[^1];
            for (var i = 0; i < b.Length; i++)
            {
                rest[shift + i] -= quotient[shift] * b[i];
            }
        }

        return (Trim(quotient), Trim(rest));
    }

    private static Rational[] Trim(Rational[] polynomial)
    {
        var length = polynomial.Length;
        while (length > 0 && polynomial[length - 1].IsZero)
        {
            length--;
        }

        return polynomial[..length];
    }
}
