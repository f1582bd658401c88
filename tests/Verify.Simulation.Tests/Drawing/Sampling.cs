using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>Samples of fixed streams, and how far statistics of independent numbers may be from what they should be, at a stated risk.</summary>
internal static class Sampling
{
    /// <summary>The chance that one comparison fails though the numbers are as they should be.</summary>
    public const double Risk = 1e-6;

    /// <summary>How many samples, and how many numbers of each: 2^20 numbers.</summary>
    public const int Samples = 4096;

    /// <summary>Numbers of a sample.</summary>
    public const int Entries = 256;

    /// <summary>
    /// Standard errors by which a mean of 2^19 terms or more may be off: the normal quantile at the risk, q = 4.89, times 1.25. The skewest mean, of 2^20 z^8,
    /// has skewness 110 / 2^10 = 0.11, which moves the quantile by 0.11 (q² - 1) / 6 = 0.42 (Cornish and Fisher), a third of what the factor allows for.
    /// </summary>
    public static double Deviations => 1.25 * Normal.InvCDF(0, 1, 1 - (Risk / 2));

    /// <summary>A filler of a batch.</summary>
    public delegate void Filler(StreamKey key, ulong firstSample, int batch, int entries, Span<double> values);

    /// <summary>Row j holds entry j of each sample.</summary>
    public static double[][] Rows(Filler filler, StreamKey key, ulong firstSample = 0)
    {
        var rows = Enumerable.Range(0, Entries).Select(_ => new double[Samples]).ToArray();
        const int batch = EntryPairs.LargestBatch;
        var values = new double[batch * Entries];
        for (var start = 0; start < Samples; start += batch)
        {
            filler(key, firstSample + (ulong)start, batch, Entries, values);
            for (var j = 0; j < Entries; j++)
            {
                Array.Copy(values, j * batch, rows[j], start, batch);
            }
        }

        return rows;
    }

    /// <summary>Asserts that a mean of terms of known variance is what it should be.</summary>
    public static void AssertMean(IEnumerable<double> terms, double mean, double variance)
    {
        var (count, sum) = (0, 0.0);
        foreach (var term in terms)
        {
            count++;
            sum += term;
        }

        var bound = Deviations * Math.Sqrt(variance / count);
        Assert.InRange(sum / count, mean - bound, mean + bound);
    }

    /// <summary>Asserts a count of n events of chance p. Bernstein: it is off by t with a chance of at most 2 exp(-t² / (2 n p (1 - p) + 2t/3)).</summary>
    public static void AssertCount(int count, int n, double p)
    {
        var log = Math.Log(2 / Risk);
        var bound = (log / 3) + Math.Sqrt((log * log / 9) + (2 * log * n * p * (1 - p)));
        Assert.InRange(count, (n * p) - bound, (n * p) + bound);
    }

    /// <summary>
    /// Asserts a distribution function. Dvoretzky, Kiefer and Wolfowitz, with Massart's constant: the empirical one is off by t with a chance of at most
    /// 2 exp(-2 n t²).
    /// </summary>
    public static void AssertDistribution(IEnumerable<double> numbers, Func<double, double> distribution)
    {
        var sorted = numbers.ToArray();
        Array.Sort(sorted);
        double n = sorted.Length;
        var distance = sorted.Select(distribution).Select((p, i) => Math.Max(p - (i / n), ((i + 1) / n) - p)).Max();
        Assert.InRange(distance, 0, Math.Sqrt(Math.Log(2 / Risk) / (2 * n)));
    }

    /// <summary>Asserts that counts are equally likely, by chi-square: neither too far from their mean nor too near to it.</summary>
    public static void AssertEqualCounts(int[] counts)
    {
        var expected = counts.Sum() / (double)counts.Length;
        var degrees = counts.Length - 1;
        var statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(statistic, ChiSquared.InvCDF(degrees, Risk / 2), ChiSquared.InvCDF(degrees, 1 - (Risk / 2)));
    }

    /// <summary>P(z > t) for a standard normal z.</summary>
    public static double NormalTail(double t) => SpecialFunctions.Erfc(t / Math.Sqrt(2)) / 2;
}
