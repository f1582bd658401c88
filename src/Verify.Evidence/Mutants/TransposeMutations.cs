using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in transposes.</summary>
internal static class TransposeMutations
{
    /// <summary>A becomes A', where A is a symbol that is not symmetric, a power of it, or a definition that is not symmetric as it is written.</summary>
    public static IEnumerable<Expr?> Added(Spot spot) => !spot.Expression.IsScalar && spot.Expression.Shape.IsSquare && ((spot.IsWhole(spot.Expression) && !IsSymmetric(spot.Expression)) || IsAsymmetric(spot.Expression))
        ? [Expr.TransposeOf(spot.Expression)]
        : [];

    /// <summary>A' becomes A.</summary>
    public static IEnumerable<Expr?> Lost(Spot spot) => spot.Expression is Transpose { Operand: var operand } && !spot.IsWhole(spot.Expression) ? [operand] : [];

    private static bool IsAsymmetric(Expr expression) => expression switch
    {
        SymbolValue value => !value.Symbol.Is(MatrixAttributes.Symmetric),
        Power power => IsAsymmetric(power.Base),
        _ => false,
    };

    private static bool AreTransposed(Expr a, Expr b) => ReferenceEquals(Expr.TransposeOf(a), b) || ReferenceEquals(Expr.TransposeOf(b), a);

    // As it is written: what is symmetric for another reason has an equivalent mutant.
    private static bool IsSymmetric(Expr expression) => expression switch
    {
        SymbolValue value => value.Symbol.Is(MatrixAttributes.Symmetric),
        IdentityMatrix or ZeroMatrix => true,
        Sum or Power or Expectation => expression.Children.All(IsSymmetric),
        Product { Left: var left, Right: var right } => left.IsScalar ? IsSymmetric(right) : right.IsScalar ? IsSymmetric(left) : AreTransposed(left, right),
        KroneckerProduct => expression.Children.All(IsSymmetric),
        BlockMatrix grid => grid.Rows.Index().All(row => row.Item.Index().All(at => at.Index == row.Index ? IsSymmetric(at.Item)
            : at.Index < grid.Rows.Length && row.Index < grid.Rows[at.Index].Length && AreTransposed(at.Item, grid.Rows[at.Index][row.Index]))),
        _ => expression.IsScalar,
    };
}
