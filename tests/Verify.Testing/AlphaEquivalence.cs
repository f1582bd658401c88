using Verify.Language;

namespace Verify.Testing;

/// <summary>Equality of core expressions up to the identity of symbols and dimensions, which need only have the same names where they are free.</summary>
public sealed class AlphaEquivalence
{
    private readonly Dictionary<Symbol, Symbol> _bound = [];
    private readonly Dictionary<Dimension, Dimension> _dimensions = [];
    private readonly HashSet<(Expr, Expr)> _equal = [];

    /// <summary>Whether the expressions are equal. The order of what an expectation binds does not count, a name does.</summary>
    public static bool Holds(Expr a, Expr b) => new AlphaEquivalence().Same(a, b);

    private bool Same(Expr a, Expr b)
    {
        if (_equal.Contains((a, b)))
        {
            return true;
        }

        var same = a.GetType() == b.GetType() && Same(a.Shape, b.Shape) && (a, b) switch
        {
            (Number x, Number y) => x.Value == y.Value,
            (DimensionValue x, DimensionValue y) => Same(x.Dimension, y.Dimension),
            (SymbolValue x, SymbolValue y) => Same(x.Symbol, y.Symbol),
            (Power x, Power y) => x.Exponent == y.Exponent && Same(x.Base, y.Base),
            (BlockMatrix x, BlockMatrix y) => x.Rows.Length == y.Rows.Length && SameChildren(a, b),
            (Expectation x, Expectation y) => SameBound(x.Bound.OrderBy(s => s.Name, StringComparer.Ordinal), y.Bound.OrderBy(s => s.Name, StringComparer.Ordinal)) && SameChildren(a, b),
            (Minimum x, Minimum y) => SameBound(x.Bound, y.Bound) && SameChildren(a, b),
            (Gradient x, Gradient y) => Same(x.At, y.At) && SameBound([x.Bound], [y.Bound]) && Same(x.Body, y.Body),
            (Limit x, Limit y) => SameApproach(x.Approach, y.Approach) && SameChildren(a, b),
            _ => SameChildren(a, b),
        };
        if (same)
        {
            _equal.Add((a, b));
        }

        return same;
    }

    private bool SameChildren(Expr a, Expr b) => a.Children.Length == b.Children.Length && a.Children.Zip(b.Children).All(pair => Same(pair.First, pair.Second));

    private bool Same(Symbol a, Symbol b) => _bound.TryGetValue(a, out var partner)
        ? partner == b
        : a.Name == b.Name && a.Role == b.Role && a.Attributes == b.Attributes && Same(a.Shape, b.Shape);

    private bool SameBound(IEnumerable<Symbol> a, IEnumerable<Symbol> b)
    {
        var (left, right) = (a.ToList(), b.ToList());
        foreach (var (x, y) in left.Zip(right))
        {
            _bound[x] = y;
        }

        return left.Count == right.Count && left.Zip(right).All(pair => pair.First.Role == pair.Second.Role && Same(pair.First.Shape, pair.Second.Shape) && Same(pair.First.Law, pair.Second.Law));
    }

    private bool Same(Law? a, Law? b) => (a, b) switch
    {
        (MomentLaw x, MomentLaw y) => x.GetType() == y.GetType() && x.IidRows == y.IidRows && Same(x.Mean, y.Mean) && Same(x.Covariance, y.Covariance),
        (EntriesLaw x, EntriesLaw y) => x.Family == y.Family && x.Parameters.Zip(y.Parameters).All(pair => Same(pair.First, pair.Second)),
        (LabelsLaw x, LabelsLaw y) => (x.Square is null) == (y.Square is null) && (x.Spread is null) == (y.Spread is null)
            && x.Expressions.Zip(y.Expressions).All(pair => Same(pair.First, pair.Second)),
        _ => a?.GetType() == b?.GetType(),
    };

    private bool SameApproach(Approach a, Approach b)
    {
        if (a.Dimension is { } x && b.Dimension is { } y)
        {
            _dimensions[x] = y;
            return true;
        }

        return a.Scalar is { } s && b.Scalar is { } t && SameBound([s], [t]);
    }

    private bool Same(Dimension a, Dimension b) => _dimensions.TryGetValue(a, out var partner) ? partner == b : a.Name == b.Name;

    private bool Same(Shape a, Shape b) => Same(a.Rows, b.Rows) && Same(a.Columns, b.Columns);

    private bool Same(Size a, Size b) => a.Constant == b.Constant && a.Terms.Length == b.Terms.Length
        && a.Terms.All(x => b.Terms.Any(y => x.Value == y.Value && Same(x.Key, y.Key)));
}
