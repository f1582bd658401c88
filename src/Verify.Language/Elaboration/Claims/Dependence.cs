using System.Collections.Immutable;

namespace Verify.Language.Elaboration;

/// <summary>The dimensions and symbols of a file that a claim depends on.</summary>
public static class Dependence
{
    /// <summary>The free symbols of the expressions and those that their laws mention.</summary>
    public static ImmutableHashSet<Symbol> SymbolsOf(IEnumerable<Expr> expressions)
    {
        var all = ImmutableHashSet.CreateBuilder<Symbol>();
        var open = new Stack<Symbol>(expressions.SelectMany(expression => expression.FreeSymbols));
        while (open.TryPop(out var symbol))
        {
            if (all.Add(symbol) && symbol.Law is { } law)
            {
                foreach (var mentioned in law.FreeSymbols)
                {
                    open.Push(mentioned);
                }
            }
        }

        return all.ToImmutable();
    }

    /// <summary>The free dimensions of the expressions, those of the symbols' shapes and laws, and those that bounds mention.</summary>
    public static IReadOnlyList<Dimension> DimensionsOf(IEnumerable<Expr> expressions, IEnumerable<Symbol> symbols) => DimensionBounds.WithMentioned(
        expressions.SelectMany(expression => expression.FreeDimensions).Concat(symbols.SelectMany(DimensionsOf)));

    /// <summary>The expressions of a statement.</summary>
    public static IEnumerable<Expr> ExpressionsOf(Statement statement) => statement switch
    {
        Comparison comparison => [comparison.Left, comparison.Right],
        Conserved conserved => [conserved.Quantity, .. ExpressionsOf(conserved.Flow)],
        AlongFlow along => [along.Comparison.Left, along.Comparison.Right, .. ExpressionsOf(along.Flow), .. along.Start],
        MinimumClaim minimum =>
        [
            minimum.Loss, minimum.Value, .. minimum.Parameters.Select(Expr.Of),
            .. minimum.Attained.IsDefault ? [] : minimum.Attained.SelectMany(ExpressionsOf),
        ],
        FlowLimit limit => [.. ExpressionsOf(limit.Flow), .. limit.Start, .. limit.Equations.SelectMany(ExpressionsOf)],
        LimitComparison limit =>
        [
            limit.Left, limit.Right,
            .. limit.Approaches.SelectMany(approach => new[] { approach.Target, approach.Scalar is { } s ? Expr.Of(s) : Expr.Of(approach.Dimension!) }).OfType<Expr>(),
        ],
        _ => throw new InvalidOperationException($"{statement.GetType().Name} is no statement."),
    };

    private static IEnumerable<Expr> ExpressionsOf(Flow flow) => [flow.Loss, .. flow.Parameters.Select(Expr.Of)];

    private static IEnumerable<Dimension> DimensionsOf(Symbol symbol) => symbol.Shape.Rows.Dimensions.Concat(symbol.Shape.Columns.Dimensions)
        .Concat(symbol.Law is { } law ? law.FreeDimensions : []);
}
