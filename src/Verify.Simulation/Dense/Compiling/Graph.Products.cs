using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>Products and traces of formed terms, whose only factor, where they have one, is dense.</summary>
internal sealed partial class Graph
{
    /// <summary>A factor as a term.</summary>
    public Term TermOf(Factor factor) => factor.Transposed ? TermOf(factor.Node).Transpose() : TermOf(factor.Node);

    /// <summary>D A E.</summary>
    public Term Weighted(Node? rows, Term term, Node? columns)
    {
        if (term.IsZero || (rows is null && columns is null))
        {
            return term;
        }

        if (term.Factors is not [var factor])
        {
            // A multiple of the identity.
            return Scale(term.Scalars, TermOf(rows is null ? columns! : columns is null ? rows : Entrywise(rows, columns)));
        }

        var (front, back) = factor.Transposed ? (columns, rows) : (rows, columns);
        var node = factor.Node;
        if (node.Kind == NodeKind.Diagonal)
        {
            var weight = front is null ? back! : back is null ? front : Entrywise(front, back);
            return Scale(term.Scalars, TermOf(Entrywise(weight, node)));
        }

        var product = TermOf(ScaledBy(front, node, back));
        return Scale(term.Scalars, factor.Transposed ? product.Transpose() : product);
    }

    /// <summary>L D R. The diagonal goes to the side that is constant, then to the smaller one.</summary>
    public Term Multiply(Term left, Node? weight, Term right)
    {
        if (weight is not null)
        {
            var toLeft = left.IsConstant != right.IsConstant && weight.IsConstant ? left.IsConstant : left.Rows <= right.Columns;
            (left, right) = toLeft ? (Weighted(null, left, weight), right) : (left, Weighted(weight, right, null));
        }

        if (left.Factors is not [{ IsDiagonal: false } a] || right.Factors is not [{ IsDiagonal: false } b])
        {
            return Formed(Times(left, right));
        }

        var scalars = Scale(left.Scalars, right.Scalars);
        return Scale(scalars, a.Rows == 1 && b.Columns == 1 ? Inner(null, a, null, b.Transpose()) : ProductOf(a, b));
    }

    /// <summary>tr(D X E Y).</summary>
    public Term TraceOfTwo(Node? rows, Term x, Node? columns, Term y)
    {
        var scalars = Scale(x.Scalars, y.Scalars);
        if (x.Factors is [{ IsDiagonal: false } a] && y.Factors is [{ IsDiagonal: false } b])
        {
            return Scale(scalars, Inner(rows, a, columns, b.Transpose()));
        }

        // A constant turned out to be diagonal or a multiple of the identity: the chain is another one now.
        return scalars.IsZero || x.IsScalar ? scalars : Scale(scalars, Chains.Trace(this, [.. Of(rows), .. x.Factors, .. Of(columns), .. y.Factors], x.Rows));

        static Factor[] Of(Node? node) => node is null ? [] : [new(node, false)];
    }

    /// <summary>The sum of a diagonal node's entries.</summary>
    public Term TraceOfDiagonal(Node diagonal) => diagonal.Kind == NodeKind.Scalar ? TermOf(diagonal)
        : TermOf(Make($"trace {diagonal.Id}", NodeKind.Scalar, 1, 1, result => new DiagonalTraceStep(result, diagonal)));

    /// <summary>tr(D E).</summary>
    public Term InnerOfDiagonals(Node left, Node right) => TermOf(InnerNode(null, left, null, right));

    /// <summary>diag(A) of a dense node.</summary>
    public Node DiagonalPart(Node node) => node.Kind != NodeKind.Dense ? node
        : Make($"diagonal {node.Id}", NodeKind.Diagonal, node.Rows, node.Columns, result => new DiagonalPartStep(result, node));

    // Σ_ij d_i a_ij e_j b_ij. Both are read as they are stored, which may need one of them transposed first: the constant one, where one is.
    private Term Inner(Node? rows, Factor a, Node? columns, Factor b)
    {
        if (a.Rows == 1 || a.Columns == 1)
        {
            return TermOf(InnerNode(null, a.Node, rows ?? columns, b.Node));
        }

        if (a.Transposed != b.Transposed)
        {
            var turnLeft = a.Node.IsConstant || (!b.Node.IsConstant && a.Transposed);
            (a, b) = turnLeft ? (new Factor(Transposed(a.Node), !a.Transposed), b) : (a, new Factor(Transposed(b.Node), !b.Transposed));
        }

        var (front, back) = a.Transposed ? (columns, rows) : (rows, columns);
        var (left, right) = a.Node.IsConstant ? (a.Node, b.Node) : (b.Node, a.Node);
        return left.IsConstant && front is null or { IsConstant: true } && back is null or { IsConstant: true } && (front ?? back) is not null
            ? TermOf(InnerNode(null, ScaledBy(front, left, back), null, right))
            : TermOf(InnerNode(front, left, back, right));
    }

    private Node ScaledBy(Node? rows, Node node, Node? columns) =>
        Make($"scale {rows?.Id} {node.Id} {columns?.Id}", NodeKind.Dense, node.Rows, node.Columns, result => new ScaleStep(result, rows, node, columns));

    private Node InnerNode(Node? rows, Node left, Node? columns, Node right)
    {
        var (a, b) = left.Id <= right.Id ? (left, right) : (right, left);
        return Make($"inner {rows?.Id} {a.Id} {columns?.Id} {b.Id}", NodeKind.Scalar, 1, 1, result => new InnerStep(result, rows, a, columns, b));
    }

    private Term ProductOf(Factor a, Factor b)
    {
        // (AB)' = B'A': one of the two stands for both, with few transposes.
        var (left, right) = (b.Transpose(), a.Transpose());
        var (transposes, turned) = (Transposes(a, b), Transposes(left, right));
        if (turned < transposes || (turned == transposes && left.Node.Id < a.Node.Id))
        {
            return ProductOf(left, right).Transpose();
        }

        var (m, n) = (a.Rows, b.Columns);
        return TermOf(Make($"product {a.Node.Id} {a.Transposed} {b.Node.Id} {b.Transposed}", NodeKind.Dense, m, n, result =>
            a.Columns == 1 ? new OuterStep(result, a.Node, b.Node)
            : n == 1 ? new ApplyStep(result, a, b.Node)
            : m == 1 ? new ApplyStep(result, new(b.Node, !b.Transposed), a.Node)
            : new ProductStep(result, a, b)));
    }

    private static int Transposes(Factor a, Factor b) => (a.Transposed ? 1 : 0) + (b.Transposed ? 1 : 0);
}
