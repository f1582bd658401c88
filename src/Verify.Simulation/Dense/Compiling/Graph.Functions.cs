using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>vec, kron, and functions of all entries of a matrix.</summary>
internal sealed partial class Graph
{
    /// <summary>The columns one under the other.</summary>
    public Term Vec(Term a)
    {
        var (rows, columns) = (a.Rows, a.Columns);
        return columns == 1 ? a
            : a.IsZero ? Term.Zero(rows * columns, 1)
            : TermOf(Gathered(NodeOf(a, dense: true), rows * columns, 1, k => (k % rows * columns) + (k / rows)));
    }

    /// <summary>Block ij is a_ij B: the entrywise product of A, each entry spread over a block, and of B, repeated.</summary>
    public Term Kronecker(Term a, Term b)
    {
        if (a.IsScalar || b.IsScalar)
        {
            return a.IsScalar ? Scale(a, b) : Scale(b, a);
        }

        var (rows, columns) = (a.Rows * b.Rows, a.Columns * b.Columns);
        return a.IsZero || b.IsZero ? Term.Zero(rows, columns) : TermOf(Entrywise(
            Gathered(NodeOf(a, dense: true), rows, columns, k => (k / columns / b.Rows * a.Columns) + (k % columns / b.Columns)),
            Gathered(NodeOf(b, dense: true), rows, columns, k => (k / columns % b.Rows * b.Columns) + (k % columns % b.Columns))));
    }

    /// <summary>What a step computes from all entries of a matrix.</summary>
    public Term OfEntries(string name, Term a, int rows, int columns, Func<Node, Node, Step> step)
    {
        var node = NodeOf(a.IsZero ? TermOf(Combination(a.Rows, a.Columns, [], dense: true)) : a, dense: true);
        var kind = rows == 1 && columns == 1 ? NodeKind.Scalar : NodeKind.Dense;
        return TermOf(Make($"{name} {node.Id}", kind, rows, columns, result => step(result, node)));
    }

    private Node Gathered(Node node, int rows, int columns, Func<int, int> place)
    {
        int[] places = [.. Enumerable.Range(0, rows * columns).Select(place)];
        return Make($"gather {node.Id} {rows} {columns}: {string.Join(" ", places)}", NodeKind.Dense, rows, columns, result => new GatherStep(result, node, places));
    }
}
