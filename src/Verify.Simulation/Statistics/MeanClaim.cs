namespace Verify.Simulation.Statistics;

/// <summary>That a mean μ of samples is θ (or at most, or at least θ). All must be fixed before the samples that test it are
/// drawn.</summary>
/// <param name="Theory">θ.</param>
/// <param name="Margin">δ > 0, absolute: agreement means that an error of δ or more is ruled out.</param>
/// <param name="Variance">A bound on the variance of a sample.</param>
/// <param name="Relation">How μ is claimed to stand to θ.</param>
/// <param name="Rounding">ε ≥ 0, how far the arithmetic may move the mean; null for 2^-40 (|θ| + δ + √v). A mean within ε of θ is not held
/// against the theory.</param>
internal sealed record MeanClaim(double Theory, double Margin, VarianceBound Variance, Relation Relation = Relation.Equal, double? Rounding = null)
{
    /// <summary>
    /// The smallest standard deviation that is worked with, in margins: constant samples then decide at once and rates stay finite.
    /// </summary>
    private const double LeastSpread = 1e-6;

    /// <summary>ε.</summary>
    public double Slack => Rounding ?? Ulps(Math.Abs(Theory) + Margin + Math.Sqrt(Variance.Value));

    /// <summary>
    /// The variance that the tests work with: the bound, but at least (10^-6 δ)² and ε². A larger one is valid wherever a smaller one is.
    /// </summary>
    public double WorkingVariance => Math.Max(Variance.Value, Math.Max(LeastSpread * Margin * LeastSpread * Margin, Slack * Slack));

    /// <summary>This, of samples that are what is left of numbers of a size: ε is no less than 2^-40 of it.</summary>
    public MeanClaim RoundedFrom(double size) => this with { Rounding = Math.Max(Slack, Ulps(size)) };

    /// <summary>
    /// This. A theory or bound that is not finite, a margin not above 0, or one not above 8 ε throws
    /// <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public MeanClaim Checked()
    {
        Require(double.IsFinite(Theory), nameof(Theory), Theory);
        Require(double.IsFinite(Margin) && Margin > 0, nameof(Margin), Margin);
        Require(double.IsFinite(Variance.Value) && Variance.Value >= 0, nameof(Variance), Variance.Value);
        Require(Slack >= 0 && 8 * Slack < Margin, nameof(Rounding), Slack);
        return this;
    }

    private static double Ulps(double size) => Math.ScaleB(size, -40);

    private static void Require(bool condition, string name, double value)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(name, value, "A test of a mean cannot be set up.");
        }
    }
}
