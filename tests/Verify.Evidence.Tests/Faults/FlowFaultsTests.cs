using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation;
using Verify.Testing;

namespace Verify.Evidence.Tests.Faults;

/// <summary>A fault in what integrates shows on what a flow conserves, also where its limit is right.</summary>
public sealed class FlowFaultsTests
{
    private const string Folder = "language";
    private const string File = "flows.claim";

    private const double CoarseStep = 0.02;

    private static readonly string[] Conserved = ["conserved: a product of two", "conserved: balanced layers", "along a flow: from a balanced start", "conserved: what does not move"];

    [Fact]
    public void A_sound_simulation_contradicts_nothing() => Assert.All(Broken.Reports(Parts.Sound, Folder, File), report =>
    {
        Assert.NotEqual(Verdict.Conflict, report.Verdict);
        Assert.True(report.Holds || report.Claim.Name == "end of a flow: what rests at its start", report.Claim.Name);
    });

    [Fact]
    public void A_forgotten_step_size_is_seen() => Assert.Contains("conserved: balanced layers", Broken.Conflicts(Broken.ForgottenStep, Folder, File, Conserved));

    /// <summary>The end of a path forgives what happened on the way: coarse steps of fixed size come to the right limit, and lose what is conserved.</summary>
    [Fact]
    public void Coarse_steps_lose_what_is_conserved_though_their_limit_is_right()
    {
        var claims = SoundFile.Read("""
            param s, t : scalar
            claim "conserved": s^2 - t^2 conserved along flow((s t - 1)^2; s, t)
            claim "limit":     flow((s t - 1)^2; s = 1/2, t = 1) -> s t = 1
            """).Claims;
        Assert.Equal([Outcome.Disagrees, Outcome.Agrees], claims.Select(claim => Examined(Broken.Coarse(CoarseStep), claim).Outcome));
        Assert.Equal([Outcome.Agrees, Outcome.Agrees], claims.Select(claim => Examined(Parts.Sound, claim).Outcome));
    }

    [Fact]
    public void Coarse_steps_are_seen_in_the_catalogue() => Assert.Contains("conserved: a product of two", Broken.Conflicts(Broken.Coarse(CoarseStep), Folder, File, Conserved));

    /// <summary>From farther away the limit is right too, but the loss does not fall by what the gradient on the path says, which is found without any claim about the path.</summary>
    [Fact]
    public void Steps_that_are_coarser_still_do_not_refute_a_limit_but_are_called_a_fault()
    {
        var claim = SoundFile.Read("param s, t : scalar\nclaim \"limit\": flow((s t - 1)^2; s = 1, t = 2) -> s t = 1\n").Claims.Single();
        var finding = Examined(Broken.Coarse(5 * CoarseStep), claim);
        Assert.True(finding is { Outcome: Outcome.Undecided, FoundFault: true, Counterexample: null }, finding.Detail);
        Assert.False(Examined(Parts.Sound, claim).FoundFault);
    }

    private static Finding Examined(Parts parts, Claim claim) => new SimulationRoute(parts).Examine(claim, RouteSettings.Default, CancellationToken.None);
}
