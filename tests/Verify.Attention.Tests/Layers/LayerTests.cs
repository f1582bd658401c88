using FsCheck;
using FsCheck.Fluent;
using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Attention.Tests.Layers;

public sealed class LayerTests
{
    [Fact]
    public void The_prediction_is_an_entry_of_the_whole_output() => Prop.ForAll(Problem.UpTo(4), problem =>
    {
        var (weights, prompt) = Drawn(problem);
        var output = LinearSelfAttention.Output(weights, prompt.Embedded());
        var prediction = new QueryPrediction(problem.D).Of(weights.State.AsSpan(), prompt);
        return Math.Abs(output[problem.D, problem.M] - prediction) <= 1e-12 * (1 + Math.Abs(prediction));
    }).Holds();

    /// <summary>Central differences, at two steps extrapolated: the output is of degree 2 in the weights, so that only rounding is left.</summary>
    [Fact]
    public void The_backward_pass_is_the_derivative_of_the_output() => Prop.ForAll(Problem.UpTo(3), problem =>
    {
        var (weights, prompt) = Drawn(problem);
        var z = prompt.Embedded();
        var random = SplitMix.For(problem.Seed, "cotangent");
        var cotangent = Matrix.Of(z.Rows, z.Columns, (_, _) => random.Normal());
        var gradient = LinearSelfAttention.Backward(weights, z, cotangent);
        var size = 1 + Spectra.Norm(gradient);
        return Enumerable.Range(0, gradient.Length).All(i => Math.Abs(gradient[i] - ((At(i, 0.5) - At(i, -0.5)) / 1)) <= 1e-10 * size);

        double At(int i, double step)
        {
            var moved = weights with { State = weights.State.SetItem(i, weights.State[i] + step) };
            return LinearSelfAttention.Output(moved, z).Entries.Zip(cotangent.Entries, (f, y) => f * y).Sum();
        }
    }).Holds(50);

    [Fact]
    public void The_gradient_of_the_loss_of_a_prompt_is_the_backward_pass_of_its_error() => Prop.ForAll(Problem.UpTo(4), problem =>
    {
        var (weights, prompt) = Drawn(problem);
        var gradient = new double[weights.State.Length];
        var error = new QueryPrediction(problem.D).AddGradient(weights.State.AsSpan(), prompt, gradient) - prompt.Target;
        var cotangent = Matrix.Of(problem.D + 1, problem.M + 1, (i, j) => i == problem.D && j == problem.M ? error : 0);
        var whole = LinearSelfAttention.Backward(weights, prompt.Embedded(), cotangent);
        return Spectra.Norm(whole.Zip(gradient, (a, b) => a - b)) <= 1e-12 * (1 + Spectra.Norm(whole));
    }).Holds();

    [Fact]
    public void The_start_of_assumption_3_3_is_balanced_and_the_small_random_one_is_small() => Prop.ForAll(Problem.UpTo(5), problem =>
    {
        var start = problem.Start();
        var random = Initial.SmallRandom(problem.D, 0.01, problem.Seed);
        return Math.Abs(start.Upper.Norm() - start.Scale) <= 1e-12 * start.Scale && random.State.All(weight => weight != 0 && Math.Abs(weight) < 0.06);
    }).Holds();

    private static (Weights Weights, Prompt Prompt) Drawn(Problem problem)
    {
        var source = new PromptSource(new(problem.M, new FixedCovariance(problem.Covariance())) { Noise = 0.5 }, problem.Seed, "layers");
        source.Draw(0);
        return (Initial.SmallRandom(problem.D, 1, problem.Seed), source.Prompts[7]);
    }
}
