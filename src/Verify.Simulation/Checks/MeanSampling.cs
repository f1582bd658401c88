using System.Collections.Immutable;
using Verify.Language.Routes;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Checks;

/// <summary>Draws until the claims on the means of a program's first output are decided, or the work is done. Looking after every round costs nothing: the test is valid whenever one stops.</summary>
internal sealed class MeanSampling(SampleProgram program, ImmutableArray<MeanClaim> claims, double scale, bool isDifference, int pilot, SampleTask task)
{
    /// <summary>How many blocks are drawn before the first look.</summary>
    public const int FirstBlocks = 2;

    /// <summary>What is to be said beside the figures.</summary>
    public string? Remark { get; init; }

    /// <summary>What the draws say.</summary>
    public CheckResult Run()
    {
        if (claims.Any(claim => !(8 * claim.Slack < claim.Margin)))
        {
            return new Open($"draws spread so far that {Figures.Percent(task.Margin)} of the theory is lost in their rounding");
        }

        var test = new MeansTest(claims, task.Risk);
        var draws = new SampledMeans(program, test, task.Threads);
        var most = Math.Max(task.Work / Math.Max(program.Cost + (claims.Length * 60L), 1), 4L * draws.BlockSize);
        var sums = test.None();
        var finding = new MeansFinding(MeanVerdict.Open, 0);

        // Agreement may come before an error of the margin would have shown as a disagreement: then more is drawn.
        var seen = 0.0;
        for (var (drawn, blocks) = (0L, FirstBlocks); (finding.Verdict == MeanVerdict.Open || seen > task.Margin) && drawn < most; drawn += (long)blocks * draws.BlockSize, blocks += blocks / 2)
        {
            var before = drawn;
            try
            {
                sums = sums.Add(draws.Draw((ulong)(pilot + drawn), blocks, Tell, task.Cancellation));
            }
            catch (OperationCanceledException) when (drawn > 0)
            {
                return Stopped(Result(finding, test.Estimates(sums)));
            }

            finding = test.Decide(sums);
            seen = finding.Verdict == MeanVerdict.Agrees ? Seen(test.Entries.Max(entry => entry.Detectable(sums.Entries[0].Count)) / scale) : 0;

            void Tell(int done) => task.Progress?.Invoke(Math.Min((before + ((double)done * draws.BlockSize)) / most, 1));
        }

        return Result(finding, test.Estimates(sums));
    }

    // An order that failed by the margin would not have been agreed to, and one is not agreed to otherwise; nor are means that are said to differ.
    private double Seen(double refutable) => claims[0].Relation == Statistics.Relation.Equal && !isDifference ? refutable : Math.Min(refutable, task.Margin);

    private static Open Stopped(CheckResult soFar) => new($"stopped; until then {soFar.Detail}") { Sampled = soFar.Sampled, IsStopped = true };

    private CheckResult Result(MeansFinding finding, ImmutableArray<MeanEstimate> estimates)
    {
        var farthest = finding.Entry ?? Enumerable.Range(0, claims.Length).MaxBy(entry => Math.Abs(estimates[entry].Mean - claims[entry].Theory) / Math.Max(estimates[entry].StandardError, double.Epsilon));
        var (estimate, theory) = (estimates[farthest], claims[farthest].Theory);
        var detectable = estimates.Max(entry => entry.Detectable) / scale;
        var evidence = new SampledEvidence(pilot + estimate.Count, estimate.Mean, theory, estimate.StandardError, task.Margin, task.Risk);
        var text = $"mean {Figures.Of(estimate.Mean)} ± {Figures.Of(estimate.StandardError)} against {Figures.Of(theory)}{(claims.Length > 1 ? " in the entry farthest off" : "")} over {evidence.Samples} draws"
            + $"{(Remark is null ? "" : $" {Remark}")}; would have seen an error of {Figures.Percent(detectable)}; variance: {claims[farthest].Variance.Provenance}";
        var verdict = !isDifference ? finding.Verdict
            : finding.Verdict == MeanVerdict.Disagrees ? MeanVerdict.Agrees : MeanVerdict.Open;
        return verdict switch
        {
            MeanVerdict.Agrees when Seen(detectable) <= task.Margin => new Holds(text) { Sampled = evidence, Detectable = Seen(detectable) },
            MeanVerdict.Disagrees => new Fails($"{Figures.Of(estimate.Mean)} ± {Figures.Of(estimate.StandardError)}", Figures.Of(theory), text) { Sampled = evidence, Detectable = detectable },
            MeanVerdict.NotFinite => new Open("a draw is infinite or no number"),
            _ => new Open($"not within the margin of {Figures.Percent(task.Margin)}: {text}") { Sampled = evidence, Detectable = detectable },
        };
    }
}
