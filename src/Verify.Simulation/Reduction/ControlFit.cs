using Verify.Simulation.Sampling;

namespace Verify.Simulation.Reduction;

/// <summary>β of control variates, from draws that serve for nothing else.</summary>
internal static class ControlFit
{
    private const double Clearly = 0.7;

    /// <summary>β for each entry of the first output and each variate, or null where the largest variance of an entry does not fall by 30 % at least, or to nothing.</summary>
    public static double[][]? Of(SampleProgram program, int count, CancellationToken cancellation)
    {
        if (program.Standards.Count == 0)
        {
            return null;
        }

        var with = ControlVariates.With(program);
        var fit = new TrialDraws(with, 0, count, cancellation);
        var entries = program.Outputs[0].Entries.Length;
        var beta = Enumerable.Range(0, entries).Select(entry => Enumerable.Range(entries, program.Standards.Count).Select(c => fit.Covariance(entry, c) / fit.Covariance(c, c)).ToArray()).ToArray();
        if (!beta.All(row => Array.TrueForAll(row, double.IsFinite)))
        {
            return null;
        }

        double Variance(SampleProgram of) => new TrialDraws(of, count, count, cancellation).LargestVariance;
        var share = Variance(ControlVariates.Subtracted(with, beta)) / Variance(program);
        return share is > ReductionChoice.LeastShare and < Clearly ? beta : null;
    }
}
