using System.Collections.Immutable;

namespace Verify.Simulation.Statistics;

/// <summary>
/// The rates λ at which a mean is tested. A sample that is off by Δ adds λΔ - λ²v/2 to the logarithm of a supermartingale, to second order;
/// c times the best rate Δ/v gives the share c(2 - c) of the best growth Δ²/(2v).
/// </summary>
internal static class Rates
{
    private const double Ratio = 3;

    // Beyond it δ/v is exact to all digits, while halving a hundred times would come to 0.
    private const double LargestRatio = 1e18;

    /// <summary>
    /// The rate that makes log(1 + λδ + λ²δ²/2) - λ²v/2 largest, for v > 0: about δ/v where δ is much below √v, and √(2/v) where it is much
    /// above. A variance of 0 or less throws <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public static double Best(double margin, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);

        // With a = λδ and r = v/δ², the derivative is 0 where a r (1 + a + a²/2) = 1 + a, once: the left side over the right one increases.
        var ratio = variance / (margin * margin);
        if (ratio > LargestRatio)
        {
            return margin / variance;
        }

        var (low, high) = (0.0, 2 * Math.Max(1 / ratio, Math.Sqrt(2 / ratio)));
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = middle * ratio * (1 + middle + (middle * middle / 2)) < 1 + middle ? (middle, high) : (low, middle);
        }

        return low / margin;
    }

    /// <summary>
    /// For agreement: the best rate, and half of it, which decides whatever the law (at the best one a skewed law may keep the mean of φ
    /// from growing).
    /// </summary>
    public static ImmutableArray<double> ForAgreement(double margin, double variance)
    {
        var best = Best(margin, variance);
        return [best, best / 2];
    }

    /// <summary>
    /// For disagreement: half the best rate times 1, 3, 9, … to the first at or above 1/√v. Every error from δ on meets one of at least 3/4
    /// of the best growth, up to where φ bends.
    /// </summary>
    public static ImmutableArray<double> ForDisagreement(double margin, double variance)
    {
        var rates = ImmutableArray.CreateBuilder<double>();
        var rate = Best(margin, variance) / 2;
        rates.Add(rate);
        while (rate > 0 && rate * rate * variance < 1)
        {
            rate *= Ratio;
            rates.Add(rate);
        }

        return rates.ToImmutable();
    }
}
