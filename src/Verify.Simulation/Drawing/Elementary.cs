using System.Numerics;

namespace Verify.Simulation.Drawing;

/// <summary>Elementary functions on vectors, from additions, products and roots alone, so that their bits do not depend on the width of a vector.</summary>
internal static class Elementary
{
    /// <summary>log x for positive normal x.</summary>
    public static Vector<double> Log(Vector<double> x)
    {
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        x.CopyTo(lanes);
        for (var i = 0; i < lanes.Length; i++)
        {
            lanes[i] = Math.Log(lanes[i]);
        }

        return new(lanes);
    }
}
