using Verify.Simulation.Flows;
using Xunit;

namespace Verify.Simulation.Tests.Flows;

/// <summary>Flows with known solutions, at several tolerances.</summary>
public sealed class AccuracyTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var flow in Fields.All)
            {
                data.Add("explicit", flow.Name);
                data.Add("implicit", flow.Name);
                data.Add("switch", flow.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_error_at_the_end_is_in_proportion_to_the_tolerance(string method, string name)
    {
        var flow = Named(name);
        foreach (var tolerance in new[] { 1e-5, 1e-7, 1e-9, 1e-11 })
        {
            var result = Made(method, tolerance).Integrate(flow.Field, flow.Start, 3);
            Assert.Equal((FlowEnd.Horizon, 3), (result.End, result.Time));
            Assert.True(flow.Error(result.State, 3) < 40 * tolerance, $"{tolerance}: {flow.Error(result.State, 3)}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_tolerance_a_thousand_times_larger_makes_a_larger_error_for_less_work(string method, string name)
    {
        var flow = Named(name);
        var coarse = Made(method, 1e-5).Integrate(flow.Field, flow.Start, 3);
        var fine = Made(method, 1e-11).Integrate(flow.Field, flow.Start, 3);
        Assert.True(coarse.Evaluations < fine.Evaluations);
        Assert.True(flow.Error(coarse.State, 3) > 30 * flow.Error(fine.State, 3));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Inside_steps_the_dense_output_is_as_good_as_their_ends(string method, string name)
    {
        var (flow, state) = (Named(name), new double[Named(name).Start.Length]);
        var (worst, last) = (0.0, 0.0);
        Made(method, 1e-10).Integrate(flow.Field, flow.Start, 3, observe: step =>
        {
            Assert.Equal(last, step.Start);
            last = step.End;
            for (var place = 0; place <= 16; place++)
            {
                var time = step.Start + (place / 16.0 * (step.End - step.Start));
                step.Interpolate(time, state);
                worst = Math.Max(worst, flow.Error(state, time));
            }
        });
        Assert.Equal(3, last);
        Assert.True(worst < 4e-9, $"{worst}");
    }

    [Fact]
    public void A_first_step_that_is_far_too_large_is_rejected()
    {
        var flow = Named("circle");
        IFlowMethod[] methods = [new DormandPrince(new(1e-9)) { Steps = new(6) }, new ExtrapolatedMidpoint(new(1e-9)) { Steps = new(60) }];
        Assert.All(methods, method =>
        {
            var result = method.Integrate(flow.Field, flow.Start, 60);
            var first = 0.0;
            method.Integrate(flow.Field, flow.Start, 60, observe: step => first = step.Start == 0 ? flow.Error(step.EndState, step.End) : first);
            Assert.True(result.Rejected > 0);
            Assert.True(first < 1e-8, $"{method.Name}: {first}");
        });
    }

    [Fact]
    public void Entries_that_are_small_beside_the_largest_are_held_to_their_own_size_only_where_that_is_asked()
    {
        var flow = Fields.Rotation;
        int Steps(Tolerance tolerance) => new DormandPrince(tolerance).Integrate(flow.Field, [1e-12, 1], 0.1).Steps;
        Assert.True(Steps(new(1e-10, OfLargest: 0)) > Steps(new(1e-10, OfLargest: 1)));
    }

    [Fact]
    public void A_long_state_goes_as_its_parts()
    {
        // 1000 copies of one flow, in a state whose length is no multiple of a vector's.
        var (one, copies) = (Fields.Circle, 333);
        var part = new double[3];
        var many = new FunctionField(3 * copies, (y, rate) =>
        {
            for (var k = 0; k < copies; k++)
            {
                one.Field.Rate(y.AsSpan(3 * k, 3), part);
                part.CopyTo(rate, 3 * k);
            }
        });
        double[] start = [.. Enumerable.Range(0, copies).SelectMany(_ => one.Start)];
        var (alone, together) = (Made("explicit", 1e-9).Integrate(one.Field, one.Start, 3), Made("explicit", 1e-9).Integrate(many, start, 3));
        Assert.Equal(alone.Steps, together.Steps);
        Assert.True(SolvedFlow.Distance(together.State.AsSpan(^3..), alone.State) < 1e-12);
    }

    internal static IFlowMethod Made(string method, double tolerance) => method switch
    {
        "explicit" => new DormandPrince(new(tolerance)),
        "implicit" => new ExtrapolatedMidpoint(new(tolerance)),
        _ => StiffnessSwitch.At(new(tolerance)),
    };

    private static SolvedFlow Named(string name) => Fields.All.Single(flow => flow.Name == name);
}
