using FsCheck.Fluent;
using Verify.Simulation.Flows;
using Verify.Testing;
using Xunit;

namespace Verify.Simulation.Tests.Flows;

/// <summary>Stiff flows, and where the switch goes.</summary>
public sealed class StiffTests
{
    private const double Horizon = 10;
    private static readonly SolvedFlow Stiff = Fields.Linear([1, 1e2, 1e4, 1e6, 3, 30], 5);

    /// <summary>
    /// An explicit method is held to h ≤ 6.1/10⁶ by stability, which is 12 · 10 · 10⁶/6.1 evaluations, some 20 million. Of the implicit one, after the
    /// time t the components that are left have rates below about 25/t, and steps of a third of t follow them: ln(10 · 10⁸)/ln(4/3) = 72 steps from 10^-8
    /// to the horizon, each of at most 6 + 2 + 145 evaluations.
    /// </summary>
    [Theory]
    [InlineData("implicit")]
    [InlineData("switch")]
    public void A_ratio_of_rates_of_a_million_costs_few_evaluations_and_keeps_the_tolerance(string method)
    {
        var result = AccuracyTests.Made(method, 1e-10).Integrate(Stiff.Field, Stiff.Start, Horizon);
        Assert.True(result.Evaluations < 72 * 153, $"{result.Evaluations} in {result.Steps}");
        Assert.True(Stiff.Error(result.State, Horizon) < 1e-11, $"{Stiff.Error(result.State, Horizon)}");
        Assert.Equal(new ExtrapolatedMidpoint(new(1)).Name, result.Method);
    }

    [Fact]
    public void Inside_stiff_steps_the_dense_output_keeps_to_the_path()
    {
        var (worst, state) = (0.0, new double[Stiff.Start.Length]);
        AccuracyTests.Made("implicit", 1e-10).Integrate(Stiff.Field, Stiff.Start, Horizon, observe: step =>
        {
            foreach (var place in new[] { 0.1, 0.4, 0.6, 0.95 })
            {
                var time = step.Start + (place * (step.End - step.Start));
                step.Interpolate(time, state);
                worst = Math.Max(worst, Stiff.Error(state, time));
            }
        });
        Assert.True(worst < 1e-8, $"{worst}");
    }

    [Fact]
    public void A_flow_that_is_not_stiff_is_left_to_the_explicit_method() =>
        Assert.Equal(new DormandPrince(new(1)).Name, AccuracyTests.Made("switch", 1e-9).Integrate(Fields.Rotation.Field, Fields.Rotation.Start, 200).Method);

    [Fact]
    public void The_system_is_solved_as_its_residual_shows() =>
        Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (n, seed) =>
        {
            var (draw, padded) = (new SeededDraw((ulong)seed), Lanes.Padded(n));
            var (transposed, x, eta) = (new double[n * padded], new double[padded], 3.0);
            for (var i = 0; i < n; i++)
            {
                x[i] = draw.Symmetric();
                for (var j = 0; j < n; j++)
                {
                    transposed[(i * padded) + j] = draw.Symmetric();
                }
            }

            var (b, system) = ((double[])x.Clone(), new ShiftedSystem(n));
            if (!system.Factor(transposed, eta))
            {
                return false;
            }

            system.Solve(x);
            double[] residual = [.. Enumerable.Range(0, n).Select(i => b[i] - x[i] + (eta * Enumerable.Range(0, n).Sum(j => transposed[(j * padded) + i] * x[j])))];
            return residual.Max(Math.Abs) <= 1e-12 * (1 + x.Max(Math.Abs)) * n;
        }).Holds(200);

    [Fact]
    public void A_singular_system_is_refused() => Assert.False(new ShiftedSystem(1).Factor([1, 0, 0, 0, 0, 0, 0, 0], 1));
}
