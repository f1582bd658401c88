using Verify.Language;

namespace Verify.Evidence;

/// <summary>What declarations say of symbols and dimensions, as conditions.</summary>
internal static class Domains
{
    /// <summary>
    /// Of each symbol: <c>A &gt; 0</c> for spd, <c>A &gt;= 0</c> for psd, <c>A = A'</c>, <c>A = diag(A)</c>, <c>A' A = I</c>, a scalar's bounds, and of an index that it is a unit vector;
    /// of each dimension its lower bounds.
    /// </summary>
    public static IEnumerable<Comparison> Of(Claim claim, IEnumerable<Symbol> symbols, IEnumerable<Dimension> dimensions) =>
    [
        .. symbols.Where(claim.Symbols.Contains).SelectMany(Of),
        .. dimensions.SelectMany(dimension => dimension.LowerBounds.Select(bound => new Comparison(Expr.Of(dimension), Relation.GreaterOrEqual, Expr.OfSize(bound)))),
    ];

    private static IEnumerable<Comparison> Of(Symbol symbol)
    {
        var value = Expr.Of(symbol);
        var zero = Expr.Zero(symbol.Shape);
        if (symbol.Range.Lower is { } lower)
        {
            yield return new(value, symbol.Range.LowerStrict ? Relation.Greater : Relation.GreaterOrEqual, Expr.Of(lower));
        }

        if (symbol.Range.Upper is { } upper)
        {
            yield return new(value, symbol.Range.UpperStrict ? Relation.Less : Relation.LessOrEqual, Expr.Of(upper));
        }

        if (symbol.Is(MatrixAttributes.UnitVector))
        {
            yield return new(Expr.EntrywiseProduct(value, value), Relation.Equal, value);
            yield return new(Expr.Times(Expr.TransposeOf(value), value), Relation.Equal, Expr.Of(1));
        }

        if (symbol.Is(MatrixAttributes.Symmetric) && !symbol.Is(MatrixAttributes.PositiveSemidefinite) && !symbol.Is(MatrixAttributes.Diagonal))
        {
            yield return new(value, Relation.Equal, Expr.TransposeOf(value));
        }

        if (symbol.Is(MatrixAttributes.Diagonal))
        {
            yield return new(value, Relation.Equal, Expr.DiagonalOf(value));
        }

        if (symbol.Is(MatrixAttributes.PositiveSemidefinite))
        {
            yield return new(value, symbol.Is(MatrixAttributes.PositiveDefinite) ? Relation.Greater : Relation.GreaterOrEqual, zero);
        }

        if (symbol.Is(MatrixAttributes.Orthogonal))
        {
            yield return new(Expr.Times(Expr.TransposeOf(value), value), Relation.Equal, Expr.Identity(symbol.Shape.Rows));
        }
    }
}
