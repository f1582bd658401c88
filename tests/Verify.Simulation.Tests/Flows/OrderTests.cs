using Verify.Simulation.Flows;
using Xunit;

namespace Verify.Simulation.Tests.Flows;

/// <summary>The orders on the types, measured as slopes of the errors of one step over its size.</summary>
public sealed class OrderTests
{
    private static readonly Tolerance Anything = new(1e300);

    public static TheoryData<string, string> Measured
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var method in new[] { "Dormand-Prince", "Runge-Kutta", "1 column", "2 columns", "3 columns", "4 columns", "5 columns" })
            {
                data.Add(method, "rotation");
                if (method != "5 columns")
                {
                    data.Add(method, "logistic");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Measured))]
    public void One_step_has_the_order_that_stands_on_the_method(string method, string flow) =>
        AssertSlope(Made(method, 1).Order + 1, h => ErrorAt(method, flow, h, 1));

    [Theory]
    [MemberData(nameof(Measured))]
    public void The_dense_output_of_one_step_has_its_order(string method, string flow) =>
        AssertSlope(Made(method, 1).DenseOrder + 1, h => new[] { 0.13, 0.37, 0.62, 0.91 }.Max(theta => ErrorAt(method, flow, h, theta)));

    [Fact]
    public void Many_fixed_steps_have_the_order_of_the_method()
    {
        double After(int steps) => Fields.Circle.Error(new ClassicalRungeKutta(1.0 / steps).Integrate(Fields.Circle.Field, Fields.Circle.Start, 1).State, 1);
        Assert.Equal(4, Math.Log2(After(20) / After(40)), 0.2);
    }

    [Fact]
    public void The_nodes_of_the_tableau_are_sums_of_its_rows_and_the_weights_sum_to_one()
    {
        Assert.Equal(1, DormandPrinceTableau.Solution.Sum, 1e-14);
        Assert.Equal(0, DormandPrinceTableau.ErrorOfFive.Sum, 1e-14);
        Assert.Equal(0, DormandPrinceTableau.ErrorOfThree.Sum, 1e-14);
        Assert.Equal(1, DormandPrinceTableau.Stages[^1].Sum, 1e-13);
        Assert.Equal(new[] { 0.1, 0.2, 7.0 / 9 }, DormandPrinceTableau.DenseStages.Select(row => row.Sum), (x, y) => Math.Abs(x - y) < 1e-13);
    }

    // Over the three smallest halvings of the step at which the error is above rounding. Before the leading term rules, the next one makes the slope larger;
    // on the logistic flow five columns are at rounding before that.
    private static void AssertSlope(int expected, Func<double, double> error)
    {
        double[] errors = [.. Enumerable.Range(0, 24).Select(k => error(0.8 * Math.Pow(2, -k / 2.0))).TakeWhile(e => e > 1e-14)];
        double[] slopes = [.. Enumerable.Range(0, errors.Length - 2).Select(k => Math.Log2(errors[k] / errors[k + 2])).TakeLast(3)];
        Assert.True(slopes.Average() - expected is > -0.5 and < 0.75, $"expected {expected}, slopes {string.Join(", ", slopes)}");
    }

    // The largest error over several starts, since that from one start changes its sign at some size.
    private static double ErrorAt(string method, string name, double h, double theta)
    {
        var flow = Fields.All.Single(candidate => candidate.Name == name);
        return new[] { 0.2, 1, 2 }.Max(factor =>
        {
            double[] start = [.. flow.Start.Select(x => factor * x)];
            var (error, state) = (0.0, new double[start.Length]);
            Made(method, h).Integrate(flow.Field, start, h, observe: step =>
            {
                step.Interpolate(theta * h, state);
                error = SolvedFlow.Distance(theta == 1 ? step.EndState : state, flow.Solution(start, theta * h));
            });
            return error;
        });
    }

    private static IFlowMethod Made(string name, double h) => name switch
    {
        "Dormand-Prince" => new DormandPrince(Anything) { Steps = StepSizes.Of(h) },
        "Runge-Kutta" => new ClassicalRungeKutta(h),
        _ => new ExtrapolatedMidpoint(Anything) { Steps = StepSizes.Of(h), Columns = name[0] - '0' },
    };
}
