using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Reduction;

/// <summary>
/// Chooses the estimator that is expected to need the least work, from a few draws of each that serve for nothing else. Which is chosen changes no mean, and is
/// settled before the first draw that counts.
/// </summary>
/// <param name="compile">The program of an estimator, with streams of its own for the label.</param>
/// <param name="wanted">How many draws a variance of 1 takes.</param>
/// <param name="least">How many draws are made at least.</param>
/// <param name="pilot">How many draws a pilot of another estimator would take.</param>
/// <param name="cancellation">Stops the draws.</param>
internal sealed class ReductionChoice(Func<ReducedEstimator, string, SampleProgram> compile, double wanted, int least, int pilot, CancellationToken cancellation)
{
    /// <summary>What must be left of the variance, so that the mean is still sampled.</summary>
    public const double LeastShare = 1e-6;

    private const int Trial = 2048;
    private const int ShortestTrial = 256;
    private const int MostSteps = 1 << 20;
    private const double TrialShare = 0.02;
    private const double Clearly = 0.5;

    /// <summary>The estimator to use, the plain one unless another halves the work at least, given that one with its program and variance.</summary>
    public ReducedEstimator Of(ReducedEstimator plain, SampleProgram program, Instance instance, double variance)
    {
        if (wanted * variance <= 2.0 * Math.Max(pilot, least))
        {
            return plain;
        }

        var work = wanted * variance * CostOf(program);
        var (best, lowest) = (plain, Clearly * work);
        foreach (var (place, candidate) in Candidates(plain.Draw, plain.Drawn, instance).Index())
        {
            if (WorkOf(candidate, $"trial {place}", variance, TrialShare * work) is { } other && other < lowest)
            {
                (best, lowest) = (candidate, other);
            }
        }

        return best;
    }

    /// <summary>What is tried: means over the vectors of each name, over all others, and over all, and antithetic draws.</summary>
    public static IEnumerable<ReducedEstimator> Candidates(Expr draw, ImmutableArray<Symbol> drawn, Instance instance)
    {
        var vectors = Conditioning.Candidates(draw, drawn);
        var sets = vectors.GroupBy(symbol => symbol.Name).SelectMany(group => new[] { group.ToImmutableArray(), [.. vectors.Except(group)] })
            .Append(vectors).Where(set => !set.IsEmpty).DistinctBy(set => string.Join(' ', set.Select(vectors.IndexOf)));
        return sets.Select(set => Conditioning.Over(set, draw, drawn, instance)).Append(Mirroring.Of(draw, drawn)).OfType<ReducedEstimator>();
    }

    // Null where a trial alone would take too much, and where nothing is left to draw: that would compute the mean, not sample it.
    private double? WorkOf(ReducedEstimator candidate, string label, double plain, double allowed)
    {
        var program = compile(candidate, label);
        var count = (int)Math.Min(allowed / CostOf(program), Trial);
        if (program.Cost > MostSteps || count < ShortestTrial)
        {
            return null;
        }

        var variance = VarianceBound.FromPairMean(new TrialDraws(program, 0, count, cancellation).LargestVariance, count / 2).Value;
        return double.IsFinite(variance) && variance > LeastShare * plain ? (pilot + Math.Max(wanted * variance, least)) * CostOf(program) : null;
    }

    // The test of each entry costs as well.
    private static double CostOf(SampleProgram program) => program.Cost + (60.0 * program.Outputs[0].Entries.Length);
}
