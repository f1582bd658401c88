using Verify.Language.Routes;
using Verify.Symbolics.Tests.Decisions;

namespace Verify.Symbolics.Tests.Certificates;

/// <summary>What steps prove, and what they must not: every statement in the second list is false somewhere, though its steps are true or nearly so.</summary>
public sealed class StepTests
{
    [Theory]
    [InlineData("2 tr(A' B) <= tr(A' A) + tr(B' B) by tr(A' A) + tr(B' B) - 2 tr(A' B) = norm(A - B)^2")]
    [InlineData("tr(P (Λ + Ω)^-1) <= tr(P Λ^-1) by Λ + Ω >= Λ")]
    [InlineData("x' A (Λ + P)^-1 A' x <= x' A Λ^-1 A' x by Λ + P >= Λ, (Λ + P)^-1 <= Λ^-1")]
    [InlineData("s^2 norm(A B) <= s^2 (opnorm(A) norm(B)) by s^2 >= 0")]
    [InlineData("tr(A' B) <= sqrt(d) opnorm(A) norm(B) by norm(A) <= sqrt(d) opnorm(A)")]
    [InlineData("-tr(A' B) <= norm(A) norm(B) by -tr(A' B) <= norm(A) norm(B)")]
    [InlineData("tr(A B) = tr(B A) assuming A B >= 0 by A B = (A B)'")]
    [InlineData("norm(A) > 0 assuming norm(A B) >= 1 by norm(A B) <= norm(A) norm(B), 1 <= norm(A) norm(B)")]
    [InlineData("norm(Λ A) > 0 assuming norm(A A') = 1 by norm(Λ A) > 0")]
    [InlineData("norm(Λ A' Ω) > 0 assuming norm(B A) >= 1 by norm(Λ A' Ω) > 0")]
    [InlineData("tr(Λ A Ω A') > 0 assuming norm(A) > 0 by tr(Λ A Ω A') > 0")]
    [InlineData("tr(Λ (Λ + tr(Λ) I) Λ A A') > 0 assuming norm(A) > 0 by tr(Λ (Λ + tr(Λ) I) Λ A A') > 0")]
    [InlineData("u > 0 along flow(u^2 v^2; u = 1, v = 0) by u = 1, u^2 > 0")]
    [InlineData("u > 0 along flow((u v - 1)^2; u = 2, v = 1) by u^2 = v^2 + 3, u^2 > 0")]
    [InlineData("min((u v - s)^2 + x' x u^2; u, v) = 0 assuming s = 0 by (u v - 0)^2 + x' x u^2 - 0 = (u v - 0)^2 + (x' x) u^2")]
    public void Steps_prove(string statement) => Assert.Equal(Outcome.Proved, Claims.Examine(statement).Outcome);

    [Theory]
    [InlineData("tr(A' B) <= 0 by tr(A' A) >= 0")]
    [InlineData("tr(A B) <= opnorm(A) tr(B) by opnorm(A) >= 0")]
    [InlineData("tr(P (Λ + Ω)^-1) >= tr(P Λ^-1) by Λ + Ω >= Λ")]
    [InlineData("tr(A (Λ + Ω)) >= tr(A Λ) by Λ + Ω >= Λ")]
    [InlineData("(Λ + Ω)^2 >= Λ^2 by Λ + Ω >= Λ")]
    [InlineData("A (Λ + Ω) >= A Λ by Λ + Ω >= Λ")]
    [InlineData("s t <= s by t <= t^2 + 1")]
    [InlineData("s (t^2 + 1) >= s by t^2 + 1 >= 1")]
    [InlineData("norm(A) > 0 by norm(A B) <= norm(A) norm(B)")]
    [InlineData("norm(A) > 0 assuming norm(A B) >= 0 by norm(A) > 0")]
    [InlineData("norm(B A) > 0 assuming norm(A) > 0 by norm(B A) > 0")]
    [InlineData("norm(A B) > 0 assuming norm(A) norm(B) > 0 by norm(A B) > 0")]
    [InlineData("norm(P A) > 0 assuming norm(A) > 0 by norm(P A) > 0")]
    [InlineData("norm(s A) > 0 assuming norm(A) > 0 by norm(s A) > 0")]
    [InlineData("tr(P A Ω A') > 0 assuming norm(A) > 0 by tr(P A Ω A') > 0")]
    [InlineData("tr(Λ A P A') > 0 assuming norm(A) > 0 by tr(Λ A P A') > 0")]
    [InlineData("tr(A Ω A' B) > 0 assuming norm(A) > 0 by tr(A Ω A' B) > 0")]
    [InlineData("s < s + t^2 by t^2 >= 0")]
    [InlineData("s = t by s^2 + t^2 >= 2 s t")]
    [InlineData("A B = B A by A A' >= 0")]
    [InlineData("E[tr(X' X)] <= N tr(Ω) by tr(Λ) >= 0")]
    [InlineData("u > 0 along flow((u v - 1)^2; u = -2, v = 1) by u^2 = v^2 + 3, u^2 > 0")]
    [InlineData("u^2 >= 5 along flow((u v - 1)^2; u = 2, v = 1) by u^2 = v^2 + 3")]
    [InlineData("min((u v - s)^2 + 1; u, v) = 0 by (u v - s)^2 + 1 - 0 = (u v - s)^2 + 1")]
    [InlineData("min((u v - s)^2 + u^2; u, v) = 0 at u v = s by (u v - s)^2 + u^2 - 0 = (u v - s)^2 + u^2")]
    public void Steps_do_not_prove(string statement) => Assert.NotEqual(Outcome.Proved, Claims.Examine(statement).Outcome);

    [Theory]
    [InlineData("tr(P Λ) >= 0 by tr(A B) >= 0", "the step tr(A B) >= 0 is not proved")]
    [InlineData("s^2 >= 0 by s^2 = s^3 / s", "the step s^2 = s^3 / s is not seen to be defined wherever the claim is")]
    public void A_step_that_does_not_stand_is_named(string statement, string detail)
    {
        var finding = Claims.Examine(statement);
        Assert.Equal((Outcome.Undecided, detail), (finding.Outcome, finding.Detail));
    }

    [Fact]
    public void The_derivation_lists_the_steps_and_the_claim()
    {
        var steps = Claims.Examine("tr(P Λ) <= d opnorm(P) opnorm(Λ) by tr(P Λ) <= opnorm(P) tr(Λ), opnorm(P) tr(Λ) <= opnorm(P) (d opnorm(Λ))").Derivation;
        Assert.Equal(["a step: inequalities of norms and traces", "a step: inequalities of norms and traces", "the claim: the chain of the steps"], steps.Select(step => step.Rule));
    }
}
