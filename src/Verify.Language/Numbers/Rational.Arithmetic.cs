using System.Numerics;

namespace Verify.Language;

/// <summary>Arithmetic: within machine words by Knuth's reduced forms (The Art of Computer Programming 2, 4.5.1), otherwise in big integers.</summary>
public readonly partial struct Rational
{
    /// <summary>a + b.</summary>
    public static Rational operator +(Rational a, Rational b)
    {
        if (a._big is not null || b._big is not null)
        {
            return new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
        }

        if (a._denominatorLessOne == 0 && b._denominatorLessOne == 0)
        {
            return OfReduced((Int128)a._numerator + b._numerator, 1);
        }

        var (n, m) = (a.SmallDenominator, b.SmallDenominator);
        var common = Gcd((ulong)n, (ulong)m);
        if (common == 1)
        {
            return OfReduced(((Int128)a._numerator * m) + ((Int128)b._numerator * n), (Int128)n * m);
        }

        // Only a divisor of the common part can be shared by the sum and the product of the denominators.
        var sum = ((Int128)a._numerator * (m / common)) + ((Int128)b._numerator * (n / common));
        var shared = Gcd((ulong)Int128.Abs(sum % common), (ulong)common);
        return OfReduced(sum / shared, (Int128)(n / common) * (m / shared));
    }

    /// <summary>a - b.</summary>
    public static Rational operator -(Rational a, Rational b) => a + (-b);

    /// <summary>-a.</summary>
    public static Rational operator -(Rational a) => a._big is { } big ? new(-big.Numerator, big.Denominator) : new(-a._numerator, a.SmallDenominator);

    /// <summary>a b.</summary>
    public static Rational operator *(Rational a, Rational b)
    {
        if (a._big is not null || b._big is not null)
        {
            return new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
        }

        return Times(a._numerator, a.SmallDenominator, b._numerator, b.SmallDenominator);
    }

    /// <summary>a / b; b = 0 throws <see cref="DivideByZeroException"/>.</summary>
    public static Rational operator /(Rational a, Rational b) => a * b.Inverse();

    /// <summary>The value without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>1 / this; 0 throws <see cref="DivideByZeroException"/>.</summary>
    public Rational Inverse() => _big is not null || _numerator == 0 ? new(Denominator, Numerator)
        : _numerator > 0 ? new(SmallDenominator, _numerator)
        : new(-SmallDenominator, -_numerator);

    /// <summary>this^k for an integer k; 0 to a negative power throws <see cref="DivideByZeroException"/>.</summary>
    public Rational Power(int exponent) => exponent >= 0
        ? new(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent))
        : new(BigInteger.Pow(Denominator, checked(-exponent)), BigInteger.Pow(Numerator, -exponent));

    private static Rational Times(long a, long b, long c, long d)
    {
        var (first, second) = (Gcd((ulong)Math.Abs(a), (ulong)d), Gcd((ulong)Math.Abs(c), (ulong)b));
        return OfReduced((Int128)(a / first) * (c / second), (Int128)(b / second) * (d / first));
    }

    // In lowest terms with a positive denominator, but perhaps too large for a word.
    private static Rational OfReduced(Int128 numerator, Int128 denominator) =>
        denominator <= long.MaxValue && numerator <= long.MaxValue && numerator >= -long.MaxValue
            ? new((long)numerator, (long)denominator)
            : new((BigInteger)numerator, (BigInteger)denominator);

    // gcd(0, n) = n. Words of at most 2^63.
    private static long Gcd(ulong a, ulong b)
    {
        if (a == 1 || b == 1)
        {
            return 1;
        }

        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return (long)a;
    }
}
