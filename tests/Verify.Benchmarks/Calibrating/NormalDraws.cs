namespace Verify.Benchmarks.Calibrating;

/// <summary>
/// Uniform and normal numbers from SplitMix64 (Steele, Lea and Flood 2014) and Box-Muller: a generator of its own, so that a fault of the
/// tool's cannot hide in its calibration.
/// </summary>
internal sealed class NormalDraws(ulong seed)
{
    private ulong _state = Mix(seed);
    private double _spare = double.NaN;

    /// <summary>A uniform number in (0, 1).</summary>
    public double Uniform() => ((Mix(_state += 0x9E3779B97F4A7C15) >> 11) + 0.5) * Math.ScaleB(1, -53);

    /// <summary>A standard normal number.</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        var radius = Math.Sqrt(-2 * Math.Log(Uniform()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * Uniform());
        _spare = radius * sine;
        return radius * cosine;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
