using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>
/// A mutant at values that random ones never meet: symmetric matrices that are a multiple of the identity, large and small, and square matrices of trace 0. A bound that is lax in general may fail there alone.
/// </summary>
internal static class SpecialCases
{
    private const MatrixAttributes Fixed = MatrixAttributes.Orthogonal | MatrixAttributes.UnitVector;
    private static readonly ImmutableArray<Rational> Scales = [1, new(1, 1000)];

    /// <summary>The mutant with these values among its conditions; the equations stand first, so that the other conditions are met by what is still free.</summary>
    public static IEnumerable<Claim> Of(Claim claim)
    {
        ImmutableArray<Symbol> matrices = [.. claim.Symbols.Where(symbol => symbol.Law is null && symbol.Shape.IsSquare && !symbol.Shape.IsScalar && (symbol.Attributes & Fixed) == 0)];
        var (symmetric, general) = (matrices.Where(symbol => symbol.Is(MatrixAttributes.Symmetric)).ToList(), matrices.Where(symbol => symbol.Attributes == MatrixAttributes.None).ToList());
        foreach (var scale in symmetric.Count == 0 ? [] : Scales)
        {
            yield return With(claim, [.. symmetric.Select(symbol => Multiple(symbol, scale)), .. general.Select(symbol => Multiple(symbol, 1))]);
        }

        foreach (var symbol in general)
        {
            yield return With(claim, [new(Expr.TraceOf(Expr.Of(symbol)), Relation.Equal, Expr.Of(0))]);
        }
    }

    private static Comparison Multiple(Symbol symbol, Rational scale) => new(Expr.Of(symbol), Relation.Equal, Expr.Times(Expr.Of(scale), Expr.Identity(symbol.Shape.Rows)));

    private static Claim With(Claim claim, IEnumerable<Comparison> equations) => claim with { Conditions = [.. equations, .. claim.Conditions], ConditionTexts = [] };
}
