using Verify.Language;

namespace Verify.Simulation.Sampling;

/// <summary>Functions of one number.</summary>
internal static class Scalars
{
    /// <summary>x^k; not a number where it is not defined.</summary>
    public static Func<double, double> Power(Rational exponent)
    {
        var power = (double)exponent;
        return exponent == -1 ? x => 1 / x : exponent == new Rational(1, 2) ? Math.Sqrt : exponent == 1 ? x => x : x => Math.Pow(x, power);
    }
}
