using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>2^20 numbers of one stream have the moments, the tail and the distribution function of an exponential number of mean 1.</summary>
public sealed class ExponentialLawTests
{
    private static readonly double[] Numbers = [.. Sampling.Rows(Exponentials.Fill, StreamKey.For(1, "law")).SelectMany(row => row)];

    public static TheoryData<int> Powers => [.. Enumerable.Range(1, 4)];

    /// <summary>E x^p = p!, and the variance of x^p is (2p)! - p!².</summary>
    [Theory]
    [MemberData(nameof(Powers))]
    public void Moments_are_those_of_an_exponential_number(int power) =>
        Sampling.AssertMean(Numbers.Select(x => Math.Pow(x, power)), Factorial(power), Factorial(2 * power) - (Factorial(power) * Factorial(power)));

    [Fact]
    public void The_distribution_function_is_the_exponential_one() => Sampling.AssertDistribution(Numbers, x => 1 - Math.Exp(-x));

    [Fact]
    public void No_number_is_negative_and_none_beyond_53_log_2() => Assert.All([Numbers.Min(), Numbers.Max()], x => Assert.InRange(x, 0, 53 * Math.Log(2)));

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, k) => product * k);
}
