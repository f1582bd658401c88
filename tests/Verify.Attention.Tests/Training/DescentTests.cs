using FsCheck.Fluent;
using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Attention.Training;
using Verify.Testing;

namespace Verify.Attention.Tests.Training;

/// <summary>Gradient descent on the population loss, and on a batch.</summary>
public sealed class DescentTests
{
    private const int Steps = 300;

    public static TheoryData<ulong> Seeds => FlowTests.Seeds;

    /// <summary>
    /// Where |u|, ‖U‖ ≤ R, second derivatives are at most β = 3 R² λ(Γ) λ(Λ)² + ‖Λ²‖ (largest eigenvalues), and ‖∇L‖² ≥ 2 μ (L - min L), μ = u² λ(Γ) λ(Λ)² (least ones). So a step of
    /// η = 1/β takes L - min L down by the factor 1 - ημ at least, and by η/2 ‖∇L‖²; u² - ‖U‖² moves by at most η² ‖∇L‖² in a step, in all by 2 η (L - min L) of the start.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Gradient_descent_closes_the_gap_at_the_linear_rate(ulong seed) => Prop.ForAll(Problem.UpTo(4), problem =>
    {
        var (bounds, loss, start) = (new Bounds(problem), problem.Loss(), problem.Start());
        var radius = 1.5 * Math.Max(bounds.Limit.Norm(), start.Scale * start.Scale);
        var step = 1 / ((3 * radius * bounds.LargestCurvature) + bounds.Square);
        var training = new GradientDescent(() => loss, start, new(step), Steps);
        var first = loss.At(start.State.AsSpan()) - bounds.LeastLoss;
        var gap = first;
        var state = training.Begin();
        while (state.Step < Steps)
        {
            var scale = state.Weights.Scale;
            gap *= 1 - (step * scale * scale * bounds.Curvature);
            state = training.Advance(state, 1, CancellationToken.None);
            Assert.True(Math.Max(Math.Pow(state.Weights.Scale, 2), Math.Pow(state.Weights.Upper.Norm(), 2)) <= radius, "it left the ball for which its step was chosen");
        }

        var weights = state.Weights;
        var ofProduct = bounds.DistanceAt(gap);
        return loss.At(weights.State.AsSpan()) - bounds.LeastLoss <= gap + bounds.Rounding
            && bounds.Distance(weights) <= ofProduct
            && Math.Abs((weights.Scale * weights.Scale) - bounds.Limit.Norm()) <= ofProduct + (2 * step * first);
    }).Holds(3, seed);

    [Fact]
    public void Parts_of_a_descent_are_the_whole_of_it()
    {
        var problem = new Problem(2, 6, 6, 3, 1, 1);
        var training = new GradientDescent(() => new BatchLoss(new(6, new FixedCovariance(problem.Covariance())), 1, 2), problem.Start(), new(0.05), 40);
        var parts = training.Advance(training.Advance(training.Begin(), 17, CancellationToken.None), 100, CancellationToken.None);
        Assert.Equal([.. training.ToTheEnd().Weights.State], (double[])[.. parts.Weights.State]);
    }

    /// <summary>More weights than a batch of 64 prompts needs to fall below the best loss over all prompts: what is trained on a batch is its own loss.</summary>
    [Fact]
    public void Descent_on_a_batch_lowers_the_loss_of_the_batch()
    {
        var problem = new Problem(2, 6, 6, 3, 1, 1);
        var law = new PromptLaw(6, new FixedCovariance(problem.Covariance()));
        var training = new GradientDescent(() => new BatchLoss(law, 1, 1), problem.Start(), new(0.03), 400);
        Assert.True(LossOn(law, training.ToTheEnd().Weights) < 0.7 * LossOn(law, problem.Start()));
    }

    private static double LossOn(PromptLaw law, Weights weights)
    {
        var source = new PromptSource(law, 1, "training");
        source.Draw(0);
        return source.Prompts.Average(prompt => Math.Pow(new QueryPrediction(law.D).Of(weights.State.AsSpan(), prompt) - prompt.Target, 2) / 2);
    }
}
