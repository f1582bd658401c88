using System.Numerics;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>Logarithm, sine and cosine by their series on integers over 2^200: errors below 2^-180, far below the last place of what is compared.</summary>
internal static class FixedPoint
{
    private const int Bits = 200;
    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Ln2 = 2 * Artanh(One / 3);

    // Machin: π = 16 arctan(1/5) - 4 arctan(1/239).
    private static readonly BigInteger Pi = (16 * Arctan(5)) - (4 * Arctan(239));

    /// <summary>How far a value is from log x, in units in the last place of the value; x > 0 and normal, not 1.</summary>
    public static double ErrorOfLog(double value, double x)
    {
        var k = (int)Math.Floor(Math.Log2(x));
        var fraction = Exact(Math.ScaleB(x, -k));
        return Distance(value, (k * Ln2) + (2 * Artanh(((fraction - One) << Bits) / (fraction + One))));
    }

    /// <summary>How far a value is from sin 2πu, in units in the last place of the value.</summary>
    public static double ErrorOfSine(double value, double u) => Distance(value, Series(u, 1));

    /// <summary>How far a value is from cos 2πu, in units in the last place of the value.</summary>
    public static double ErrorOfCosine(double value, double u) => Distance(value, Series(u, 0));

    // The terms x^n / n! of alternating signs, from n = start in steps of 2, at x = 2πu.
    private static BigInteger Series(double u, int start)
    {
        var x = (2 * Pi * Exact(u)) >> Bits;
        var term = start == 0 ? One : x;
        var sum = BigInteger.Zero;
        for (var n = start; !term.IsZero; n += 2)
        {
            sum += term;
            term = -(term * x / One * x / One) / ((n + 1) * (n + 2));
        }

        return sum;
    }

    // t + t³/3 + t⁵/5 + …
    private static BigInteger Artanh(BigInteger t)
    {
        var sum = BigInteger.Zero;
        var power = t;
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += power / n;
            power = power * t / One * t / One;
        }

        return sum;
    }

    private static BigInteger Arctan(int inverse)
    {
        var sum = BigInteger.Zero;
        var power = One / inverse;
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += (n % 4 == 1 ? power : -power) / n;
            power /= inverse * inverse;
        }

        return sum;
    }

    private static BigInteger Exact(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        var exponent = Math.Max((int)(bits >> 52), 1) - 1075 + Bits;
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (bits >> 52 == 0 ? 0 : 1L << 52);
        return Math.Sign(x) * (exponent >= 0 ? mantissa << exponent : mantissa >> -exponent);
    }

    private static double Distance(double value, BigInteger exact) =>
        (double)BigInteger.Abs(Exact(value) - exact) / (double)Exact(Math.Abs(value) - Math.BitDecrement(Math.Abs(value)));
}
