using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>A node at a place of a larger matrix.</summary>
internal readonly record struct PlacedNode(int Top, int Left, Node Node);

/// <summary>A block matrix from its blocks that are not zero.</summary>
internal sealed class BlockStep(Node result, PlacedNode[] blocks) : Step(result, [.. blocks.Select(block => block.Node)])
{
    /// <inheritdoc/>
    public override long Operations => 0;

    /// <inheritdoc/>
    public override void Forward()
    {
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Node.Rows; i++)
            {
                Own(block.Node, block.Node.Values, i).CopyTo(Within(block, Result.Values, i));
            }
        }
    }

    /// <inheritdoc/>
    public override void Backward()
    {
        foreach (var block in blocks)
        {
            for (var i = 0; block.Node.Adjoints is { } adjoints && i < block.Node.Rows; i++)
            {
                Entries.AddScaled(Own(block.Node, adjoints, i), 1, Within(block, Result.Adjoints!, i));
            }
        }
    }

    // Row i of a block, or its one entry that may differ from 0.
    private static Span<double> Own(Node node, double[] entries, int i) => node.Kind == NodeKind.Dense
        ? entries.AsSpan(i * node.Columns, node.Columns)
        : entries.AsSpan(i, 1);

    private Span<double> Within(PlacedNode block, double[] entries, int i)
    {
        var first = ((block.Top + i) * Result.Columns) + block.Left;
        return block.Node.Kind == NodeKind.Dense ? entries.AsSpan(first, block.Node.Columns) : entries.AsSpan(first + i, 1);
    }
}
