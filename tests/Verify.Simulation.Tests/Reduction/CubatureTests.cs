using Verify.Simulation.Reduction;

namespace Verify.Simulation.Tests.Reduction;

/// <summary>Rules against the moments of independent standard normal entries: E[z^k] = (k - 1)!! for even k, and 0 for odd.</summary>
public sealed class CubatureTests
{
    public static TheoryData<int, int> Rules
    {
        get
        {
            var rules = new TheoryData<int, int>();
            foreach (var (n, degree) in Enumerable.Range(1, 8).SelectMany(n => Enumerable.Range(0, 6).Select(degree => (n, degree))))
            {
                rules.Add(n, degree);
            }

            return rules;
        }
    }


    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_all_moments_of_its_degree(int n, int degree)
    {
        var rule = Cubature.Of(n, degree, isEven: false);
        foreach (var powers in Monomials(n, degree))
        {
            Assert.Equal(powers.Aggregate(1.0, (product, k) => product * Moment(k)), Mean(rule, powers), 1e-12 * Math.Pow(n, degree));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Half_of_the_points_do_for_even_monomials(int n, int degree)
    {
        var (whole, half) = (Cubature.Of(n, degree, isEven: false), Cubature.Of(n, degree, isEven: true));
        Assert.True(degree < 2 || half.Length <= (whole.Length + 1) / 2);
        foreach (var powers in Monomials(n, degree).Where(powers => powers.Sum() % 2 == 0))
        {
            Assert.Equal(Mean(whole, powers), Mean(half, powers), 1e-12 * Math.Pow(n, degree));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void No_rule_is_better_than_it_says(int degree)
    {
        var powers = new[] { degree + 1, 0 };
        Assert.NotEqual(Moment(degree + 1), Mean(Cubature.Of(2, degree, isEven: false), powers), 1e-3);
    }

    [Fact]
    public void A_degree_beyond_five_has_no_rule() => Assert.Throws<ArgumentOutOfRangeException>(() => Cubature.Of(2, 6, isEven: false));

    private static double Mean(IEnumerable<CubaturePoint> rule, int[] powers) =>
        rule.Sum(point => (double)point.Weight * point.Standard.Zip(powers, (z, k) => Math.Pow(z, k)).Aggregate(1.0, (product, factor) => product * factor));

    private static double Moment(int k) => k % 2 == 1 ? 0 : Enumerable.Range(0, k / 2).Aggregate(1.0, (product, i) => product * ((2 * i) + 1));

    private static IEnumerable<int[]> Monomials(int n, int degree) => n == 0
        ? [[]]
        : Enumerable.Range(0, degree + 1).SelectMany(k => Monomials(n - 1, degree - k).Select(rest => rest.Prepend(k).ToArray()));
}
