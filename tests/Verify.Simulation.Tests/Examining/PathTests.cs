using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Checks;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Examining;

/// <summary>Integrated gradient flows: what they balance, and integrations that go wrong.</summary>
public sealed class PathTests
{
    private const string Statement = "u conserved along flow((u t - c)^2 + (u - 1)^2; u, t)";

    [Fact]
    public void On_a_sound_path_the_loss_falls_by_the_integral_of_the_squared_gradient()
    {
        var end = Path(Parts.Sound).Follow((_, _) => true);
        Assert.True(end.HasConverged);
        Assert.InRange(end.Imbalance, 0, 1e-8);
        Assert.Null(end.Fault);
        Assert.InRange(end.Uncertainty, 0, 1e-3);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    public void Coarse_steps_of_fixed_length_do_not_balance_though_they_come_to_the_same_rest(double step)
    {
        var (sound, coarse) = (Path(Parts.Sound).Follow((_, _) => true), Path(Parts.Sound with { Flow = new ClassicalRungeKutta(step) }).Follow((_, _) => true));
        Assert.True(coarse.HasConverged);
        Assert.All(sound.State.Zip(coarse.State), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.NotNull(coarse.Fault);
    }

    [Fact]
    public void A_field_that_turns_aside_does_not_balance() => Assert.NotNull(Path(Parts.Sound with { Flow = new Turned(Parts.Sound.Flow) }).Follow((_, _) => true).Fault);

    [Theory]
    [InlineData("u^2 - t^2 conserved along flow((u t - c)^2; u, t)")]
    [InlineData("u^2 = t^2 along flow((u t - c)^2; u = 2 h, t = 2 h)")]
    [InlineData("flow((u - h)^2 + (t - u)^2; u = 2 h, t = 3 h) -> u = h, t = h")]
    public void A_wrong_integrator_is_a_fault_and_no_verdict(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        Assert.Equal(Outcome.Agrees, Examined.Find(claim).Outcome);
        foreach (var method in new IFlowMethod[] { new ClassicalRungeKutta(0.1), new Turned(Parts.Sound.Flow) })
        {
            var finding = new SimulationRoute(Parts.Sound with { Flow = method }).Examine(claim, Examined.Settings, CancellationToken.None);
            Assert.True(finding.FoundFault, $"{method.Name}: {finding.Outcome}: {finding.Detail}");
        }
    }

    [Fact]
    public void A_path_is_told_of_in_order_and_stops_when_the_observer_has_seen_enough()
    {
        var times = new List<double>();
        var end = Path(Parts.Sound).Follow((time, _) =>
        {
            times.Add(time);
            return time < 0.01;
        });
        Assert.Equal(times.Order(), times);
        Assert.Equal("stopped", end.Event);
        Assert.False(end.HasConverged);
    }

    [Fact]
    public void A_start_without_a_gradient_begins_no_path()
    {
        var claim = Examined.Claims("flow(sqrt(u); u = -h) -> u = 0")[0];
        var flow = ((FlowLimit)claim.Statement).Flow;
        Assert.Throws<UndefinedException>(() => new GradientPath(flow, flow.Loss, Simulating(Parts.Sound), Empty, [Matrix.Scalar(-1)]));
    }

    private static Instance Empty => new(
        ImmutableDictionary<Dimension, int>.Empty, ImmutableDictionary<Symbol, Matrix>.Empty, (_, _, _) => []);

    private static GradientPath Path(Parts parts)
    {
        var claim = Examined.Claims(Statement)[0];
        var flow = ((Conserved)claim.Statement).Flow;
        var instance = Empty.With(claim.Symbols.Single(symbol => symbol.Name == "c"), Matrix.Scalar(2));
        return new(flow, flow.Loss, Simulating(parts), instance, [Matrix.Scalar(3), Matrix.Scalar(-1)]);
    }

    private static Simulating Simulating(Parts parts) => new(Examined.Settings, Effort.Full(Examined.Settings, false), "a path", parts, CancellationToken.None);

    // The first two numbers of the state are turned against each other a little; the integral beside them is not.
    private sealed class Turned(IFlowMethod inner) : IFlowMethod
    {
        public string Name => "turned";

        public int Order => inner.Order;

        public int DenseOrder => inner.DenseOrder;

        public IFlowStepper Begin(IVectorField field, double time, ReadOnlySpan<double> state) => inner.Begin(new Field(field), time, state);

        private sealed class Field(IVectorField inner) : IVectorField
        {
            public int Dimension => inner.Dimension;

            public void Rate(ReadOnlySpan<double> state, Span<double> rate)
            {
                inner.Rate(state, rate);
                (rate[0], rate[1]) = (rate[0] + (0.02 * rate[1]), rate[1] + (0.02 * rate[0]));
            }
        }
    }
}
