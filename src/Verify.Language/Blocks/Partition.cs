using System.Collections.Immutable;
using Verify.Language.Elaboration;

namespace Verify.Language.Blocks;

/// <summary>A size cut into consecutive parts, such as d + 1 into d and 1.</summary>
internal sealed class Partition : IEquatable<Partition>
{
    /// <summary>The most parts: with a doubled block matrix for each line of a file, a short file would have any number.</summary>
    public const int MostParts = 64;

    /// <summary>The parts, in order; their sum is the size. More than <see cref="MostParts"/> throw <see cref="BlockException"/>.</summary>
    public Partition(ImmutableArray<Size> parts) => Parts = parts.Length <= MostParts ? parts : throw new BlockException($"blocks cut into more than {MostParts} parts");

    /// <summary>The parts.</summary>
    public ImmutableArray<Size> Parts { get; }

    /// <summary>How many parts there are.</summary>
    public int Count => Parts.Length;

    /// <summary>A size in one piece.</summary>
    public static Partition Whole(Size size) => new([size]);

    /// <summary>The coarsest partition that both are cut by. Where the order of two cuts depends on the dimensions there is none (<see cref="BlockException"/>).</summary>
    public Partition Join(Partition other)
    {
        if (Count == 1 || Equals(other))
        {
            return other;
        }

        if (other.Count == 1)
        {
            return this;
        }

        var parts = ImmutableArray.CreateBuilder<Size>();
        var (a, b) = (new Queue<Size>(Parts), new Queue<Size>(other.Parts));
        var (left, right) = (a.Dequeue(), b.Dequeue());
        while (true)
        {
            var part = left.Equals(right) || !DimensionBounds.MayBeBelowOne(right - left) ? left
                : !DimensionBounds.MayBeBelowOne(left - right) ? right
                : throw new BlockException($"blocks whose cuts cannot be put in order ({left} against {right})");
            parts.Add(part);
            var (restLeft, restRight) = (left - part, right - part);
            if ((restLeft.Equals((Size)0) && a.Count == 0) || (restRight.Equals((Size)0) && b.Count == 0))
            {
                return new(parts.ToImmutable());
            }

            left = restLeft.Equals((Size)0) ? a.Dequeue() : restLeft;
            right = restRight.Equals((Size)0) ? b.Dequeue() : restRight;
        }
    }

    /// <summary>The parts of this that make up each part of a coarser partition.</summary>
    public ImmutableArray<Partition> Within(Partition coarser)
    {
        var result = ImmutableArray.CreateBuilder<Partition>();
        var next = 0;
        foreach (var part in coarser.Parts)
        {
            var (first, sum) = (next, Parts[next++]);
            while (!sum.Equals(part))
            {
                sum += Parts[next++];
            }

            result.Add(new(Parts[first..next]));
        }

        return result.ToImmutable();
    }

    /// <inheritdoc/>
    public bool Equals(Partition? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Partition);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}

/// <summary>A block expression that cannot be written without blocks; the message names the construct.</summary>
internal sealed class BlockException(string construct) : Exception(construct);

/// <summary>The cuts of rows and columns.</summary>
internal sealed record Cuts(Partition Rows, Partition Columns)
{
    /// <summary>Whether there is one block only.</summary>
    public bool IsWhole => Rows.Count == 1 && Columns.Count == 1;

    /// <summary>columns × rows.</summary>
    public Cuts Transposed => new(Columns, Rows);

    /// <summary>A shape in one piece.</summary>
    public static Cuts Whole(Shape shape) => new(Partition.Whole(shape.Rows), Partition.Whole(shape.Columns));

    /// <summary>The coarsest cuts that contain both.</summary>
    public Cuts Join(Cuts other) => new(Rows.Join(other.Rows), Columns.Join(other.Columns));

    /// <summary>For a square matrix: the same cuts of rows and of columns.</summary>
    public Cuts Square() => Rows.Join(Columns) is var both ? new(both, both) : this;
}
