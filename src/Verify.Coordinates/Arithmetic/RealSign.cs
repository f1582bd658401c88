using Verify.Language;

namespace Verify.Coordinates.Arithmetic;

/// <summary>Signs and enclosures of sums of radicals.</summary>
internal static class RealSign
{
    private const int FirstBits = 64;
    private const int MostBits = 1 << 14;

    /// <summary>-1, 0 or 1. Zero is decided by form; otherwise intervals of growing precision must leave 0 in the end.</summary>
    public static int Of(PolynomialRing ring, Polynomial number)
    {
        if (number.IsZero || number.IsRational)
        {
            return number.IsZero ? 0 : number.Value.Sign;
        }

        for (var bits = FirstBits; bits <= MostBits; bits *= 2)
        {
            if (Enclose(ring, number, bits).Sign is { } sign and not 0)
            {
                return sign;
            }
        }

        throw new LimitException($"precision of {MostBits} bits");
    }

    /// <summary>An interval that contains the number.</summary>
    public static Interval Enclose(PolynomialRing ring, Polynomial number, int bits)
    {
        if (!ring.IsNumber(number))
        {
            throw new NotTreatedException("an interval of random values");
        }

        var sum = Interval.Of(Rational.Zero, bits);
        foreach (var (monomial, coefficient) in number.Terms)
        {
            var term = Interval.Of(coefficient, bits);
            for (var i = 0; i < ring.Radicals.Count; i++)
            {
                var exponent = monomial[RadicalTable.Variable(i)];
                if (exponent > 0)
                {
                    term *= Interval.Of(new Rational(ring.Radicals.Bases[i], 1), bits).Root(ring.Radicals.Order).Power(exponent);
                }
            }

            sum += term;
        }

        return sum;
    }
}
