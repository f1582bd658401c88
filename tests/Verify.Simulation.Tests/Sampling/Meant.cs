using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Sampling;

/// <summary>Whether samples have a mean, both errors bounded: an agreement that an error of the margin would prevent, and no disagreement.</summary>
internal static class Meant
{
    private const double Risk = 1e-6;

    /// <summary>Agrees where the mean is shown to be within the margin of the theory; the first third of the samples serves for the variance.</summary>
    public static MeanVerdict Verdict(ReadOnlySpan<double> samples, double theory, double margin)
    {
        var pilot = samples[..(samples.Length / 3)];
        var test = new MeanTest(new(theory, margin, VarianceBound.FromPairs(pilot)), Risk);
        return test.Decide(test.Summarise(samples[pilot.Length..]));
    }

    /// <summary>Asserts that the mean is within the margin.</summary>
    public static void Assert(ReadOnlySpan<double> samples, double theory, double margin) =>
        Xunit.Assert.Equal(MeanVerdict.Agrees, Verdict(samples, theory, margin));
}
