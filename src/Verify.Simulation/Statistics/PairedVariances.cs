namespace Verify.Simulation.Statistics;

/// <summary>(X - X')²/2 of separate pairs of samples: at least 0, of mean σ², whatever the mean of X.</summary>
internal sealed class PairedVariances
{
    private readonly double[] _values;

    /// <summary>
    /// The pairs of neighbours; of an odd number the last sample is left out. Fewer than two throw <see cref="ArgumentException"/>.
    /// </summary>
    public PairedVariances(ReadOnlySpan<double> samples)
    {
        _values = samples.Length >= 2 ? new double[samples.Length / 2] : throw new ArgumentException("A pair takes two samples.", nameof(samples));
        for (var i = 0; i < _values.Length; i++)
        {
            var difference = samples[2 * i] - samples[(2 * i) + 1];
            _values[i] = difference * difference / 2;
            Largest = Math.Max(Largest, Math.Max(Math.Abs(samples[2 * i]), Math.Abs(samples[(2 * i) + 1])));
        }
    }

    /// <summary>The number of pairs.</summary>
    public int Count => _values.Length;

    /// <summary>The largest sample in size.</summary>
    public double Largest { get; }

    /// <summary>The mean of the pairs; not finite where a sample is not.</summary>
    public double Mean => _values.Average();

    /// <summary>
    /// The median of the means of an odd number of groups of neighbours, all of the size count/groups; what is left over is not used. Fewer
    /// pairs than groups give not a number.
    /// </summary>
    public double MedianOfMeans(int groups)
    {
        var size = _values.Length / groups;
        var means = new double[groups];
        for (var group = 0; group < groups; group++)
        {
            means[group] = size == 0 ? double.NaN : _values.AsSpan(group * size, size).ToArray().Average();
        }

        Array.Sort(means);
        return means[groups / 2];
    }
}
