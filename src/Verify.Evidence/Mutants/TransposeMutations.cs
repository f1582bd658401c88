using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in transposes.</summary>
internal static class TransposeMutations
{
    /// <summary>A becomes A', where A is a symbol that is not symmetric, a power of it, or a definition.</summary>
    public static IEnumerable<Expr?> Added(Spot spot) => !spot.Expression.IsScalar && spot.Expression.Shape.IsSquare && (spot.IsWhole(spot.Expression) || IsAsymmetric(spot.Expression))
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
}
