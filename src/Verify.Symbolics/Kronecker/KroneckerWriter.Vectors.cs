using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Symbolics.Kronecker;

/// <content>Vectors as matrices, and matrices between vectors as maps of matrices.</content>
internal sealed partial class KroneckerWriter
{
    /// <summary>The matrix M of the given shape for which a column is vec(M).</summary>
    public Expr Column(Expr column, Unfolding shape) => column switch
    {
        _ when !column.Shape.Rows.Equals(shape.Rows * shape.Columns) => throw new NotTreatedException("a Kronecker product whose factors do not fit"),
        ZeroMatrix => Expr.Zero(shape.Shape),
        Vectorization => Fitting(Plain(column.Children[0]), shape),
        KroneckerProduct product => Fitting(Expr.Times(Plain(product.Right), Expr.TransposeOf(Plain(product.Left))), shape),
        _ when !Unfoldings.Occurs(column) && shape.Columns.IsOne => column,
        _ when !Unfoldings.Occurs(column) && shape.Rows.IsOne => Expr.TransposeOf(column),
        SymbolValue value => Expr.Of(Unfoldings.Of(value.Symbol, shape)),
        Sum sum => Expr.Add(sum.Terms.Select(term => Column(term, shape))),
        Product { Left.IsScalar: true } product => Expr.Times(Plain(product.Left), Column(product.Right, shape)),
        Product { Right.IsScalar: true } product => Expr.Times(Plain(product.Right), Column(product.Left, shape)),
        Product product when Between(product) is { } between => Map(product.Left, false, Column(product.Right, between), between, shape),
        Transpose transpose => Row(transpose.Operand, shape),
        BlockMatrix block => Fitting(Expr.Blocks([[.. block.Rows.Select(row => Column(row[0], PartOf(row[0], shape)))]]), shape),
        Expectation expectation => Average(expectation, Column(expectation.Body, shape)),
        Gradient gradient => Unfoldings.Of(gradient.Bound, shape) is var bound
            ? Expr.GradientOf(Plain(gradient.Body), bound, Column(gradient.At, shape))
            : null!,
        _ => throw new NotTreatedException($"{column.GetType().Name} that meets a Kronecker product"),
    };

    /// <summary>The matrix M of the given shape for which a row is vec(M)'.</summary>
    public Expr Row(Expr row, Unfolding shape) => row switch
    {
        _ when !row.Shape.Columns.Equals(shape.Rows * shape.Columns) => throw new NotTreatedException("a Kronecker product whose factors do not fit"),
        ZeroMatrix => Expr.Zero(shape.Shape),
        Transpose transpose => Column(transpose.Operand, shape),
        KroneckerProduct product => Fitting(Expr.Times(Expr.TransposeOf(Plain(product.Right)), Plain(product.Left)), shape),
        _ when !Unfoldings.Occurs(row) && shape.Columns.IsOne => Expr.TransposeOf(row),
        _ when !Unfoldings.Occurs(row) && shape.Rows.IsOne => row,
        Sum sum => Expr.Add(sum.Terms.Select(term => Row(term, shape))),
        Product { Left.IsScalar: true } product => Expr.Times(Plain(product.Left), Row(product.Right, shape)),
        Product { Right.IsScalar: true } product => Expr.Times(Plain(product.Right), Row(product.Left, shape)),
        Product product when Between(product) is { } between => Map(product.Right, true, Row(product.Left, between), between, shape),
        Expectation expectation => Average(expectation, Row(expectation.Body, shape)),
        _ => throw new NotTreatedException($"{row.GetType().Name} that meets a Kronecker product"),
    };

    /// <summary>
    /// The matrix W of shape <paramref name="to"/> for which vec(W) is the operator (or its transpose) times vec(V), V of shape <paramref name="from"/>:
    /// B V A' for kron(A, B).
    /// </summary>
    public Expr Map(Expr map, bool transposed, Expr v, Unfolding from, Unfolding to)
    {
        var (rows, columns) = transposed ? (map.Shape.Columns, map.Shape.Rows) : (map.Shape.Rows, map.Shape.Columns);
        if (!columns.Equals(from.Rows * from.Columns) || !rows.Equals(to.Rows * to.Columns))
        {
            throw new NotTreatedException("a Kronecker product whose factors do not fit");
        }

        return map switch
        {
            ZeroMatrix => Expr.Zero(to.Shape),
            IdentityMatrix when from == to => v,
            Transpose transpose => Map(transpose.Operand, !transposed, v, from, to),
            Sum sum => Expr.Add(sum.Terms.Select(term => Map(term, transposed, v, from, to))),
            Product { Left.IsScalar: true } product => Expr.Times(Plain(product.Left), Map(product.Right, transposed, v, from, to)),
            Product { Right.IsScalar: true } product => Expr.Times(Plain(product.Right), Map(product.Left, transposed, v, from, to)),
            _ when columns.IsOne => Expr.Times(transposed ? Row(map, to) : Column(map, to), v),
            _ when rows.IsOne => Inner(transposed ? Column(map, from) : Row(map, from), v),
            _ when KroneckerFactors.Of(map) is { } factors => Factored(factors, transposed, v, from, to),
            Product product when Between(product) is { } between => transposed
                ? Map(product.Right, true, Map(product.Left, true, v, from, between), between, to)
                : Map(product.Left, false, Map(product.Right, false, v, from, between), between, to),
            Power { Exponent: { IsInteger: true, Sign: > 0 } k } power when from == to && k <= 16 =>
                Enumerable.Range(0, (int)k.Numerator).Aggregate(v, (value, _) => Map(power.Base, transposed, value, from, to)),
            _ when !Unfoldings.Occurs(map) => Folded(Expr.Times(transposed ? Expr.TransposeOf(map) : map, Flat(v, from)), to),
            BlockMatrix block => OfBlocks(block, transposed, v, from, to),
            Expectation expectation => Average(expectation, Map(expectation.Body, transposed, v, from, to)),
            _ => throw new NotTreatedException($"{map.GetType().Name} of Kronecker products"),
        };
    }

