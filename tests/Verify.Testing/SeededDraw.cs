namespace Verify.Testing;

/// <summary>A small generator of random numbers (SplitMix64, Steele, Lea and Flood 2014), the same on every machine.</summary>
public sealed class SeededDraw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number in [-1, 1).</summary>
    public double Symmetric() => ((Next() >> 11) * Math.ScaleB(1, -52)) - 1;

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
