using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>The rates are those that the sizes of samples are promised for.</summary>
public sealed class RatesTests
{
    [Fact]
    public void Every_error_from_the_margin_to_the_spread_meets_three_quarters_of_the_best_growth()
    {
        var rates = Rates.ForDisagreement(0.01, 4);
        for (var error = 0.01; error <= 2; error *= 1.05)
        {
            Assert.InRange(rates.Max(rate => (rate * error) - (rate * rate * 2)) / (error * error / 8), 0.7499, 1);
        }

        Assert.InRange(rates[^1], 0.5, 1.5);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.3)]
    [InlineData(100)]
    public void One_rate_for_agreement_grows_whatever_the_law(double variance)
    {
        // E exp(-φ) ≤ 1 - u + (λ²v + u²)/2 bounds the growth from below, at u = λδ or wherever before it that is least.
        Assert.Contains(Rates.ForAgreement(0.2, variance), rate =>
        {
            var (u, loss) = (Math.Min(1, 0.2 * rate), rate * rate * variance / 2);
            return -Math.Log(1 - u + loss + (u * u / 2)) > loss;
        });
    }

    /// <summary>Halving between bounds would come to 0 there, and no number of triplings from 0 to 1/√v.</summary>
    [Theory]
    [InlineData(1e17)]
    [InlineData(1e19)]
    [InlineData(1e60)]
    [InlineData(1e150)]
    public void Where_the_variance_is_far_above_the_margin_the_best_rate_is_their_quotient(double variance)
    {
        Assert.Equal(1, Rates.Best(0.5, variance) * variance / 0.5, 1e-6);
        Assert.True(Rates.ForDisagreement(0.5, variance).Length < 1000);
    }

    [Fact]
    public void Rates_too_small_for_a_number_come_to_an_end() => Assert.Single(Rates.ForDisagreement(1e-200, 1e300));
}
