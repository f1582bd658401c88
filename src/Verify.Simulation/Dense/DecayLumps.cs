namespace Verify.Simulation.Dense;

/// <summary>
/// Few decaying numbers in the place of many: Σ_i w_i f(c_i) for the weights w_i = y_i(0)² and functions f smooth in ln c, such as c exp(-2 c τ), by Gauss's rule of two points
/// in every interval of ln c of width 1/100, which is exact to the third degree. The error is at most about 10^-10 of the sum. A lump is z = √w with its own rate c.
/// </summary>
internal sealed class DecayLumps
{
    private const double Width = 0.01;
    private readonly int[] _entries;
    private readonly double[] _rates;
    private readonly double[] _start;
    private readonly int[] _lumpOf;

    /// <summary>Lumps for the given entries of a state, all with positive rates c_i.</summary>
    public DecayLumps(int[] entries, double[] rates, double[] start)
    {
        (_entries, _lumpOf) = (entries, new int[entries.Length]);
        (_rates, _start) = ([.. entries.Select(i => rates[i])], [.. entries.Select(i => start[i])]);
        var (lumpRates, lumps) = (new List<double>(), new List<double>());
        foreach (var interval in Enumerable.Range(0, entries.Length).GroupBy(k => Math.Floor(Math.Log(_rates[k]) / Width)))
        {
            int[] places = [.. interval];
            foreach (var place in places)
            {
                _lumpOf[place] = lumps.Count;
            }

            foreach (var (place, weight) in Rule(places, interval.Key * Width))
            {
                lumpRates.Add(Math.Exp(place));
                lumps.Add(Math.Sqrt(weight));
            }
        }

        (Rates, Start) = ([.. lumpRates], [.. lumps]);
    }

    /// <summary>The rate of each lump.</summary>
    public double[] Rates { get; }

    /// <summary>Where each lump starts.</summary>
    public double[] Start { get; }

    /// <summary>How many entries they stand for.</summary>
    public int Count => _entries.Length;

    /// <summary>Writes the entries into a full state: y_i(0) (z / z(0))^(c_i / c) with a lump of their interval.</summary>
    public void Restore(ReadOnlySpan<double> lumps, double[] full)
    {
        var times = new double[lumps.Length];
        for (var k = 0; k < times.Length; k++)
        {
            times[k] = Start[k] == 0 ? 0 : Math.Log(Math.Max(Math.Abs(lumps[k]), 1e-300) / Start[k]) / Rates[k];
        }

        for (var k = 0; k < _entries.Length; k++)
        {
            full[_entries[k]] = _start[k] * Math.Exp(_rates[k] * times[_lumpOf[k]]);
        }
    }

    // The rule for the logarithms above the start of an interval, by their mean, variance and third moment.
    private IEnumerable<(double Place, double Weight)> Rule(int[] places, double from)
    {
        double weight = 0, mean = 0, second = 0, third = 0;
        foreach (var k in places)
        {
            var (w, x) = (_start[k] * _start[k], Math.Log(_rates[k]) - from);
            (weight, mean) = (weight + w, mean + (w * x));
        }

        mean = weight > 0 ? mean / weight : 0.5 * Width;
        foreach (var k in places)
        {
            var (w, x) = (_start[k] * _start[k], Math.Log(_rates[k]) - from - mean);
            (second, third) = (second + (w * x * x), third + (w * x * x * x));
        }

        (second, third) = weight > 0 ? (second / weight, third / weight) : (0, 0);
        if (second < 1e-10 * Width * Width)
        {
            yield return (from + mean, weight);
            yield break;
        }

        var half = third / second / 2;
        var root = Math.Sqrt((half * half) + second);
        yield return (from + mean + half - root, weight * (half + root) / (2 * root));
        yield return (from + mean + half + root, weight * (root - half) / (2 * root));
    }
}
