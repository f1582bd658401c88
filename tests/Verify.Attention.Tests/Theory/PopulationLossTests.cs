using FsCheck.Fluent;
using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Attention.Theory;
using Verify.Simulation.Statistics;
using Verify.Testing;

namespace Verify.Attention.Tests.Theory;

/// <summary>The compiled loss against prompts, and against its own differences.</summary>
public sealed class PopulationLossTests
{
    private const double Risk = 1e-6;

    public static TheoryData<string> Laws => ["fixed", "noise", "exponential"];

    /// <summary>All weights are at random, so that no block is 0. Each entry of the gradient, and the loss, is tested at a joint risk of 10^-6.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void The_loss_and_its_gradient_are_the_means_over_prompts(string name)
    {
        var problem = new Problem(2, 12, 12, 3, 1, 5);
        var (law, loss) = Case(name, problem);
        var weights = Initial.SmallRandom(2, 0.5, 3);
        var exact = new double[weights.State.Length];
        double[] theory = [loss.Evaluate(weights.State.AsSpan(), exact), .. exact];
        var pilot = Samples(law, weights, "pilot", 256);
        var means = new MeansTest([.. theory.Select((value, i) => new MeanClaim(value, 0.25 * Math.Max(theory[0], Math.Abs(value)), VarianceBound.FromPairs(pilot[i])))], Risk);
        var sums = means.None();
        for (var chunk = 0; chunk < 32 && means.Decide(sums).Verdict == MeanVerdict.Open; chunk++)
        {
            sums = sums.Add(means.Summarise([.. Samples(law, weights, $"prompts {chunk}", 256).SelectMany(entry => entry)]));
        }

        Assert.Equal(new(MeanVerdict.Agrees, null), means.Decide(sums));
    }

    [Fact]
    public void Its_gradient_is_the_derivative_of_its_value() => Prop.ForAll(Problem.UpTo(4), problem =>
    {
        var loss = problem.Loss();
        var weights = Initial.SmallRandom(problem.D, 0.5, problem.Seed).State.ToArray();
        var gradient = new double[weights.Length];
        loss.Evaluate(weights, gradient);
        var size = 1 + Spectra.Norm(gradient);

        // Of degree 2 in the weights of one matrix: a central difference is exact.
        return Enumerable.Range(0, weights.Length).All(i => Math.Abs(gradient[i] - (At(i, 0.25) - At(i, -0.25)) / 0.5) <= 1e-9 * size);

        double At(int i, double step)
        {
            double[] moved = [.. weights];
            moved[i] += step;
            return loss.At(moved);
        }
    }).Holds(30);

    [Fact]
    public void Without_noise_the_noisy_loss_is_the_noiseless_one_and_noise_adds_to_it()
    {
        var problem = new Problem(3, 7, 1, 5, 1, 2);
        var weights = problem.Start().State.AsSpan();
        var plain = problem.Loss().At(weights);
        Assert.Equal(plain, PopulationLoss.Of(problem.Covariance(), 7, 0).At(weights), 1e-12 * plain);
        Assert.True(PopulationLoss.Of(problem.Covariance(), 7, 0.5).At(weights) > plain);
    }

    private static (PromptLaw Law, PopulationLoss Loss) Case(string name, Problem problem) => name switch
    {
        "fixed" => (new(problem.N, new FixedCovariance(problem.Covariance())), problem.Loss()),
        "noise" => (new(problem.N, new FixedCovariance(problem.Covariance())) { Noise = 0.7 }, PopulationLoss.Of(problem.Covariance(), problem.N, 0.7)),
        _ => (new(problem.N, new ExponentialCovariance(problem.D, 1)), PopulationLoss.OfExponential(problem.D, problem.N)),
    };

    // The loss of each prompt, then each entry of its gradient.
    private static double[][] Samples(PromptLaw law, Weights weights, string label, int blocks)
    {
        var (source, prediction) = (new PromptSource(law, 1, label), new QueryPrediction(law.D));
        double[][] samples = [.. Enumerable.Range(0, weights.State.Length + 1).Select(_ => new double[blocks * PromptSource.Block])];
        var gradient = new double[weights.State.Length];
        for (var block = 0; block < blocks; block++)
        {
            source.Draw(block);
            for (var b = 0; b < PromptSource.Block; b++)
            {
                Array.Clear(gradient);
                var at = (block * PromptSource.Block) + b;
                var error = prediction.AddGradient(weights.State.AsSpan(), source.Prompts[b], gradient) - source.Prompts[b].Target;
                samples[0][at] = error * error / 2;
                for (var i = 0; i < gradient.Length; i++)
                {
                    samples[i + 1][at] = gradient[i];
                }
            }
        }

        return samples;
    }
}
