using Verify.Attention.Layers;
using Verify.Attention.Theory;
using Verify.Attention.Training;
using Verify.Simulation.Dense;

namespace Verify.Attention.Tests.Training;

/// <summary>
/// Gradient flow from small weights of which none is 0. Theorem 4.1 does not speak of them, and they do not all end at its limit: some end where u = 0 and U = 0, and a b' alone predicts, which has
/// rank one. No direction leads down from there.
/// </summary>
public sealed class SmallRandomTests
{
    private const double Exact = 1e-6;

    public static TheoryData<ulong> Seeds => FlowTests.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_ends_at_the_least_loss_or_where_a_matrix_of_rank_one_is_best(ulong seed)
    {
        var (weights, excess) = Ended(seed);
        var bounds = new Bounds(ProblemOf(seed));
        if (excess <= Exact)
        {
            Assert.InRange(bounds.Distance(weights), 0, bounds.DistanceAt(Math.Max(excess, 0)));
            return;
        }

        Assert.InRange(Math.Abs(excess - ExcessOfRankOne(ProblemOf(seed))), 0, Exact);
        Assert.InRange(Math.Abs(weights.Scale) + weights.Upper.Norm(), 0, 1e-3);
        Assert.InRange(LeastCurvature(ProblemOf(seed).Loss(), [.. weights.State]), -1e-4, double.PositiveInfinity);
    }

    [Fact]
    public void Both_ends_are_met() => Assert.Equal(2, Enumerable.Range(1, 10).Select(seed => Ended((ulong)seed).Excess <= Exact).Distinct().Count());

    private static Problem ProblemOf(ulong seed) => new(2, 10, 10, 3, 1, seed);

    private static (Weights Weights, double Excess) Ended(ulong seed)
    {
        var problem = ProblemOf(seed);
        var weights = new PopulationFlow(problem.Loss, Initial.SmallRandom(2, 0.05, seed)) { Rest = 1e-6 }.ToTheEnd().Weights;
        return (weights, problem.Loss().At(weights.State.AsSpan()) - new Bounds(problem).LeastLoss);
    }

    // In the eigenbasis min L is ½ tr Λ less ½ λ²/γ for each eigenvalue; of rank one only the largest of these is had.
    private static double ExcessOfRankOne(Problem problem) =>
        Spectra.Least(problem.Covariance()) is var least && Spectra.Least(Predictions.Gamma(problem.Covariance(), problem.N)) is var gamma ? least * least / gamma / 2 : 0;

    // The least eigenvalue of the matrix of second derivatives, from differences of the gradient.
    private static double LeastCurvature(PopulationLoss loss, double[] state)
    {
        const double step = 1e-3;
        var n = state.Length;
        var columns = Enumerable.Range(0, n).Select(i => Moved(i, step).Zip(Moved(i, -step), (a, b) => (a - b) / (2 * step)).ToArray()).ToArray();
        return Spectra.Least(Matrix.Of(n, n, (i, j) => (columns[i][j] + columns[j][i]) / 2));

        double[] Moved(int i, double by)
        {
            double[] moved = [.. state];
            moved[i] += by;
            var gradient = new double[n];
            loss.Evaluate(moved, gradient);
            return gradient;
        }
    }
}
