using System.Collections.Immutable;

namespace Verify.Simulation.Statistics;

/// <summary>The sums of a block of samples, or of several, for each entry.</summary>
internal sealed record BlockSums(ImmutableArray<MeanSums> Entries)
{
    /// <summary>The sums of these samples and a block more.</summary>
    public BlockSums Add(BlockSums block) => new([.. Entries.Zip(block.Entries, (a, b) => a.Add(b))]);
}
