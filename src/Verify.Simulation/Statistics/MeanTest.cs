using System.Collections.Immutable;

namespace Verify.Simulation.Statistics;

/// <summary>
/// The test of one mean, valid whenever one stops. Where X has mean m and a variance of at most v, M_n = exp(Σ φ(±λ(X_i - m)) - nλ²v/2) is
/// a supermartingale, so that it ever reaches 1/α with probability at most α (Wang &amp; Ramdas 2023, section 3). φ increases, so one sign
/// also tests every mean below m, the other every mean above.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Disagreement: the average of M at θ over the rates, and over both signs for an equality, reaches p/α.</item>
/// <item>Agreement: both the averages at θ - δ, upward, and at θ + δ, downward, reach 1/α (for an inequality only the one on the far side).
/// Of several means all must agree, so each has the whole risk.</item>
/// </list>
/// Since the slope of φ is at most 1, nλε is taken off as well, which covers arithmetic that moves the mean by at most ε.
/// </remarks>
internal sealed class MeanTest
{
    private const double LogOfHundred = 4.605170185988091;

    private readonly MeanClaim _claim;
    private readonly double _variance;
    private readonly double _slack;
    private readonly ImmutableArray<double> _far;
    private readonly ImmutableArray<double> _near;

    /// <summary>
    /// The test of a claim at risk α in (0, 1), one of p such tests. What cannot be set up throws
    /// <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public MeanTest(MeanClaim claim, double risk, int tests = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(risk);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(risk, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tests, 1);
        _claim = claim.Checked();
        (_variance, _slack) = (claim.WorkingVariance, claim.Slack);
        _far = Rates.ForDisagreement(claim.Margin, _variance);
        _near = Rates.ForAgreement(claim.Margin, _variance);
        LogAgreement = -Math.Log(risk);
        LogDisagreement = LogAgreement + Math.Log(tests);
        Tilts = [.. _far.Select(rate => new Tilt(claim.Theory, rate)), .. Edges().SelectMany(edge => _near.Select(rate => new Tilt(edge.Mean, rate)))];
    }

    /// <summary>The claim that is tested.</summary>
    public MeanClaim Claim => _claim;

    /// <summary>The sums that the test needs, in the order that <see cref="MeanSums.Tilted"/> holds them.</summary>
    public ImmutableArray<Tilt> Tilts { get; }

    /// <summary>About how many samples agreement takes where the theory is right: 2 v log(2/α) / δ².</summary>
    public double TypicalSamples => 2 * _variance * (LogAgreement + Math.Log(2)) / (_claim.Margin * _claim.Margin);

    /// <summary>
    /// How many samples make agreement sure with probability 0.99 where the theory is right, whatever the law: about 4 v log(400/α) / δ².
    /// </summary>
    /// <remarks>By the bound on E exp(-φ) of <see cref="Detectable"/>, at the margin, for both edges with log 200 each.</remarks>
    public double SufficientSamples => _near.Min(rate =>
    {
        var u = Math.Min(1, rate * _claim.Margin);
        var growth = -Math.Log(1 - u + (((rate * rate * _variance) + (u * u)) / 2)) - Cost(rate);
        return growth > 0 ? (LogAgreement + Math.Log(2) + LogOfHundred + Math.Log(2)) / growth : double.PositiveInfinity;
    });

    /// <summary>log(1/α): what shows agreement.</summary>
    private double LogAgreement { get; }

    /// <summary>log(p/α): what shows disagreement.</summary>
    private double LogDisagreement { get; }

    /// <summary>How many supermartingales are averaged for disagreement.</summary>
    private int Refutations => _far.Length * Signs().Length;

    /// <summary>The sums of a block of samples.</summary>
    public MeanSums Summarise(ReadOnlySpan<double> samples) => MeanSums.Of(samples, _claim.Theory, Tilts);

    /// <summary>The sums of no samples.</summary>
    public MeanSums None() => MeanSums.None(Tilts.Length);

    /// <summary>The verdict on all samples so far. Disagreement goes before agreement, and samples that are not finite before
    /// both.</summary>
    public MeanVerdict Decide(MeanSums sums)
    {
        if (!sums.IsFinite)
        {
            return MeanVerdict.NotFinite;
        }

        return LogMean([.. Signs().SelectMany(sign => Logarithms(sums, 0, _far.Length, sign))]) >= LogDisagreement ? MeanVerdict.Disagrees
            : Edges().Select(EdgeLogarithm).All(log => log >= LogAgreement) ? MeanVerdict.Agrees
            : MeanVerdict.Open;

        double EdgeLogarithm((double Mean, int Sign) edge, int index) =>
            LogMean([.. Logarithms(sums, _far.Length + (index * _near.Length), _near.Length, edge.Sign)]);
    }

    /// <summary>
    /// The mean of the samples, its standard error √(v̂/n), and an interval that contains the true mean whenever one stops, with
    /// probability at least 1 - α/p. With S_j = Σ φ(λ_j(X - θ)), u = λ_j(μ - θ) and L = log(2kp/α) over k rates, E exp(±φ) ≤ 1 ± u + (λ²v +
    /// u²)/2 gives u ≥ -1 + √(2 exp((S_j - L)/n) - 1 - λ_j²v) and u ≤ 1 - √(2 exp((-S_j - L)/n) - 1 - λ_j²v), no bound where the root is
    /// not real, and the best j is taken (Catoni 2012, section 2, at every n).
    /// </summary>
    public MeanEstimate Estimate(MeanSums sums) => new(
        sums.Count,
        sums.Mean(_claim.Theory),
        Math.Sqrt(sums.Variance() / sums.Count),
        _claim.Theory - Reach(sums, -1),
        _claim.Theory + Reach(sums, 1),
        Detectable(sums.Count));

    /// <summary>
    /// The smallest Δ such that an error of Δ or more would have been seen with probability at least 0.99 by n samples, whatever the law; ∞
    /// where there is none.
    /// </summary>
    /// <remarks>
    /// With probability 0.99, S_j ≥ -n log E[exp(-φ)] - log 100, and E[exp(-φ)] ≤ 1 - u + (λ²v + u²)/2 where u = λΔ. One rate alone rejects
    /// at S_j ≥ n(λ²v/2 + λε) + log(kp/α), k the number of supermartingales averaged. So u = 1 - √(2q - 1 - λ²v), with q = exp(-(log(kp/α)
    /// + log 100)/n - λ²v/2 - λε), where the root is real, and Δ is the least u/λ. For many samples that is about 2 √(v log(100 kp/α) / n);
    /// a normal law would give √(v/n) (√(2 log(kp/α)) + 2.33), an eighth less at a risk of 10^-6.
    /// </remarks>
    public double Detectable(long samples)
    {
        var threshold = LogDisagreement + Math.Log(Refutations) + LogOfHundred;
        return _far.Min(rate => Root(Math.Exp(-(threshold / samples) - Cost(rate)), rate) / rate);
    }

    /// <summary>
    /// How far from θ the mean may lie on the side of the sign, by the samples: at least 0 within rounding where θ is not rejected.
    /// </summary>
    private double Reach(MeanSums sums, int sign)
    {
        var threshold = LogDisagreement + Math.Log(2 * _far.Length);
        return _far.Select((rate, j) => Root(Math.Exp((((-sign * sums.Tilted[j]) - threshold) / sums.Count) - (rate * _slack)), rate) / rate).Min();
    }

    /// <summary>The u at and beyond which 1 - u + (λ²v + u²)/2, made decreasing, is at most q: 1 - √(2q - 1 - λ²v), or ∞.</summary>
    private double Root(double q, double rate)
    {
        var square = (2 * q) - 1 - (rate * rate * _variance);
        return square >= 0 ? 1 - Math.Sqrt(square) : double.PositiveInfinity;
    }

    /// <summary>log M for so many tilts from the first on and a sign, less what rounding may have added.</summary>
    private IEnumerable<double> Logarithms(MeanSums sums, int first, int count, int sign) =>
        Enumerable.Range(first, count).Select(j => (sign * sums.Tilted[j]) - (sums.Count * Cost(Tilts[j].Rate)));

    private double Cost(double rate) => (rate * rate * _variance / 2) + (rate * _slack);

    /// <summary>The signs with which θ is rejected: 1 upward, -1 downward.</summary>
    private ImmutableArray<int> Signs() => _claim.Relation switch
    {
        Relation.Equal => [1, -1],
        Relation.AtMost => [1],
        _ => [-1],
    };

    /// <summary>The means that agreement must reject, each toward θ.</summary>
    private ImmutableArray<(double Mean, int Sign)> Edges()
    {
        var (lower, upper) = ((_claim.Theory - _claim.Margin, 1), (_claim.Theory + _claim.Margin, -1));
        return _claim.Relation switch
        {
            Relation.Equal => [lower, upper],
            Relation.AtMost => [upper],
            _ => [lower],
        };
    }

    private static double LogMean(ImmutableArray<double> logarithms)
    {
        var largest = logarithms.Max();
        return largest + Math.Log(logarithms.Average(log => Math.Exp(log - largest)));
    }
}
