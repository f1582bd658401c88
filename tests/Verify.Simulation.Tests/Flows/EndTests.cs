using Verify.Simulation.Flows;
using Xunit;

namespace Verify.Simulation.Tests.Flows;

/// <summary>Why integrations end.</summary>
public sealed class EndTests
{
    private static readonly FunctionField Square = new(1, (y, rate) => rate[0] = y[0] * y[0]);

    public static TheoryData<string> Methods => ["explicit", "implicit", "switch"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_solution_with_a_pole_at_1_runs_away_there(string method)
    {
        var result = AccuracyTests.Made(method, 1e-9).Integrate(Square, [1], 2);
        Assert.Equal(FlowEnd.RanAway, result.End);
        Assert.Equal(1, result.Time, 1e-6);
    }

    [Fact]
    public void Fixed_steps_beyond_a_pole_run_away() =>
        Assert.Equal(FlowEnd.RanAway, new ClassicalRungeKutta(0.1).Integrate(Square, [1], 100).End);

    [Fact]
    public void A_start_that_is_no_number_has_run_away() =>
        Assert.Equal((FlowEnd.RanAway, 0), new DormandPrince(new(1e-9)).Integrate(Square, [double.NaN], 1) is var result ? (result.End, result.Steps) : default);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Where_the_rate_ends_the_step_becomes_too_small(string method)
    {
        // y' = -1/y reaches 0 at t = 1/2 and has no rate there.
        var field = new FunctionField(1, (y, rate) => rate[0] = y[0] > 0 ? -1 / y[0] : double.NaN);
        var result = AccuracyTests.Made(method, 1e-9).Integrate(field, [1], 1);
        Assert.Equal(FlowEnd.StepTooSmall, result.End);
        Assert.Equal(0.5, result.Time, 1e-6);
        Assert.True(double.IsFinite(result.State[0]));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Work_ends_after_the_step_that_spends_it(string method)
    {
        var flow = Fields.Rotation;
        var result = AccuracyTests.Made(method, 1e-9).Integrate(flow.Field, flow.Start, double.PositiveInfinity, limits: new(1000));
        Assert.Equal(FlowEnd.WorkLimit, result.End);
        Assert.InRange(result.Evaluations, 1000, 1200);
    }

    [Fact]
    public void Evaluations_are_those_the_field_saw()
    {
        var seen = 0;
        var field = new FunctionField(1, (y, rate) => (seen, rate[0]) = (seen + 1, -y[0]));
        Assert.All((string[])["explicit", "implicit", "switch"], method =>
        {
            seen = 0;
            Assert.Equal(AccuracyTests.Made(method, 1e-9).Integrate(field, [1], 5, observe: step => step.Interpolate(step.Start, new double[1])).Evaluations, seen);
        });
    }

    [Fact]
    public void A_cancelled_integration_throws()
    {
        using var source = new CancellationTokenSource();
        var steps = 0;
        Assert.Throws<OperationCanceledException>(() => new DormandPrince(new(1e-9)).Integrate(Fields.Rotation.Field, [1, 0], double.PositiveInfinity, observe: _ =>
        {
            if (++steps == 3)
            {
                source.Cancel();
            }
        }, cancellation: source.Token));
        Assert.Equal(3, steps);
    }

    [Fact]
    public void A_horizon_of_zero_is_where_it_starts() =>
        Assert.Equal((FlowEnd.Horizon, 0), new DormandPrince(new(1e-9)).Integrate(Square, [1], 0) is var result ? (result.End, result.Steps) : default);

    [Fact]
    public void A_negative_horizon_and_a_start_of_another_dimension_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DormandPrince(new(1e-9)).Integrate(Square, [1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DormandPrince(new(1e-9)).Integrate(Square, [1, 2], 1));
    }
}
