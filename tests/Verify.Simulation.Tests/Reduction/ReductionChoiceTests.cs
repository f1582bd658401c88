using Verify.Language.Routes;
using Verify.Simulation.Tests.Examining;

namespace Verify.Simulation.Tests.Reduction;

/// <summary>Where a claim's draws are reduced, and that a right theory is then agreed to and a near miss refuted.</summary>
public sealed class ReductionChoiceTests
{
    private static readonly RouteSettings Settings = Examined.Settings with { Margin = 0.01, WorkLimit = 2_000_000 };

    [Theory]
    [InlineData("E[(x' X' X y)^2]", "(N tr(Λ^2)^2 + N (N + 1) tr(Λ^4))", "each averaged over")]
    [InlineData("E[(x' A y)^2 (1 + e^2) e^2]", "4 tr(A Λ A' Λ)", "each averaged over")]
    [InlineData("E[1/(1 + (3 + e) (3 + e)) + e]", "E[1/(1 + (3 - e) (3 - e))]", "antithetic image in e")]
    [InlineData("E[(e^2 + f^2)^2]", "8", "with control variates in e")]
    public void A_right_theory_is_agreed_to_by_reduced_draws_and_a_near_miss_is_not(string text, string mean, string remark)
    {
        var finding = Examined.Find($"{text} = {mean}", Settings);
        Assert.True(finding.Outcome == Outcome.Agrees && finding.Detail.Contains(remark, StringComparison.Ordinal), $"{finding.Outcome}: {finding.Detail}");
        Assert.InRange(finding.Detectable!.Value, 0, 0.01);
        foreach (var wrong in new[] { "1.03", "0.97" })
        {
            finding = Examined.Find($"{text} = {wrong} * {mean}", Settings);
            Assert.True(finding.Outcome == Outcome.Disagrees, $"{finding.Outcome}: {finding.Detail}");
        }
    }

    [Theory]
    [InlineData("E[e^2] = 2")]
    [InlineData("E[(x' A y)^4] = 0.001")]

    // A reduction that leaves nothing to draw would compute the mean instead.
    [InlineData("E[e^2] = 1")]
    [InlineData("E[x' x] = tr(Λ)")]
    [InlineData("E[x' A y] = 0")]
    public void Where_few_draws_decide_or_nothing_would_be_left_to_draw_they_are_plain(string statement)
    {
        var finding = Examined.Find(statement, Settings);
        Assert.DoesNotContain("each", finding.Detail, StringComparison.Ordinal);
    }
}
