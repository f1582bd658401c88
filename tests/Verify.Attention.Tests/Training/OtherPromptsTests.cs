using FsCheck.Fluent;
using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Attention.Theory;
using Verify.Attention.Training;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Statistics;
using Verify.Testing;

namespace Verify.Attention.Tests.Training;

/// <summary>A trained layer on prompts of another length and law against (4.6), by a test of the mean whose two errors are bounded.</summary>
public sealed class OtherPromptsTests
{
    private const double Risk = 1e-7;
    private const double Margin = 0.3;

    public static TheoryData<ulong> Seeds => FlowTests.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_trained_layer_errs_as_the_formula_says(ulong seed) =>
        Prop.ForAll(Problem.UpTo(3, condition: 30), problem => Verdict(problem, 1) == MeanVerdict.Agrees).Holds(2, seed);

    [Fact]
    public void A_formula_that_is_half_too_large_is_refuted() => Assert.Equal(MeanVerdict.Disagrees, Verdict(new(2, 10, 12, 3, 1, 1), 1.5));

    private static MeanVerdict Verdict(Problem problem, double factor)
    {
        var random = SplitMix.For(problem.Seed, "other prompts");
        var task = Matrix.Of(problem.D, 1, (_, _) => random.Normal());
        var inputs = (problem with { Seed = problem.Seed + 1 }).Covariance();
        var query = (problem with { Seed = problem.Seed + 2 }).Covariance();
        var law = new PromptLaw(problem.M + 4, new FixedCovariance(inputs)) { Task = task, Noise = 0.5, Query = new OtherQuery(query) };
        var weights = new PopulationFlow(problem.Loss, problem.Start()).ToTheEnd().Weights;
        var theory = factor * Predictions.RightSide("risk-under-shift", "any layer, one task", Predictions.Trained(problem.Covariance(), problem.N)
            .With("M", law.Pairs).With("C", inputs).With("H", query).With("B", Predictions.Limit(problem.Covariance(), problem.N)).With("t", task).With("σ", 0.5));
        var test = new MeanTest(new(theory, Margin * theory, VarianceBound.FromPairs(Errors(law, weights, "pilot", 256))), Risk);
        var sums = test.None();
        for (var chunk = 0; chunk < 64 && test.Decide(sums) == MeanVerdict.Open; chunk++)
        {
            sums = sums.Add(test.Summarise(Errors(law, weights, $"prompts {chunk}", 64)));
        }

        return test.Decide(sums);
    }

    private static double[] Errors(PromptLaw law, Weights weights, string label, int blocks)
    {
        var (source, prediction) = (new PromptSource(law, 1, label), new QueryPrediction(law.D));
        return [.. Enumerable.Range(0, blocks).SelectMany(block =>
        {
            source.Draw(block);
            return source.Prompts.Select(prompt => Math.Pow(prediction.Of(weights.State.AsSpan(), prompt) - prompt.Target, 2)).ToArray();
        })];
    }
}
