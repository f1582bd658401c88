using System.Numerics;
using System.Runtime.CompilerServices;

namespace Verify.Simulation.Drawing;

/// <summary>
/// Elementary functions on vectors, from sums, products, quotients and operations on bits alone: each rounds once in every lane, in a fixed order, so that
/// the bits do not depend on the width of a vector. The polynomials are minimax, found by Remez exchange with 200 bits (Muller 2016, chapter 3).
/// </summary>
internal static class Elementary
{
    private const long Fraction = 0x000F_FFFF_FFFF_FFFF;
    private const long BitsOfOne = 0x3FF0_0000_0000_0000;
    private const long BitsOfHalfRoot = 0x3FE6_A09E_667F_3BCD;
    private const long BitsOfTwoTo52 = 0x4330_0000_0000_0000;
    private const double TwoTo52 = 4503599627370496;

    // ln 2 in two parts, the first of 42 bits: its product with an exponent is exact.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    /// <summary>
    /// log x for positive normal x; for other x the result means nothing. Error below 1 ulp (0.82 at most of 300 000 measured); log 1 = 0.
    /// x = 2^k (1 + f) with 1 + f in [√½, √2), s = f/(2 + f), log(1 + f) = 2 artanh s = f - f²/2 + s (f²/2 + R(s²)), R(z) = 2z/3 + 2z²/5 + ….
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log(Vector<double> x)
    {
        var bits = Vector.AsVectorInt64(x);
        var shifted = bits + new Vector<long>(BitsOfOne - BitsOfHalfRoot);
        var k = Vector.AsVectorDouble((shifted >>> 52) | new Vector<long>(BitsOfTwoTo52)) - new Vector<double>(TwoTo52 + 1023);
        var f = Vector.AsVectorDouble(bits - (shifted & new Vector<long>(~Fraction)) + new Vector<long>(BitsOfOne)) - Vector<double>.One;

        var s = f / (new Vector<double>(2) + f);
        var z = s * s;
        var w = z * z;
        var even = (((((((w * 0.1479594961068327) + V(0.1818356432566764)) * w) + V(0.28571428742387506)) * w) + V(0.6666666666666734)) * z);
        var odd = (((((w * 0.15314050562241363) + V(0.22222198573194615)) * w) + V(0.3999999999941468)) * w);
        var half = f * f * 0.5;
        return (k * Ln2High) - ((half - ((s * (half + (even + odd))) + (k * Ln2Low))) - f);
    }

    /// <summary>
    /// sin 2πu and cos 2πu for u in [0, 1]. Errors below 2 ulp (1.48 at most of 300 000 measured), also near the zeros, which are exact.
    /// 4u = q + r with integer q and |r| ≤ ½, exactly if u is a multiple of 2^-53; polynomials in r² for sin(πr/2)/r and cos(πr/2); q quarters more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector<double> Sine, Vector<double> Cosine) SineAndCosineOfTurns(Vector<double> u)
    {
        // Adding 1.5 · 2^52 rounds to an integer, which then stands in the low bits.
        var quarters = u * 4;
        var rounded = quarters + V(1.5 * TwoTo52);
        var r = quarters - (rounded - V(1.5 * TwoTo52));
        var q = Vector.AsVectorInt64(rounded);

        var z = r * r;
        var w = z * z;
        var sineLow = ((((w * -3.5986477759197778e-06) + V(-0.0046817541325625996)) * w) + V(-0.6459640975062448)) * z;
        var sineHigh = ((((w * 5.634463158853897e-08) + V(0.00016044115216851915)) * w) + V(0.0796926262460598)) * w;
        var sine = r * (V(1.5707963267948966) + (sineLow + sineHigh));
        var cosineLow = ((((w * 4.7106364577499213e-07) + V(0.0009192602743673871)) * w) + V(0.2536695079010476)) * z;
        var cosineHigh = ((((w * -6.3241280837763565e-09) + V(-2.520203775953243e-05)) * w) + V(-0.020863480763329178)) * w;
        var cosine = Vector<double>.One - (z * (V(1.2337005501361697) - (cosineLow + cosineHigh)));

        var odd = Vector<long>.Zero - (q & Vector<long>.One);
        var two = new Vector<long>(2);
        var turnedSine = Vector.AsVectorInt64(Vector.ConditionalSelect(odd, cosine, sine)) ^ ((q & two) << 62);
        var turnedCosine = Vector.AsVectorInt64(Vector.ConditionalSelect(odd, sine, cosine)) ^ (((q + Vector<long>.One) & two) << 62);
        return (Vector.AsVectorDouble(turnedSine), Vector.AsVectorDouble(turnedCosine));
    }

    private static Vector<double> V(double value) => new(value);
}
