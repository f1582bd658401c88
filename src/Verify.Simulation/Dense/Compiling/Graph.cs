using Verify.Language;
using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>
/// The nodes of a program. Equal operations on equal nodes are one node; an operation on constants is carried out at once, and its result counts as zero, as a
/// multiple of the identity or as diagonal where its entries are exactly that.
/// </summary>
internal sealed partial class Graph
{
    private readonly Dictionary<string, Node> _known = [];
    private readonly Dictionary<Node, Term> _terms = [];
    private readonly List<ApproximateStep> _approximations = [];
    private int _count;

    /// <summary>The largest relative error so far of a part that is approximate.</summary>
    public double RelativeError => _approximations.Select(step => step.RelativeError).DefaultIfEmpty().Max();

    /// <summary>The node of a variable, its values to be written by every run.</summary>
    public Node Variable(int rows, int columns) =>
        New(rows == 1 && columns == 1 ? NodeKind.Scalar : NodeKind.Dense, rows, columns, new double[rows * columns]);

    /// <summary>A known matrix.</summary>
    public Term Constant(Matrix value) => TermOf(ConstantNode(value.Rows, value.Columns, value.Entries));

    /// <summary>The term that a node is: 1 × 1 nodes are scalars, and the entries of a constant are looked at.</summary>
    public Term TermOf(Node node)
    {
        if (!_terms.TryGetValue(node, out var term))
        {
            _terms[node] = term = node.IsConstant ? OfConstant(node)
                : node.Kind == NodeKind.Scalar ? new(1, 1, 1, node, [])
                : new(node.Rows, node.Columns, 1, null, [new(node, false)]);
        }

        return term;
    }

    /// <summary>The node that a step makes of its operands, or the one that the same step made before.</summary>
    public Node Make(string key, NodeKind kind, int rows, int columns, Func<Node, Step> step)
    {
        if (_known.TryGetValue(key, out var node))
        {
            return node;
        }

        node = New(kind, rows, columns, new double[kind == NodeKind.Scalar ? 1 : kind == NodeKind.Diagonal ? rows : rows * columns]);
        return _known[key] = Computed(node, step(node));
    }

    /// <summary>A node whose error beyond rounding counts.</summary>
    public Node MakeApproximate(int rows, int columns, Func<Node, ApproximateStep> step)
    {
        var node = Variable(rows, columns);
        var approximation = step(node);
        _approximations.Add(approximation);
        return Computed(node, approximation);
    }

    /// <summary>x^k of each entry of a scalar or diagonal node.</summary>
    public Node EntryPower(Node node, Rational exponent) => exponent.IsOne ? node
        : Make($"entry-power {node.Id} {exponent}", node.Kind, node.Rows, node.Columns, result => new EntryPowerStep(result, node, exponent));

    /// <summary>The entrywise product of two nodes of one kind and shape.</summary>
    public Node Entrywise(Node left, Node right)
    {
        var (a, b) = left.Id <= right.Id ? (left, right) : (right, left);
        return a == b && a.Kind != NodeKind.Dense
            ? EntryPower(a, 2)
            : Make($"entrywise {a.Id} {b.Id}", a.Kind, a.Rows, a.Columns, result => new EntrywiseStep(result, a, b));
    }

    /// <summary>The transpose of a dense node, as a node.</summary>
    public Node Transposed(Node node) =>
        node.IsSymmetric ? node : Make($"transpose {node.Id}", NodeKind.Dense, node.Columns, node.Rows, result => new TransposeStep(result, node));

    // Constants are computed at once.
    private static Node Computed(Node node, Step step)
    {
        node.Step = step;
        if (step.Operands.All(operand => operand.IsConstant))
        {
            step.Forward();
            (node.Step, node.IsConstant) = (null, true);
        }

        return node;
    }

    private Node ConstantNode(int rows, int columns, double[] values) =>
        Constant(rows == 1 && columns == 1 ? NodeKind.Scalar : NodeKind.Dense, rows, columns, values);

    private Node Constant(NodeKind kind, int rows, int columns, double[] values)
    {
        var node = New(kind, rows, columns, values);
        node.IsConstant = true;
        return node;
    }

    private Node New(NodeKind kind, int rows, int columns, double[] values) => new(_count++, kind, rows, columns, values);

    private Term OfConstant(Node node)
    {
        var (n, values) = (node.Rows, node.Values);
        if (values.All(entry => entry == 0))
        {
            return Term.Zero(node.Rows, node.Columns);
        }

        if (node.Kind == NodeKind.Scalar || (node.Kind == NodeKind.Diagonal && values.All(entry => entry == values[0])))
        {
            return Term.Multiple(n, values[0]);
        }

        if (node.Kind == NodeKind.Dense && n == node.Columns)
        {
            var pairs = Enumerable.Range(0, n)
                .SelectMany(i => Enumerable.Range(0, i).Select(j => (Below: values[(i * n) + j], Above: values[(j * n) + i]))).ToList();
            if (pairs.All(pair => pair is { Below: 0, Above: 0 }))
            {
                return TermOf(Constant(NodeKind.Diagonal, n, n, [.. Enumerable.Range(0, n).Select(i => values[i * (n + 1)])]));
            }

            node.IsSymmetric = pairs.All(pair => pair.Below == pair.Above);
        }

        return new(node.Rows, node.Columns, 1, null, [new(node, false)]);
    }
}
