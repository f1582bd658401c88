using Verify.Simulation.Flows;
using Xunit;

namespace Verify.Simulation.Tests.Flows;

/// <summary>Events at known times.</summary>
public sealed class EventTests
{
    public static TheoryData<string> Methods => ["explicit", "implicit", "switch"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_rotation_crosses_the_axis_after_a_quarter_of_a_turn(string method)
    {
        var ends = new List<double>();
        var result = AccuracyTests.Made(method, 1e-12).Integrate(
            Fields.Rotation.Field, Fields.Rotation.Start, double.PositiveInfinity, [new("crossed", (_, y, _) => y[0])], step => ends.Add(step.End));
        Assert.Equal((FlowEnd.Event, "crossed"), (result.End, result.Event!.Name));
        Assert.Equal(Math.PI / 2, result.Time, 1e-10);
        Assert.Equal(0, result.State[0], 1e-11);
        Assert.Equal(1, result.State[1], 1e-10);
        Assert.Equal(result.Time, ends[^1]);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_event_of_the_time_is_located_to_a_part_in_1e_12_of_the_step(string method)
    {
        var largest = 0.0;
        var result = AccuracyTests.Made(method, 1e-8).Integrate(
            Fields.Logistic.Field,
            Fields.Logistic.Start,
            9,
            [new("one", (t, _, _) => Math.Exp(-t) - Math.Exp(-1))],
            step => largest = Math.Max(largest, step.End - step.Start));
        Assert.InRange(result.Time - 1, -1e-12 * largest, 1e-12 * largest);
    }

    [Fact]
    public void Of_two_events_in_one_step_the_earlier_counts()
    {
        FlowEvent[] events = [new("late", (t, _, _) => 0.9 - t), new("early", (t, _, _) => 0.8 - t)];
        foreach (var order in new[] { events, [.. events.Reverse()] })
        {
            var result = new ClassicalRungeKutta(1).Integrate(Fields.Logistic.Field, Fields.Logistic.Start, 2, order);
            Assert.Equal("early", result.Event!.Name);
            Assert.Equal(0.8, result.Time, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Convergence_is_where_the_rate_has_fallen_by_the_factor(string method)
    {
        // On a line |f| = e^(-t).
        var field = new FunctionField(1, (y, rate) => rate[0] = 2 - y[0]);
        var result = AccuracyTests.Made(method, 1e-11).Integrate(field, [1], double.PositiveInfinity, [FlowEvent.Convergence(field, [1], 1e-6)]);
        Assert.Equal(FlowEnd.Event, result.End);
        Assert.Equal(Math.Log(1e6), result.Time, 1e-4);
    }

    [Fact]
    public void A_start_at_rest_has_converged()
    {
        var field = new FunctionField(1, (y, rate) => rate[0] = 2 - y[0]);
        var result = new DormandPrince(new(1e-9)).Integrate(field, [2], double.PositiveInfinity, [FlowEvent.Convergence(field, [2], 1e-6)]);
        Assert.Equal((FlowEnd.Event, 0.0, 0), (result.End, result.Time, result.Steps));
    }
}
