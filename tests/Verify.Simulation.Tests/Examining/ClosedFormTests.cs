using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Simulation.Tests.Examining;

/// <summary>Closed forms that are handed over: right ones are used, wrong ones found out, and a false claim is not taken for a wrong one.</summary>
public sealed class ClosedFormTests
{
    private const string Loss = "E[(u t - g e - g)^2]";
    private const string Right = "(u t - g)^2 + g^2";

    private sealed class Forms(Func<Expr, Expr?> form) : IClosedForms
    {
        public string Provenance => "a stub";

        public Expr? Of(Expr expression, CancellationToken cancellation) => form(expression);
    }

    [Theory]
    [InlineData("u^2 - t^2 conserved along flow(LOSS; u, t)")]
    [InlineData("u^2 = t^2 along flow(LOSS; u = g, t = g)")]
    [InlineData("flow(LOSS; u = g, t = g) -> u t = g")]
    [InlineData("min(LOSS; u, t) = g^2 at u t = g")]
    public void A_loss_is_tested_before_it_is_followed(string statement)
    {
        Assert.Equal(Outcome.NotTreated, With(statement, null).Outcome);
        var finding = With(statement, Right);
        Assert.True(finding is { Outcome: Outcome.Agrees, FoundFault: false }, finding.Detail);
        foreach (var wrong in new[] { "(u t - g)^2 + 1.3 g^2", "(u t - g)^2 + g^2 + 3 (g + u^2)^2", "(u t - 1.3 g)^2 + g^2", "-(u t - g)^2 + g^2", "1.3 (u t - g)^2 + g^2" })
        {
            finding = With(statement, wrong);
            Assert.True(finding is { Outcome: Outcome.Undecided, FoundFault: true }, $"{wrong}: {finding.Outcome}: {finding.Detail}");
            Assert.Contains("a stub", finding.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("u^2 + t^2 conserved along flow(LOSS; u, t)")]
    [InlineData("u^2 = t^2 along flow(LOSS; u = g, t = 2 g)")]
    [InlineData("flow(LOSS; u = g, t = g) -> u t = 1.1 g")]
    [InlineData("min(LOSS; u, t) = 1.1 g^2")]
    [InlineData("min(LOSS; u, t) = g^2 at u = g, t = 1")]
    public void With_a_right_loss_a_near_miss_is_refuted(string statement)
    {
        var finding = With(statement, Right);
        Assert.True(finding is { Outcome: Outcome.Disagrees, FoundFault: false }, $"{finding.Outcome}: {finding.Detail}");
    }

    /// <summary>E[f²], what it is, and what the claim on E[f] then comes to.</summary>
    [Theory]
    [InlineData("E[e^2] = 1", "3", Outcome.Agrees)]
    [InlineData("E[e^2] = 1.2", "3", Outcome.Disagrees)]
    [InlineData("E[e^2] = 1.7", "3", Outcome.Disagrees)]
    [InlineData("E[e^2] = 2", "3", Outcome.Disagrees)]
    [InlineData("E[10 + e] = 10", "101", Outcome.Agrees)]
    [InlineData("E[10 + e] = 10.35", "101", Outcome.Disagrees)]
    [InlineData("E[10 + e] = 10.6", "101", Outcome.Disagrees)]
    [InlineData("E[e] = 0.99", "1", Outcome.Disagrees)]
    [InlineData("E[e] <= 0.99", "1", Outcome.Agrees)]
    [InlineData("E[e] >= 0.9", "1", Outcome.Disagrees)]
    [InlineData("E[e] >= -0.99", "1", Outcome.Agrees)]
    [InlineData("E[e^2] != 1.5", "3", Outcome.Agrees)]
    [InlineData("E[e - e] = 0", "0", Outcome.Agrees)]
    public void A_right_mean_square_is_no_fault_whatever_the_claim(string statement, string moment, Outcome outcome)
    {
        var finding = WithMoment(statement, moment);
        Assert.True(finding.Outcome == outcome && !finding.FoundFault, $"{finding.Outcome}: {finding.Detail}");
        if (outcome == Outcome.Agrees && !statement.Contains("= 0", StringComparison.Ordinal))
        {
            Assert.Contains("a stub", finding.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("E[e^2] = 1", "12")]
    [InlineData("E[e^2] = 1", "0.9")]
    [InlineData("E[e^2] = 1", "0")]
    [InlineData("E[e^2] = 1", "-3")]
    [InlineData("E[10 + e] = 10", "1000")]
    [InlineData("E[e] <= 2", "0.2")]
    public void A_wrong_mean_square_is_a_fault(string statement, string moment)
    {
        var finding = WithMoment(statement, moment);
        Assert.True(finding is { Outcome: Outcome.Undecided, FoundFault: true }, $"{finding.Outcome}: {finding.Detail}");
    }

    [Fact]
    public void Draws_without_a_value_are_none()
    {
        var finding = WithMoment("E[sqrt(e)] = 1", "1");
        Assert.True(finding is { Outcome: Outcome.Undecided, FoundFault: false }, finding.Detail);
    }

    private static Finding With(string statement, string? form)
    {
        var claims = Examined.Claims(statement.Replace("LOSS", Loss, StringComparison.Ordinal), $"({form ?? "1"}) = 0");
        var loss = claims[0].Statement switch
        {
            Conserved conserved => conserved.Flow.Loss,
            AlongFlow along => along.Flow.Loss,
            FlowLimit limit => limit.Flow.Loss,
            MinimumClaim minimum => minimum.Loss,
            _ => throw new InvalidOperationException(),
        };
        return Examined.Find(claims[0], Examined.Settings with { ClosedForms = new Forms(expression => form is not null && ReferenceEquals(expression, loss) ? ((Comparison)claims[1].Statement).Left : null) });
    }

    private static Finding WithMoment(string statement, string moment)
    {
        var claims = Examined.Claims(statement, $"{moment} = 0");
        return Examined.Find(claims[0], Examined.Settings with { ClosedForms = new Forms(expression => expression is Expectation { Body: Product } ? ((Comparison)claims[1].Statement).Left : null) });
    }
}
