using Verify.Language;

namespace Verify.Simulation.Dense;

/// <summary>Expressions that a common rotation of all their matrices and vectors rotates along, scalars not at all.</summary>
internal static class Invariance
{
    /// <summary>
    /// The one size other than 1 that occurs, where the expression is built from symbols, identities and zeros of that size and from operations that do not
    /// depend on the basis; otherwise null.
    /// </summary>
    public static Size? CommonSize(Expr expression)
    {
        var (sizes, seen) = (new HashSet<Size>(), new HashSet<Expr>());
        return Rotates(expression, sizes, seen) && sizes.Count == 1 ? sizes.Single() : null;
    }

    /// <summary>
    /// The first positive definite symbol, not declared diagonal, of statements which a common rotation of all n × n matrices and n × 1 vectors in them, for their one
    /// size n, turns into themselves, or null: its value may be taken diagonal without loss.
    /// </summary>
    public static Symbol? Diagonalisable(IEnumerable<Expr> expressions, IEnumerable<Symbol> symbols)
    {
        var (sizes, seen) = (new HashSet<Size>(), new HashSet<Expr>());
        return expressions.All(expression => Rotates(expression, sizes, seen)) && sizes.Count == 1
            && symbols.All(symbol => symbol.Law is null && !symbol.Is(MatrixAttributes.Diagonal))
            ? symbols.FirstOrDefault(symbol => symbol.Is(MatrixAttributes.PositiveDefinite) && !symbol.Is(MatrixAttributes.Orthogonal) && !symbol.Shape.IsScalar)
            : null;
    }

    private static bool Rotates(Expr expression, HashSet<Size> sizes, HashSet<Expr> seen)
    {
        if (!seen.Add(expression))
        {
            return true;
        }

        sizes.UnionWith(new[] { expression.Shape.Rows, expression.Shape.Columns }.Where(size => !size.IsOne));
        return expression is Number or DimensionValue or SymbolValue or ZeroMatrix or IdentityMatrix or Sum or Product or Transpose or Power or Trace
                or OperatorNorm or FrobeniusNorm
            && sizes.Count <= 1
            && expression.Children.All(child => Rotates(child, sizes, seen));
    }
}
