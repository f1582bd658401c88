using System.Collections.Immutable;

namespace Verify.Simulation.Statistics;

/// <summary>
/// The test of the means of the entries of a matrix, at risk α in all. Each of p entries may refute at α/p, so that a right theory is
/// refuted with probability at most α; all must agree, each at α, so that a theory off by its margin or more in any entry is agreed to with
/// probability at most α.
/// </summary>
internal sealed class MeansTest
{
    /// <summary>The test of claims on the entries, in order; none throws <see cref="ArgumentException"/>.</summary>
    public MeansTest(IReadOnlyCollection<MeanClaim> claims, double risk)
    {
        Entries = claims.Count > 0
            ? [.. claims.Select(claim => new MeanTest(claim, risk, claims.Count))]
            : throw new ArgumentException("No entries.", nameof(claims));
    }

    /// <summary>The tests of the entries.</summary>
    public ImmutableArray<MeanTest> Entries { get; }

    /// <summary>The sums of no samples.</summary>
    public BlockSums None() => new([.. Entries.Select(entry => entry.None())]);

    /// <summary>
    /// The sums of a block that holds all samples of the first entry, then all of the second, and so on. A length that p does not divide
    /// throws <see cref="ArgumentException"/>.
    /// </summary>
    public BlockSums Summarise(ReadOnlySpan<double> samples)
    {
        var (count, rest) = Math.DivRem(samples.Length, Entries.Length);
        if (rest != 0)
        {
            throw new ArgumentException($"{samples.Length} samples for {Entries.Length} entries.", nameof(samples));
        }

        var sums = ImmutableArray.CreateBuilder<MeanSums>(Entries.Length);
        for (var entry = 0; entry < Entries.Length; entry++)
        {
            sums.Add(Entries[entry].Summarise(samples.Slice(entry * count, count)));
        }

        return new(sums.MoveToImmutable());
    }

    /// <summary>
    /// The verdict on all samples so far, with the first entry that made it: one that is not finite, else one that disagrees, else one
    /// still open.
    /// </summary>
    public MeansFinding Decide(BlockSums sums)
    {
        var verdicts = Entries.Zip(sums.Entries, (entry, sum) => entry.Decide(sum)).ToArray();
        foreach (var verdict in (MeanVerdict[])[MeanVerdict.NotFinite, MeanVerdict.Disagrees, MeanVerdict.Open])
        {
            if (Array.IndexOf(verdicts, verdict) is >= 0 and var entry)
            {
                return new(verdict, entry);
            }
        }

        return new(MeanVerdict.Agrees, null);
    }

    /// <summary>The estimates of the entries; each interval is at α/p, so that all hold together with probability at least 1 - α.</summary>
    public ImmutableArray<MeanEstimate> Estimates(BlockSums sums) => [.. Entries.Zip(sums.Entries, (entry, sum) => entry.Estimate(sum))];
}
