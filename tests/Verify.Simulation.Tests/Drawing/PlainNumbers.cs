using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>The operations of the vectors, in their order, on single numbers: what every lane of a vector of any width has to hold, bit by bit.</summary>
internal static class PlainNumbers
{
    /// <summary>As <see cref="Elementary.Log"/>.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var k = (int)((bits - BitConverter.DoubleToInt64Bits(Math.Sqrt(0.5))) >> 52);
        var f = BitConverter.Int64BitsToDouble(bits - ((long)k << 52)) - 1;
        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var even = ((((((w * 0.1479594961068327) + 0.1818356432566764) * w) + 0.28571428742387506) * w) + 0.6666666666666734) * z;
        var odd = ((((w * 0.15314050562241363) + 0.22222198573194615) * w) + 0.3999999999941468) * w;
        var half = f * f * 0.5;
        return (k * 0.6931471805598903) - ((half - ((s * (half + (even + odd))) + (k * 5.497923018708371e-14))) - f);
    }

    /// <summary>As <see cref="Elementary.SineAndCosineOfTurns"/>.</summary>
    public static (double Sine, double Cosine) SineAndCosineOfTurns(double u)
    {
        var q = Math.Round(4 * u, MidpointRounding.ToEven);
        var r = (4 * u) - q;
        var z = r * r;
        var w = z * z;
        var sineLow = ((((w * -3.5986477759197778e-06) - 0.0046817541325625996) * w) - 0.6459640975062448) * z;
        var sineHigh = ((((w * 5.634463158853897e-08) + 0.00016044115216851915) * w) + 0.0796926262460598) * w;
        var sine = r * (1.5707963267948966 + (sineLow + sineHigh));
        var cosineLow = ((((w * 4.7106364577499213e-07) + 0.0009192602743673871) * w) + 0.2536695079010476) * z;
        var cosineHigh = ((((w * -6.3241280837763565e-09) - 2.520203775953243e-05) * w) - 0.020863480763329178) * w;
        var cosine = 1 - (z * (1.2337005501361697 - (cosineLow + cosineHigh)));
        return ((int)q % 4) switch { 0 => (sine, cosine), 1 => (cosine, -sine), 2 => (-sine, -cosine), _ => (-cosine, sine) };
    }

    /// <summary>The two uniform numbers of a normal pair, in (0, 1] and [0, 1), from the scalar block.</summary>
    public static (double V, double U) UniformsOfPair(StreamKey key, ulong sample, int pair)
    {
        var block = Philox.Block((uint)sample, (uint)(sample >> 32), (uint)pair, Normals.Kind, key);
        return (1 - (Top53(block.W0, block.W1) * Math.ScaleB(1, -53)), Top53(block.W2, block.W3) * Math.ScaleB(1, -53));
    }

    /// <summary>The normal number of an entry.</summary>
    public static double Normal(StreamKey key, ulong sample, int entry)
    {
        var (v, u) = UniformsOfPair(key, sample, entry / 2);
        var (sine, cosine) = SineAndCosineOfTurns(u);
        return Math.Sqrt(-2 * Log(v)) * (entry % 2 == 0 ? cosine : sine);
    }

    /// <summary>The uniform number of an entry: the middle of one of 2^52 cells.</summary>
    public static double Uniform(StreamKey key, ulong sample, int entry)
    {
        var block = Philox.Block((uint)sample, (uint)(sample >> 32), (uint)(entry / 2), Uniforms.Kind, key);
        var cell = (entry % 2 == 0 ? Top53(block.W0, block.W1) : Top53(block.W2, block.W3)) >> 1;
        return (cell + 0.5) * Math.ScaleB(1, -52);
    }

    /// <summary>The exponential number of an entry, by inversion.</summary>
    public static double Exponential(StreamKey key, ulong sample, int entry)
    {
        var block = Philox.Block((uint)sample, (uint)(sample >> 32), (uint)(entry / 2), Exponentials.Kind, key);
        return -Log(1 - ((entry % 2 == 0 ? Top53(block.W0, block.W1) : Top53(block.W2, block.W3)) * Math.ScaleB(1, -53)));
    }

    private static ulong Top53(uint low, uint high) => (((ulong)high << 32) | low) >> 11;
}
