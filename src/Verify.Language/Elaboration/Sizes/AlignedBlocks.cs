using System.Collections.Immutable;

namespace Verify.Language.Elaboration;

/// <summary>
/// Two partitions of one size into as many blocks, such as the columns of [A, B] and the rows of [I; 0] in their product: where nothing else fixes a block of one,
/// it is as large as the block that it meets.
/// </summary>
internal sealed class AlignedBlocks(ImmutableArray<OpenSize> a, ImmutableArray<OpenSize> b, Location at) : SizeConstraint(at)
{
    /// <inheritdoc/>
    public override string Failure => throw new InvalidOperationException("Blocks need not be aligned.");

    /// <inheritdoc/>
    public override bool? Advance() => a.Length != b.Length || a.Concat(b).All(size => size.Found is not null) ? true : null;

    /// <summary>One block more is as large as the one it meets.</summary>
    public override bool Guess() => a.Zip(b).Any(pair => (pair.First.Found is null || pair.Second.Found is null) && IsOpen(pair.First - pair.Second) && OpenSize.Unify(pair.First, pair.Second) == true);

    private static bool IsOpen(OpenSize difference) => difference.Found is null;
}
