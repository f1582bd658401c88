using System.Numerics;
using Verify.Language;

namespace Verify.Coordinates.Arithmetic;

/// <summary>A real interval [low, high] / 2^bits with integer ends; every operation rounds outward, so that it contains the exact result.</summary>
internal readonly record struct Interval(BigInteger Low, BigInteger High, int Bits)
{
    /// <summary>-1 or 1 where the interval lies on one side of 0, otherwise null.</summary>
    public int? Sign => Low.Sign > 0 ? 1 : High.Sign < 0 ? -1 : Low.IsZero && High.IsZero ? 0 : null;

    /// <summary>The narrowest interval around a rational.</summary>
    public static Interval Of(Rational value, int bits)
    {
        var low = FloorDivide(value.Numerator << bits, value.Denominator);
        return new(low, low * value.Denominator == value.Numerator << bits ? low : low + 1, bits);
    }

    /// <summary>a + b.</summary>
    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High, a.Bits);

    /// <summary>-a.</summary>
    public static Interval operator -(Interval a) => new(-a.High, -a.Low, a.Bits);

    /// <summary>a - b.</summary>
    public static Interval operator -(Interval a, Interval b) => a + (-b);

    /// <summary>a b.</summary>
    public static Interval operator *(Interval a, Interval b)
    {
        Span<BigInteger> corners = [a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High];
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners)
        {
            (low, high) = (BigInteger.Min(low, corner), BigInteger.Max(high, corner));
        }

        return new(low >> a.Bits, CeilingShift(high, a.Bits), a.Bits);
    }

    /// <summary>The smallest interval around both.</summary>
    public Interval Hull(Interval other) => new(BigInteger.Min(Low, other.Low), BigInteger.Max(High, other.High), Bits);

    /// <summary>1/a; an interval that contains 0 throws <see cref="LimitException"/>, for more bits may help.</summary>
    public Interval Inverse()
    {
        if (Sign is not (1 or -1))
        {
            throw new LimitException("precision of an interval that contains 0");
        }

        var unit = BigInteger.One << (2 * Bits);
        return new(FloorDivide(unit, High), -FloorDivide(-unit, Low), Bits);
    }

    /// <summary>The k-th root, k ≥ 1; a negative interval throws <see cref="UndefinedException"/>. An end just below 0 is taken as 0.</summary>
    public Interval Root(int k)
    {
        if (High.Sign < 0)
        {
            throw new UndefinedException("a root of a negative number");
        }

        var low = IntegerRoots.Floor(BigInteger.Max(Low, 0) << ((k - 1) * Bits), k);
        return new(low, IntegerRoots.Floor(High << ((k - 1) * Bits), k) + 1, Bits);
    }

    /// <summary>The integer power k ≥ 0.</summary>
    public Interval Power(int k)
    {
        var result = Of(1, Bits);
        for (var i = 0; i < k; i++)
        {
            result *= this;
        }

        return k % 2 == 0 && result.Low.Sign < 0 ? result with { Low = 0 } : result;
    }

    /// <summary>
    /// exp. The argument is divided by 2^m to at most ⅛ in absolute value, where 1 + x + … + x^k/k! misses exp(x) by at most 2 |x|^(k+1)/(k+1)!, and the result squared m times.
    /// An end beyond 4096 in absolute value throws <see cref="LimitException"/>.
    /// </summary>
    public Interval Exponential()
    {
        var largest = BigInteger.Max(BigInteger.Abs(Low), BigInteger.Abs(High));
        if (largest > BigInteger.One << (Bits + 12))
        {
            throw new LimitException("exponent 4096 of an interval");
        }

        // 2^m exceeds eight times the argument; a square loses at most two bits, and its size one for each power of 2 in the argument.
        var halvings = (int)(largest >> Bits).GetBitLength() + 3;
        var guard = (4 * halvings) + 16;
        var x = new Interval(Low << guard, High << guard, Bits + guard);
        x = new(x.Low >> halvings, CeilingShift(x.High, halvings), x.Bits);
        var (sum, term) = (Of(1, x.Bits), Of(1, x.Bits));
        var terms = (x.Bits / 3) + 4;
        for (var k = 1; k <= terms; k++)
        {
            term = (term * x).DividedBy(k);
            sum += term;
        }

        // What is left out is below 2 · 2^(-3 (terms + 1)), less than the last bit.
        sum = new(BigInteger.Max(sum.Low - 1, 0), sum.High + 1, sum.Bits);
        for (var i = 0; i < halvings; i++)
        {
            sum = sum.Power(2);
        }

        return new(sum.Low >> guard, CeilingShift(sum.High, guard), Bits);
    }

    private Interval DividedBy(int k) => new(FloorDivide(Low, k), -FloorDivide(-High, k), Bits);

    /// <summary>The middle, as a rational.</summary>
    public Rational Middle => new(Low + High, BigInteger.One << (Bits + 1));

    /// <summary>Half the width, as a rational.</summary>
    public Rational Radius => new(High - Low, BigInteger.One << (Bits + 1));

    private static BigInteger FloorDivide(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var remainder);
        return remainder.IsZero || (remainder.Sign > 0) == (b.Sign > 0) ? quotient : quotient - 1;
    }

    private static BigInteger CeilingShift(BigInteger value, int bits) => -((-value) >> bits);
}
