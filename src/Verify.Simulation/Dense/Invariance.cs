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
