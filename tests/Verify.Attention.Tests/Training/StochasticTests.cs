using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Attention.Training;
using Verify.Simulation.Statistics;

namespace Verify.Attention.Tests.Training;

/// <summary>
/// Training on fresh prompts ends in a cloud about the limit. What is left of the loss above its minimum is near a sum of squares of normal numbers with weights; of these one square alone has
/// the heaviest tail: it is above 25 times its mean with a chance below 10^-6, and above 150 times the mean of nine independent ones likewise (the F distribution with 1 and 9 degrees of freedom).
/// </summary>
public sealed class StochasticTests(Replicas replicas) : IClassFixture<Replicas>
{
    private const double OneSquare = 25;
    private const double OneToNine = 150;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    /// <summary>
    /// With a constant step η and batches of B, the cloud's mean excess is η tr(C)/(4 B) to first order in η, C the covariance of the gradient of one prompt at the limit. tr(C) is taken from
    /// prompts of its own: the upper end of an interval at a risk of 10^-6. A half more is left for the next order in η, and what is left of the start is what the same steps along the
    /// gradient of the population loss leave of it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Stochastic_descent_ends_within_its_noise_floor(int seed)
    {
        var (bounds, weights) = (new Bounds(Replicas.Problem), replicas.OfDescent[seed - 1]);
        var scale = Math.Sqrt(bounds.Limit.Norm());
        var limit = Weights.OfBlocks(new(2, 2, [.. bounds.Limit.Entries.Select(entry => entry / scale)]), scale);
        var floor = Replicas.Step * SquaredGradients(limit) / (4 * Replicas.Blocks * PromptSource.Block);
        var left = Replicas.Excess(new GradientDescent(Replicas.Problem.Loss, Replicas.Problem.Start(), new(Replicas.Step), Replicas.Steps).ToTheEnd().Weights);
        AssertWithin((OneSquare * 1.5 * floor) + left, bounds, weights);
        Assert.InRange((1.5 * floor) + left, 0, 0.02 * Replicas.Excess(Replicas.Problem.Start()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Adam_ends_within_the_noise_that_other_runs_show(int seed)
    {
        var others = replicas.OfAdam.Where((_, i) => i != seed - 1).Average(Replicas.Excess);
        AssertWithin(OneToNine * others, new(Replicas.Problem), replicas.OfAdam[seed - 1]);
        Assert.InRange(others, 0, 0.01 * Replicas.Excess(Replicas.Problem.Start()));
    }

    [Fact]
    public void Runs_of_different_seeds_differ_and_those_of_one_seed_do_not()
    {
        Assert.Equal(10, replicas.OfDescent.Select(weights => weights.Scale).Distinct().Count());
        Assert.Equal([.. replicas.OfAdam[2].State], (double[])[.. Replicas.ByAdam(3).State]);
    }

    private static void AssertWithin(double excess, Bounds bounds, Weights weights)
    {
        Assert.InRange(Replicas.Excess(weights), -bounds.Rounding, excess);
        Assert.InRange(bounds.Distance(weights), 0, bounds.DistanceAt(excess));
    }

    // An upper bound on E ‖g‖² for one prompt, at a risk of 10^-6.
    private static double SquaredGradients(Weights weights)
    {
        var (pilot, samples) = (Draw("pilot"), Draw("prompts"));
        var test = new MeanTest(new(pilot.Average(), 0.2 * pilot.Average(), VarianceBound.FromPairs(pilot)), 1e-6);
        return test.Estimate(test.Summarise(samples)).High;

        double[] Draw(string label)
        {
            var (source, prediction) = (new PromptSource(Replicas.Law, 1, label), new QueryPrediction(2));
            var gradient = new double[weights.State.Length];
            return [.. Enumerable.Range(0, 256).SelectMany(block =>
            {
                source.Draw(block);
                return source.Prompts.Select(prompt =>
                {
                    Array.Clear(gradient);
                    prediction.AddGradient(weights.State.AsSpan(), prompt, gradient);
                    return gradient.Sum(x => x * x);
                }).ToArray();
            })];
        }
    }
}
