using FsCheck.Fluent;
using Verify.Simulation.Flows;
using Verify.Testing;
using Xunit;

namespace Verify.Simulation.Tests.Flows;

/// <summary>The reduced flow of linear self-attention: what it conserves along the path, and where it ends.</summary>
public sealed class ReducedFlowTests
{
    private static readonly Tolerance Tight = new(1e-10);

    [Fact]
    public void At_a_tolerance_of_1e_10_it_keeps_its_invariant_all_along_and_reaches_the_limit() =>
        Prop.ForAll(Gen.Choose(3, 6).ToArbitrary(), Gen.Choose(0, 10).ToArbitrary(), (d, tenths) =>
        {
            var flow = new ReducedFlow(d, Math.Pow(10, tenths / 10.0), (ulong)((100 * d) + tenths));
            var (result, drift) = Followed(new DormandPrince(Tight), flow, double.PositiveInfinity);
            return result.End == FlowEnd.Event && drift <= 1e-10 && flow.DistanceToLimit(result.State) < 1e-6;
        }).Holds(10);

    /// <summary>The product u U does not depend on how far the path was left, so it is no evidence for the integration; the invariant is.</summary>
    [Fact]
    public void Coarse_fixed_steps_reach_the_limit_of_the_product_but_break_the_invariant()
    {
        var flow = new ReducedFlow(4, 4, 1);
        var (coarse, coarseDrift) = Followed(new ClassicalRungeKutta(0.1), flow, 400);
        var (fine, fineDrift) = Followed(new DormandPrince(Tight), flow, 400);
        Assert.True(flow.DistanceOfProduct(coarse.State) < 1e-9, $"{flow.DistanceOfProduct(coarse.State)}");
        Assert.True(flow.DistanceOfProduct(fine.State) < 1e-9, $"{flow.DistanceOfProduct(fine.State)}");
        Assert.True(coarseDrift > 1e-5, $"{coarseDrift}");
        Assert.True(fineDrift < 1e-10, $"{fineDrift}");
        Assert.InRange(Math.Abs(coarse.State[^1] - flow.Limit), 1e-6, 1e-4);
    }

    [Fact]
    public void At_condition_100_the_implicit_method_takes_a_small_part_of_the_evaluations()
    {
        var flow = new ReducedFlow(4, 100, 1);
        FlowResult Ended(IFlowMethod method, FlowLimits limits) =>
            method.Integrate(flow, flow.Start, double.PositiveInfinity, [FlowEvent.Convergence(flow, flow.Start, 1e-7)], limits: limits);
        var implicitly = Ended(new ExtrapolatedMidpoint(Tight), new());
        Assert.Equal(FlowEnd.Event, implicitly.End);
        Assert.Equal(FlowEnd.WorkLimit, Ended(new DormandPrince(Tight), new(5 * implicitly.Evaluations)).End);
        var switched = Ended(StiffnessSwitch.At(Tight), new(5 * implicitly.Evaluations));
        Assert.Equal((FlowEnd.Event, implicitly.Method), (switched.End, switched.Method));
        Assert.Equal(implicitly.Time, switched.Time, 1e-5 * implicitly.Time);
    }

    // The largest drift at the ends and at seven places inside each step.
    private static (FlowResult Result, double Drift) Followed(IFlowMethod method, ReducedFlow flow, double horizon)
    {
        var (drift, state) = (0.0, new double[flow.Dimension]);
        FlowEvent[] events = double.IsFinite(horizon) ? [] : [FlowEvent.Convergence(flow, flow.Start, 1e-8)];
        var result = method.Integrate(flow, flow.Start, horizon, events, step =>
        {
            drift = Math.Max(drift, flow.Drift(step.EndState));
            for (var place = 1; place < 8; place++)
            {
                step.Interpolate(step.Start + (place / 8.0 * (step.End - step.Start)), state);
                drift = Math.Max(drift, flow.Drift(state));
            }
        });
        return (result, drift);
    }
}
