using System.Numerics;
using Verify.Simulation.Drawing;

namespace Verify.Simulation.Statistics;

/// <summary>
/// φ(z) = sgn(z) log(1 + |z| + z²/2), the widest influence function of Catoni 2012, section 2. It is odd and increasing, its slope lies in
/// (0, 1], and -log(1 - z + z²/2) ≤ φ(z) ≤ log(1 + z + z²/2), so that E[exp φ(λ(X - m))] ≤ 1 + λ²v/2 where X has mean m and a variance of
/// at most v.
/// </summary>
/// <remarks>
/// 1 + |z| + z²/2 is rounded before the logarithm is taken, which costs at most 2^-52 below 2: with a logarithm right to one unit in the
/// last place, φ is off by at most 4 · 2^-52 max(1, |φ|), below 10^-8 over 10^7 terms with |φ| ≤ 1. It is compared with log(1/risk), which
/// is above 1.
/// </remarks>
internal static class Influence
{
    /// <summary>Beyond this φ is constant, so that squares do not overflow: exp φ is then below 10^-299 or above 10^299.</summary>
    public const double Largest = 1e150;

    /// <summary>φ(z). Not a number at one.</summary>
    public static double Of(double z)
    {
        var size = Math.Min(Math.Abs(z), Largest);
        return Math.CopySign(Math.Log(1 + (size + (0.5 * size * size))), z);
    }

    /// <summary>φ of each lane; where z is not a number, any value. The bits do not depend on the width of a vector.</summary>
    public static Vector<double> Of(Vector<double> z)
    {
        var size = Vector.Min(Vector.Abs(z), new Vector<double>(Largest));
        var log = Elementary.Log(Vector<double>.One + (size + (new Vector<double>(0.5) * size * size)));
        return Vector.ConditionalSelect(Vector.LessThan(z, Vector<double>.Zero), -log, log);
    }
}
