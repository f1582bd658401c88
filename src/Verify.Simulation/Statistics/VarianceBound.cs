namespace Verify.Simulation.Statistics;

/// <summary>A number that the variance of a sample is at most, and where it is from.</summary>
/// <param name="Value">v ≥ 0, in squared units of a sample; not finite where the pilot was not.</param>
/// <param name="Provenance">Where it is from, in words.</param>
internal sealed record VarianceBound(double Value, string Provenance)
{
    /// <summary>The kurtosis E(X - μ)⁴/σ⁴ that a bound from a pilot is made for.</summary>
    public const double Kurtosis = 1000;

    private const double Factor = 1.5;

    /// <summary>An exact variance that another route computed.</summary>
    public static VarianceBound Exact(double variance, string provenance) => new(variance, provenance);

    /// <summary>
    /// 1.5 times the mean of (X - X')²/2 over separate pairs of pilot samples, which must not be used again. It is below the variance with
    /// probability at most exp(-g / (9(κ + 3))) over g pairs of samples of kurtosis κ. Fewer than two samples throw
    /// <see cref="ArgumentException"/>.
    /// </summary>
    /// <remarks>
    /// The terms are at least 0 with mean σ² and second moment (κ + 3)σ⁴/2, and a mean of g such terms is below σ²(1 - t) with probability
    /// at most exp(-g t²/(κ + 3)) (Maurer 2003). A median of means of k groups would need only half of them to fall short, which at k = 3
    /// takes 1.6 times the pilot for the same guarantee; what it guards against, a bound that is too large, costs samples and no error.
    /// </remarks>
    public static VarianceBound FromPairs(ReadOnlySpan<double> pilot)
    {
        var pairs = new PairedVariances(pilot);
        return FromPairMean(pairs.Mean, pairs.Count);
    }

    /// <summary><see cref="FromPairs"/> from the mean of (X - X')²/2 over so many separate pairs.</summary>
    public static VarianceBound FromPairMean(double mean, int pairs) =>
        new(Factor * mean, $"{Factor} times the variance of {pairs} pairs of pilot samples; assumes a kurtosis of at most {Kurtosis}");

    /// <summary>
    /// How many pairs make <see cref="FromPairs"/> fall below the variance with at most the given probability, at a kurtosis: 9(κ + 3)
    /// log(1/p).
    /// </summary>
    public static long PairsFor(double failure, double kurtosis = Kurtosis) => (long)Math.Ceiling(9 * (kurtosis + 3) * -Math.Log(failure));

    /// <summary>
    /// Whether pilot samples contradict that their variance is v, wrongly with at most the given probability if their kurtosis is at most
    /// 1000. A sample that is not finite contradicts every v.
    /// </summary>
    /// <remarks>
    /// With g pairs and κ = 1000. Too small a pilot mean of the pairs, below v(1 - √((κ + 3) log(2/p)/g)), has probability at most p/2 by
    /// the bound of <see cref="FromPairs"/>. Too large: a mean of g/15 pairs is above v(1 + √(15(κ + 1)/(2gq))) with probability at most q
    /// (Chebyshev), so the median of 15 such means with at most 6435 q⁸ = p/2.
    /// </remarks>
    public bool IsContradictedBy(ReadOnlySpan<double> pilot, double falseAlarm = 1e-6)
    {
        const int Groups = 15;
        const double HalvesOfGroups = 6435;

        var pairs = new PairedVariances(pilot);
        var rounding = Math.ScaleB(pairs.Largest, -40);
        var fraction = Math.Pow(falseAlarm / (2 * HalvesOfGroups), 1.0 / 8);
        var above = 1 + Math.Sqrt((Kurtosis + 1) / (2 * (pairs.Count / Groups) * fraction));
        var below = 1 - Math.Sqrt((Kurtosis + 3) * Math.Log(2 / falseAlarm) / pairs.Count);
        return !double.IsFinite(pairs.Mean)
            || pairs.Mean + (rounding * rounding) < below * Value
            || (pairs.Count >= Groups && pairs.MedianOfMeans(Groups) > (above * Value) + (rounding * rounding));
    }
}
