using System.Numerics;
using Verify.Language;

namespace Verify.Symbolics.Scalars;

/// <summary>
/// Rational powers of scalars: numbers by their prime factors, generators that are ≥ 0 by fractional powers, what is left of a polynomial, if it is square-free, as a root.
/// Whatever is not known to be allowed is "not decided": sqrt(x^2) is not x.
/// </summary>
internal static class ScalarRoots
{
    private const int LargestPrime = 100_003;

    /// <summary>value^exponent.</summary>
    public static Scalar Power(Scalar value, Rational exponent)
    {
        if (exponent.Numerator.GetBitLength() > 30 || exponent.Denominator.GetBitLength() > 30)
        {
            throw new WorkLimitException("a power exceeds the limit of 2^30");
        }

        return Power(value, (int)exponent.Numerator, (int)exponent.Denominator);
    }

    /// <summary>value^(numerator/denominator).</summary>
    public static Scalar Power(Scalar value, int numerator, int denominator)
    {
        if (denominator == 1)
        {
            SpendOnPower(value, numerator);
            return value.Power(numerator);
        }

        if (value.IsZero)
        {
            return numerator > 0 ? Scalar.Zero : throw new NotDecidedException("a negative power of 0");
        }

        RequireSigns(value, numerator, denominator);
        var root = OfPolynomial(value.Numerator, numerator, denominator);
        for (var i = 0; i < value.Denominator.Count; i++)
        {
            root *= OfFactor(value.Denominator.FactorAt(i), checked(-numerator * value.Denominator.PowerAt(i)), denominator);
        }

        return root;
    }

    /// <summary>A quotient under a root is ≥ 0 also where its parts are both negative, so one part alone may have an unknown sign, and that to an odd power.</summary>
    private static void RequireSigns(Scalar value, int numerator, int denominator)
    {
        var free = Signs.Of(value.Numerator) != Sign.Unknown;
        for (var i = 0; i < value.Denominator.Count; i++)
        {
            var power = value.Denominator.PowerAt(i);
            var even = power % 2 == 0 && Monomial.ScaleUnits(checked(Monomial.Unit * power), numerator, denominator) % (2 * Monomial.Unit) == 0;
            if (even || Signs.Of(value.Denominator.FactorAt(i)) != Sign.Unknown)
            {
                continue;
            }

            if (power % 2 == 0 || !free)
            {
                throw new NotDecidedException("the sign of a factor under a root");
            }

            free = false;
        }
    }

    private static void SpendOnPower(Scalar value, int k)
    {
        // A power of a number grows by its own size: 2^(10^9) must stop before it is computed.
        if (value.Constant is { IsZero: false } number)
        {
            var bits = Math.Max(number.Numerator.GetBitLength(), number.Denominator.GetBitLength());
            Algebra.Current.Spend(Math.Abs((long)k) * (number.Abs().IsOne ? 1 : bits) / 64);
        }
    }

    private static Scalar OfPolynomial(Polynomial polynomial, int numerator, int denominator)
    {
        var content = polynomial.Content();
        var number = polynomial.CoefficientAt(0).Value;
        if (polynomial.Count == 1)
        {
            // One generator alone may have any sign: the root is defined where it is ≥ 0.
            var single = content.Count == 1 && content.UnitsAt(0) == Monomial.Unit && number.Sign > 0;
            return OfNumber(number, numerator, denominator) * OfMonomial(content, numerator, denominator, single);
        }

        // The common rational content is taken out with a positive sign.
        var scale = number.Abs();
        var primitive = polynomial.Times(content.Inverse(), Coefficient.Of(scale.Inverse()));
        return OfNumber(scale, numerator, denominator) * OfMonomial(content, numerator, denominator, signIsFree: false) * OfFactor(primitive, numerator, denominator);
    }

    private static Scalar OfMonomial(Monomial monomial, int numerator, int denominator, bool signIsFree)
    {
        var root = Scalar.One;
        for (var i = 0; i < monomial.Count; i++)
        {
            var (generator, units) = (monomial.GeneratorAt(i), monomial.UnitsAt(i));
            var power = Monomial.ScaleUnits(units, numerator, denominator);
            var even = power % (2 * Monomial.Unit) == 0 && units % (2 * Monomial.Unit) == 0;
            if (generator.Sign == Sign.Unknown && !even && !signIsFree)
            {
                throw new NotDecidedException("the sign of a factor under a root");
            }

            root *= generator is RootGenerator closed ? OfFactor(closed.Base, power, Monomial.Unit) : Scalar.Of(Monomial.Of(generator, power), 1);
        }

        return root;
    }

    /// <summary>factor^(numerator/denominator): the whole part multiplied out, the fraction as a root generator.</summary>
    private static Scalar OfFactor(Polynomial factor, int numerator, int denominator)
    {
        var units = Monomial.ScaleUnits(Monomial.Unit, numerator, denominator);
        var fraction = ((units % Monomial.Unit) + Monomial.Unit) % Monomial.Unit;
        var whole = new Scalar(factor, Denominator.One).Power((units - fraction) / Monomial.Unit);
        if (fraction == 0)
        {
            return whole;
        }

        if (!SquareFree.IsCertain(factor))
        {
            throw new NotDecidedException("whether a polynomial under a root is square-free");
        }

        return whole * Scalar.Of(Monomial.Of(Algebra.Current.Unique(new RootGenerator(factor)), fraction), 1);
    }

    private static Scalar OfNumber(Rational number, int numerator, int denominator)
    {
        if (number.Sign < 0)
        {
            throw new NotDecidedException("a root of a negative number");
        }

        return OfInteger(number.Numerator, numerator, denominator) * OfInteger(number.Denominator, checked(-numerator), denominator);
    }

    private static Scalar OfInteger(BigInteger integer, int numerator, int denominator)
    {
        var root = Scalar.One;
        for (var prime = 2; !integer.IsOne && prime <= LargestPrime; prime += prime == 2 ? 1 : 2)
        {
            var count = 0;
            for (; BigInteger.Remainder(integer, prime).IsZero; integer /= prime)
            {
                count++;
            }

            root = count == 0 ? root : root * OfFactor(Scalar.Of((Rational)prime).Numerator, checked(numerator * count), denominator);
            root = BigInteger.Pow(prime, 2) > integer && !integer.IsOne ? root * OfFactor(Scalar.Of((Rational)integer).Numerator, numerator, denominator) : root;
            integer = BigInteger.Pow(prime, 2) > integer ? BigInteger.One : integer;
        }

        return integer.IsOne ? root : throw new NotDecidedException("the prime factors of a number under a root");
    }
}
