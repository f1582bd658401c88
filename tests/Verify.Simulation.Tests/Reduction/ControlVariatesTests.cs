using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Reduction;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;
using Verify.Simulation.Tests.Sampling;

namespace Verify.Simulation.Tests.Reduction;

/// <summary>Sums of known mean that are taken off: whatever the coefficients, the mean stays, and good ones take most of the spread of some draws.</summary>
public sealed class ControlVariatesTests
{
    private const int Count = 200_000;

    [Theory]
    [InlineData("E[x x']", "Λ")]
    [InlineData("E[X' X]", "N Λ")]
    [InlineData("E[z z']", "Λ + m m'")]
    [InlineData("E[v v']", "Λ + m m'")]
    [InlineData("E[f' f]", "tr(Λ)")]
    [InlineData("E[(1 + e)^2 g^2]", "2")]
    public void No_coefficients_move_the_mean(string text, string mean)
    {
        var (program, theory) = Read(text, mean);
        var with = ControlVariates.With(program);
        var beta = program.Outputs[0].Entries.Select((_, entry) => program.Standards.Select((_, c) => 0.3 - (0.2 * entry) + c).ToArray()).ToArray();
        var plain = Sampled.Entries(program, Count);
        var samples = Sampled.Entries(ControlVariates.Subtracted(with, beta), Count);
        var spread = samples.Max(entry => Math.Sqrt(entry.Average(x => x * x)));
        Assert.All(samples.Zip(theory), entry => Meant.Assert(entry.First, entry.Second, 0.06 * spread));
        Assert.All(samples.Zip(plain), pair => Assert.NotEqual(pair.First[0], pair.Second[0]));
    }

    [Fact]
    public void The_sums_are_those_of_each_law_and_have_mean_0()
    {
        var claim = Testing.SoundFile.Read("""
            dim d
            matrix Λ : d × d, spd
            random x : d ~ normal(Λ)
            random v : d ~ moments(cov: Λ)
            random r : d ~ rademacher
            random q : d ~ exponential(3)
            random w : d ~ uniform(-1, 4)
            claim "it": E[x' v + r' q + w' w] = 0

            """).Claims.Single();
        var estimator = Estimator.Of(((Comparison)claim.Statement).Left);
        var program = Sampled.Program([estimator.Draw], estimator.Drawn, Known.InstanceOf(claim));
        Assert.Equal(4, program.Standards.Count);
        foreach (var c in Enumerable.Range(1, 4))
        {
            var samples = Sampled.Entries(ControlVariates.With(program), Count, c)[0];
            Meant.Assert(samples, 0, 0.05 * Math.Sqrt(samples.Average(x => x * x)));
            Assert.NotEqual(0, samples[0]);
        }
    }

    [Theory]
    [InlineData("E[sqrt(g^2 + e^2)]", 0.3)]
    [InlineData("E[1/(1 + e^2)]", 0.5)]
    [InlineData("E[norm(G)]", 0.1)]
    public void What_grows_with_the_draws_spreads_less(string text, double share)
    {
        var (program, _) = Read(text, "1");
        var beta = ControlFit.Of(program, 4096, CancellationToken.None);
        Assert.NotNull(beta);
        Assert.InRange(Variance(ControlVariates.Subtracted(ControlVariates.With(program), beta)) / Variance(program), 0, share);
    }

    [Theory]
    [InlineData("E[e g]")]
    [InlineData("E[x' A y]")]
    [InlineData("E[k]")]
    public void What_they_do_not_explain_is_left(string text) => Assert.Null(ControlFit.Of(Read(text, "0").Program, 4096, CancellationToken.None));

    private static (SampleProgram Program, double[] Theory) Read(string text, string mean)
    {
        var claim = Known.Claim($"{text} = {(mean is "0" or "1" ? $"{mean} * ({text})" : mean)}");
        var instance = Known.InstanceOf(claim);
        var comparison = (Comparison)claim.Statement;
        var estimator = Estimator.Of(comparison.Left);
        return (Sampled.Program([estimator.Draw], estimator.Drawn, instance), mean is "0" or "1" ? [] : DenseProgram.ValueOf(comparison.Right, instance).Entries);
    }

    private static double Variance(SampleProgram program) => VarianceBound.FromPairs(Sampled.Entries(program, Count)[0]).Value;
}
