using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>2^20 numbers of one stream have the moments, the tails and the distribution function of a standard normal number.</summary>
public sealed class NormalLawTests
{
    private static readonly double[] Numbers = [.. Sampling.Rows(Normals.Fill, StreamKey.For(1, "law")).SelectMany(row => row)];

    public static TheoryData<int> Powers => [.. Enumerable.Range(1, 8)];

    public static TheoryData<int> Distances => [.. Enumerable.Range(1, 5)];

    /// <summary>E z^p is 0 or (p - 1)!!, and the variance of z^p is E z^2p - (E z^p)².</summary>
    [Theory]
    [MemberData(nameof(Powers))]
    public void Moments_are_those_of_a_normal_number(int power) =>
        Sampling.AssertMean(Numbers.Select(z => Math.Pow(z, power)), Moment(power), Moment(2 * power) - (Moment(power) * Moment(power)));

    [Theory]
    [MemberData(nameof(Distances))]
    public void Both_tails_have_their_share(int sigmas)
    {
        Sampling.AssertCount(Numbers.Count(z => z > sigmas), Numbers.Length, Sampling.NormalTail(sigmas));
        Sampling.AssertCount(Numbers.Count(z => z < -sigmas), Numbers.Length, Sampling.NormalTail(sigmas));
    }

    [Fact]
    public void The_distribution_function_is_the_normal_one() => Sampling.AssertDistribution(Numbers, z => Sampling.NormalTail(-z));

    private static double Moment(int power) => power % 2 == 1 ? 0 : Enumerable.Range(1, power / 2).Aggregate(1.0, (product, k) => product * ((2 * k) - 1));
}