    private static Unfolding PartOf(Expr cell, Unfolding shape) => cell.Shape.Rows.DividedBy(shape.Rows) is { } columns ? new(shape.Rows, columns)
        : cell.Shape.Rows.Equals(shape.Rows) ? new(shape.Rows, Size.One)
        : throw new NotTreatedException("blocks of Kronecker products that do not fit");

    // vec [V, W] is vec V above vec W: the blocks act on the columns of which their own columns are vec.
    private Expr OfBlocks(BlockMatrix block, bool transposed, Expr v, Unfolding from, Unfolding to)
    {
        var (m, n) = (block.Rows.Length, block.Rows[0].Length);
        var rows = Unfoldings.Parts(block.Rows.Select(row => row.Select(cell => (Unfoldings.Rows(cell), cell.Shape.Rows))));
        var columns = Unfoldings.Parts(Enumerable.Range(0, n).Select(j => block.Rows.Select(row => (Unfoldings.Columns(row[j]), row[j].Shape.Columns))));
        var (inner, outer) = transposed ? (rows, columns) : (columns, rows);
        if (inner is null || outer is null || !inner[0].Rows.Equals(from.Rows) || !outer[0].Rows.Equals(to.Rows))
        {
            throw new NotTreatedException("blocks of Kronecker products that do not fit");
        }

        var parts = inner.Select((_, j) => Expr.Times(v, Expr.Blocks([.. inner.Select((other, k) =>
            ImmutableArray.Create(k == j ? Expr.Identity(other.Columns) : Expr.Zero(new(other.Columns, inner[j].Columns))))]))).ToArray();
        return Fitting(
            Expr.Blocks([[.. Enumerable.Range(0, transposed ? n : m).Select(i => Expr.Add(parts.Select((part, j) =>
                Map(transposed ? block.Rows[j][i] : block.Rows[i][j], transposed, part, inner[j], outer[i]))))]]),
            to);
    }

    // The size between two factors; 1 between a column and a row.
    private Unfolding? Between(Product product) => product.Left.Shape.Columns.IsOne ? Unfolding.Scalar
        : Unfoldings.Columns(product.Left) ?? Unfoldings.Rows(product.Right)
            ?? (product.Left.Shape.IsSquare ? Unfoldings.Rows(product.Left) : product.Right.Shape.IsSquare ? Unfoldings.Columns(product.Right) : null);

    private Expr Factored(KroneckerFactors factors, bool transposed, Expr v, Unfolding from, Unfolding to)
    {
        var (a, b) = (Plain(factors.Left), Plain(factors.Right));
        (a, b) = transposed ? (Expr.TransposeOf(a), Expr.TransposeOf(b)) : (a, b);
        return b.Shape.Columns.Equals(from.Rows) && a.Shape.Columns.Equals(from.Columns)
            ? Fitting(Expr.Times(Expr.Times(b, v), Expr.TransposeOf(a)), to)
            : throw new NotTreatedException("a Kronecker product whose factors do not fit");
    }

    private static Expr Fitting(Expr matrix, Unfolding shape) =>
        matrix.Shape.Equals(shape.Shape) ? matrix : throw new NotTreatedException("a Kronecker product whose factors do not fit");

    private static Expr Flat(Expr v, Unfolding shape) => shape.Columns.IsOne ? v : shape.Rows.IsOne ? Expr.TransposeOf(v)
        : throw new NotTreatedException("a matrix symbol between Kronecker products");

    private static Expr Folded(Expr v, Unfolding shape) => shape.Columns.IsOne ? v : shape.Rows.IsOne ? Expr.TransposeOf(v)
        : throw new NotTreatedException("a matrix symbol between Kronecker products");
}
