using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation;
using Verify.Simulation.Flows;
using Verify.Testing;

namespace Verify.Evidence.Tests.Faults;

/// <summary>A fault in what integrates shows on what a flow conserves, also where its limit is right.</summary>
public sealed class FlowFaultsTests
{
    private const string Folder = "language";
    private const string File = "flows.claim";

    private const double CoarseStep = 0.02;

    private static readonly double[] Start = [3, 2];

    private static readonly string[] Conserved = ["conserved: a product of two", "conserved: balanced layers", "along a flow: from a balanced start", "conserved: what does not move"];

    [Fact]
    public void A_sound_simulation_contradicts_nothing() => Assert.All(Broken.Reports(Parts.Sound, Folder, File), report =>
    {
        Assert.NotEqual(Verdict.Conflict, report.Verdict);
        Assert.True(report.Holds || report.Claim.Name == "end of a flow: what rests at its start", report.Claim.Name);
    });

    [Fact]
    public void A_forgotten_step_size_is_seen() => Assert.Contains("conserved: balanced layers", Broken.Conflicts(Broken.ForgottenStep, Folder, File, Conserved));

    /// <summary>The end of a path forgives what happened on the way: coarse steps of fixed size come to the right limit. What is conserved is lost, which is called a fault and not a failure of the claim.</summary>
    [Fact]
    public void Coarse_steps_fail_what_is_conserved_though_their_limit_is_right()
    {
        var claims = SoundFile.Read("""
            param s, t : scalar
            claim "conserved": s^2 - t^2 conserved along flow((s t - 1)^2; s, t)
            claim "limit":     flow((s t - 1)^2; s = 1/2, t = 1) -> s t = 1
            """).Claims;
        Assert.Equal([Outcome.Agrees, Outcome.Agrees], claims.Select(claim => Examined(Parts.Sound, claim).Outcome));
        Assert.Equal([(Outcome.Undecided, true), (Outcome.Agrees, false)], claims.Select(claim => Examined(Broken.Coarse(CoarseStep), claim)).Select(found => (found.Outcome, found.FoundFault)));
    }

    /// <summary>The same without the route: both methods end where s t = 1, but only one with s² - t² as it began.</summary>
    [Fact]
    public void The_end_of_a_coarse_path_is_right_and_what_it_conserves_is_not()
    {
        var (sound, coarse) = (End(Parts.Sound.Flow), End(new ClassicalRungeKutta(CoarseStep)));
        Assert.InRange(Math.Max(Math.Abs((sound[0] * sound[1]) - 1), Math.Abs((coarse[0] * coarse[1]) - 1)), 0, 1e-8);
        Assert.InRange(Math.Abs(Balance(sound) - Balance(Start)), 0, 1e-8);
        Assert.InRange(Math.Abs(Balance(coarse) - Balance(Start)), 1e-4, 10);
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

    private static double[] End(IFlowMethod method) => method.Integrate(new ProductFlow(), Start, 10).State;

    private static double Balance(double[] state) => (state[0] * state[0]) - (state[1] * state[1]);

    private static Finding Examined(Parts parts, Claim claim) => new SimulationRoute(parts).Examine(claim, RouteSettings.Default, CancellationToken.None);

    /// <summary>The gradient flow of (s t - 1)².</summary>
    private sealed class ProductFlow : IVectorField
    {
        public int Dimension => 2;

        public void Rate(ReadOnlySpan<double> state, Span<double> rate)
        {
            var slope = -2 * ((state[0] * state[1]) - 1);
            (rate[0], rate[1]) = (slope * state[1], slope * state[0]);
        }
    }
}
