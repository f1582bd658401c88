namespace Verify.Simulation.Instances;

/// <summary>SplitMix64 (Steele, Lea &amp; Flood 2014, figure 15): a generator of choices that a seed determines. Not for use by several threads.</summary>
internal sealed class SplitMix(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state = seed;
    private double? _spareNormal;

    /// <summary>A generator that a seed and a label determine. Different labels give unrelated streams.</summary>
    public static SplitMix For(ulong seed, string label)
    {
        var state = Mix(seed + Golden);
        foreach (var letter in label)
        {
            state = Mix((state ^ letter) + Golden);
        }

        return new(state);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(_state += Golden);

    /// <summary>Uniform on the multiples of 2^-53 in (0, 1].</summary>
    public double Uniform() => ((Next() >> 11) + 1) * Math.ScaleB(1, -53);

    /// <summary>Uniform between two numbers.</summary>
    public double Between(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>Between two positive numbers, with a uniform logarithm.</summary>
    public double LogBetween(double low, double high) => low * Math.Pow(high / low, Uniform());

    /// <summary>An integer from low to high, both included.</summary>
    public int Integer(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>True with probability 1/n.</summary>
    public bool OneIn(int n) => Integer(1, n) == 1;

    /// <summary>A standard normal number, by the polar method (Marsaglia &amp; Bray 1964).</summary>
    public double Normal()
    {
        if (_spareNormal is { } spare)
        {
            _spareNormal = null;
            return spare;
        }

        double x, y, square;
        do
        {
            (x, y) = (Between(-1, 1), Between(-1, 1));
            square = (x * x) + (y * y);
        }
        while (square is 0 or >= 1);

        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spareNormal = y * factor;
        return x * factor;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
