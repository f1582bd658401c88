using Verify.Language;

namespace Verify.Simulation.Dense.Arithmetic;

/// <summary>Rational powers of real numbers.</summary>
internal static class RealPowers
{
    /// <summary>x^k. NaN for a negative power of 0 and for a fractional power of a negative number; 0^0 is 1.</summary>
    public static double Of(double x, Rational exponent)
    {
        if (exponent.IsInteger)
        {
            return exponent == 2 ? x * x
                : exponent.IsOne ? x
                : exponent.Sign < 0 && x == 0 ? double.NaN
                : exponent == -1 ? 1 / x
                : Math.Pow(x, (double)exponent);
        }

        return x < 0 || (x == 0 && exponent.Sign < 0) ? double.NaN
            : exponent.Denominator == 2 && exponent.Numerator.IsOne ? Math.Sqrt(x)
            : Math.Pow(x, (double)exponent);
    }
}
