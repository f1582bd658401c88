using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Tests.Examining;
using Verify.Simulation.Tightness;

namespace Verify.Simulation.Tests.Tightness;

/// <summary>The search for the best ratio of an inequality: it finds constants that are known, and what is false by little.</summary>
public sealed class BestRatioTests
{
    [Theory]
    [InlineData("tr(A)^2 <= d tr(A' A)", 1)]
    [InlineData("2 tr(A)^2 <= 3 d tr(A' A)", 0.6667)]
    [InlineData("norm(A) <= 2 sqrt(d) opnorm(A)", 0.5)]
    [InlineData("s <= (s^2 + 1)", 0.5)]
    [InlineData("-s^2 - 4 <= 2 s", 0.5)]
    public void The_best_ratio_of_a_known_bound_is_found(string statement, double known)
    {
        var finding = Examined.Find(statement);
        Assert.Equal(Outcome.Agrees, finding.Outcome);
        Assert.InRange(finding.BestRatio!.Value, 0.98 * known, 1.0001 * known);
        Assert.Contains("the best ratio of its sides is", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Along_a_flow_the_largest_ratio_on_the_path_counts()
    {
        var finding = Examined.Find("t <= 4 along flow((t - 2)^2; t = 0)");
        Assert.InRange(finding.BestRatio!.Value, 0.49, 0.5001);
    }

    [Fact]
    public void What_fails_in_a_small_region_is_refuted()
    {
        // 0.99 (s^2 + 1) < 2 s only where |s - 1| < 0.15.
        var finding = Examined.Find("2 s <= 0.99 (s^2 + 1)");
        Assert.Equal(Outcome.Disagrees, finding.Outcome);
        Assert.NotNull(finding.Counterexample);
    }

    [Fact]
    public void Conditions_hold_where_the_ratio_is_best()
    {
        var finding = Examined.Find("s <= 10 assuming s <= 5");
        Assert.InRange(finding.BestRatio!.Value, 0.4, 0.5001);
    }

    [Fact]
    public void The_same_seed_gives_the_same_ratio()
    {
        var claim = Examined.Claims("norm(A B) <= norm(A) norm(B)")[0];
        Assert.Equal(Examined.Find(claim).BestRatio!.Value, Examined.Find(claim).BestRatio!.Value);
    }

    [Theory]
    [InlineData(Relation.LessOrEqual, 1, 2, 0.5)]
    [InlineData(Relation.GreaterOrEqual, 2, 1, 0.5)]
    [InlineData(Relation.Less, -4, -2, 0.5)]
    [InlineData(Relation.Less, -1, 2, -0.5)]
    public void The_ratio_is_that_of_the_smaller_to_the_larger(Relation relation, double left, double right, double ratio) => Assert.Equal(ratio, Ratio.Of(relation, left, right));

    [Theory]
    [InlineData("A = A")]
    [InlineData("norm(A) >= 0")]
    [InlineData("Λ <= Λ + P")]
    public void What_has_no_ratio_gets_none(string statement) => Assert.Null(Examined.Find(statement).BestRatio);
}
