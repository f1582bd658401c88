using Verify.Language.Routes;
using Verify.Simulation.Attacking;
using Verify.Simulation.Searching;
using Verify.Simulation.Tests.Examining;
using Verify.Testing;

namespace Verify.Simulation.Tests.Attacking;

/// <summary>What fails only in a small region is missed by random points and found by moving them.</summary>
public sealed class AttackTests
{
    [Theory]
    [InlineData("P <= 0.995 tr(P) I")]
    [InlineData("opnorm(P) P^-1 <= 300 I")]
    [InlineData("P < 0.995 tr(P) I")]
    [InlineData("(s - 3)^2 - 0.0001 >= 0")]
    [InlineData("s^2 != 2 s - 1")]
    [InlineData("flow((t^2 - 1)^2; t = s + 8) -> t = 1")]
    [InlineData("flow((t - 1)^2 (t - 14)^2; t = h) -> t = 1")]
    [InlineData("sqrt(t^2) = t along flow((t - 1)^2; t = s + 8)")]
    public void A_small_region_of_failure_is_found_by_moving_and_missed_by_drawing(string statement)
    {
        Assert.Equal(Outcome.Agrees, Find(statement, AttackEffort.None).Outcome);
        var finding = Find(statement, null);
        Assert.True(finding.Outcome == Outcome.Disagrees, finding.Detail);
        Assert.NotNull(finding.Counterexample);
    }

    [Theory]
    [InlineData("P <= tr(P) I")]
    [InlineData("Λ >= 0")]
    [InlineData("s^2 != -1")]
    [InlineData("(s - 1)^2 + 1/1000 > 0")]
    [InlineData("flow((t^2 - 1)^2; t = h) -> t = 1")]
    [InlineData("sqrt(t^2) = t along flow((t - 1)^2; t = h)")]
    public void What_is_true_withstands(string statement) => Assert.Equal(Outcome.Agrees, Find(statement, null).Outcome);

    [Theory]
    [InlineData("flow(100000000 t^4; t = 100) -> t = 0")]
    [InlineData("flow(1000000 (t^2 - 1)^2; t = 1000) -> t = 1")]
    public void A_large_loss_is_no_path_that_runs_away(string statement) => Assert.NotEqual(Outcome.Disagrees, Find(statement, AttackEffort.None).Outcome);

    private static Finding Find(string statement, AttackEffort? effort)
    {
        var claim = SoundFile.Read($$"""
            dim p >= 2
            scalar s
            scalar h > 0
            matrix P : p × p, spd
            matrix Λ : p × p, psd
            param t : scalar
            claim "0": {{statement}}
            """).Claims[0];
        return new Examination(claim, Examined.Settings, Parts.Sound, CancellationToken.None, effort).Run();
    }
}
