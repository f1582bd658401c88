using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Symbolics.Kronecker;

/// <summary>
/// Writes claims without vec and kron. vec(A) = vec(B) where A = B. Matrices made with kron are equal where they do the same to vec(V) for every V, a new symbol.
/// </summary>
internal static class KroneckerElimination
{
    private const int MostPasses = 16;

    /// <summary>The claim without vec and kron, which holds exactly where it does; itself where there are none. What has no such form throws <see cref="NotTreatedException"/>.</summary>
    public static Claim Of(Claim claim)
    {
        var writer = new KroneckerWriter();
        ImmutableArray<Expr> before = [.. ExpressionsOf(claim.Statement), .. claim.Conditions.SelectMany(ExpressionsOf)];
        if (!before.Any(writer.Unfoldings.Occurs))
        {
            return claim;
        }

        for (var pass = 0; pass < MostPasses; pass++)
        {
            var unfolded = writer.Unfoldings.Count;
            writer.Forget();
            var statement = Of(claim.Statement, writer);
            ImmutableArray<Comparison> conditions = [.. claim.Conditions.Select(condition => Of(condition, writer, isCondition: true))];
            if (writer.Unfoldings.Count > unfolded)
            {
                continue;
            }

            // A vector that stands also where nothing unfolds it would lose its tie to the matrix.
            ImmutableArray<Expr> after = [.. ExpressionsOf(statement), .. conditions.SelectMany(ExpressionsOf)];
            var free = after.SelectMany(expression => expression.FreeSymbols).ToHashSet();
            return writer.Unfoldings.Symbols.FirstOrDefault(free.Contains) is { } symbol
                ? throw new NotTreatedException($"{symbol.Name}, which meets a Kronecker product, beside it")
                : claim with { Statement = statement, Conditions = conditions, Symbols = [.. claim.Symbols.Select(writer.Unfoldings.Of).Concat(free).Distinct().Where(free.Contains)] };
        }

        throw new NotTreatedException("vectors that meet Kronecker products in too many ways");
    }

    /// <summary>An expression without vec and kron; of a column, the matrix of which it is vec.</summary>
    public static (Expr Value, bool IsVec) Of(Expr expression)
    {
        var writer = new KroneckerWriter();
        return expression.Shape.Columns.IsOne && writer.Unfoldings.Rows(expression) is { } shape
            ? (writer.Column(expression, shape), true)
            : (writer.Plain(expression), false);
    }

    private static Statement Of(Statement statement, KroneckerWriter writer) => statement switch
    {
        Comparison comparison => Of(comparison, writer, isCondition: false),
        Conserved conserved => new Conserved(writer.Plain(conserved.Quantity), Of(conserved.Flow, writer)),
        AlongFlow along => new AlongFlow(Of(along.Comparison, writer, isCondition: false), Of(along.Flow, writer), Starts(along.Flow, along.Start, writer)),
        MinimumClaim minimum => new MinimumClaim(
            writer.Plain(minimum.Loss),
            [.. minimum.Parameters.Select(writer.Unfoldings.Of)],
            writer.Plain(minimum.Value),
            minimum.Attained.IsDefault ? default : [.. minimum.Attained.Select(equation => Of(equation, writer, isCondition: true))]),
        FlowLimit limit => new FlowLimit(
            Of(limit.Flow, writer), Starts(limit.Flow, limit.Start, writer), [.. limit.Equations.Select(equation => Of(equation, writer, isCondition: true))]),
        LimitComparison limit => Of(new Comparison(limit.Left, Relation.Equal, limit.Right), writer, isCondition: true) is var sides
            ? new LimitComparison(sides.Left, sides.Right, limit.Approaches)
            : null!,
        _ => throw new NotTreatedException($"vec or kron in {statement.GetType().Name}"),
    };

    private static Flow Of(Flow flow, KroneckerWriter writer) => new(writer.Plain(flow.Loss), [.. flow.Parameters.Select(writer.Unfoldings.Of)]);

    private static ImmutableArray<Expr> Starts(Flow flow, ImmutableArray<Expr> starts, KroneckerWriter writer) => [.. starts.Zip(flow.Parameters, (start, parameter) =>
        writer.Unfoldings.Of(parameter) is var matrix && matrix != parameter ? writer.Column(start, Unfolding.Of(matrix.Shape)) : writer.Plain(start))];

    private static Comparison Of(Comparison comparison, KroneckerWriter writer, bool isCondition)
    {
        var (left, right, unfoldings) = (comparison.Left, comparison.Right, writer.Unfoldings);
        var rows = unfoldings.Rows(left) ?? unfoldings.Rows(right);
        var columns = unfoldings.Columns(left) ?? unfoldings.Columns(right);
        if (left.IsScalar || (rows is null && columns is null))
        {
            return new(writer.Plain(left), comparison.Relation, writer.Plain(right));
        }

        if (left.Shape.Columns.IsOne && rows is not null)
        {
            return new(writer.Column(left, rows), comparison.Relation, writer.Column(right, rows));
        }

        if (left.Shape.Rows.IsOne && columns is not null)
        {
            return new(writer.Row(left, columns), comparison.Relation, writer.Row(right, columns));
        }

        (rows, columns) = (rows ?? Whole(left.Shape.Rows), columns ?? Whole(left.Shape.Columns));
        if (isCondition || comparison.Relation != Relation.Equal)
        {
            throw new NotTreatedException("a comparison of Kronecker products other than the equality of a claim");
        }

        var v = Expr.Of(new Symbol("V", columns.Shape, SymbolRole.Given));
        return new(writer.Map(left, false, v, columns, rows), Relation.Equal, writer.Map(right, false, v, columns, rows));
    }

    private static Unfolding Whole(Size size) => new(size, Size.One);

    private static IEnumerable<Expr> ExpressionsOf(Statement statement) => statement switch
    {
        Comparison comparison => [comparison.Left, comparison.Right],
        Conserved conserved => [conserved.Quantity, conserved.Flow.Loss],
        AlongFlow along => [along.Comparison.Left, along.Comparison.Right, along.Flow.Loss, .. along.Start],
        MinimumClaim minimum => [minimum.Loss, minimum.Value, .. minimum.Attained.IsDefault ? [] : minimum.Attained.SelectMany(ExpressionsOf)],
        FlowLimit limit => [limit.Flow.Loss, .. limit.Start, .. limit.Equations.SelectMany(ExpressionsOf)],
        LimitComparison limit => [limit.Left, limit.Right],
        _ => [],
    };
}
