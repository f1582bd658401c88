using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>What a claim says of other values of its symbols: of -s, of 2 s and s/2, of A', and of another symbol in the place of one.</summary>
internal static class Instances
{
    private const int Most = 12;

    /// <summary>The comparison with one symbol replaced by a value that its declaration allows and of which no condition speaks.</summary>
    public static IEnumerable<Comparison> Of(Claim claim, Comparison comparison) => claim.Symbols
        .Where(symbol => symbol.Law is null && (comparison.Left.FreeSymbols.Contains(symbol) || comparison.Right.FreeSymbols.Contains(symbol)))
        .Where(symbol => !claim.Conditions.Any(condition => condition.Left.FreeSymbols.Contains(symbol) || condition.Right.FreeSymbols.Contains(symbol)))
        .SelectMany(symbol => Values(symbol, claim).Select(value => Substitution.Of(symbol, value).In(comparison)))
        .Distinct().Take(Most);

    private static IEnumerable<Expr> Values(Symbol symbol, Claim claim)
    {
        var value = Expr.Of(symbol);
        if (symbol.Attributes == MatrixAttributes.None && symbol.Range == ScalarRange.Real)
        {
            yield return Expr.Negate(value);
            if (symbol.Shape.IsSquare && !symbol.Shape.IsScalar)
            {
                yield return Expr.TransposeOf(value);
            }
        }

        if (symbol.Attributes is MatrixAttributes.None or MatrixAttributes.Symmetric or MatrixAttributes.PositiveSemidefinite or MatrixAttributes.PositiveDefinite && symbol.Range == ScalarRange.Real)
        {
            yield return Expr.Times(Expr.Of(2), value);
            yield return Expr.Times(Expr.Of(new Rational(1, 2)), value);
        }

        foreach (var other in claim.Symbols.Where(other => other != symbol && other.Law is null && other.Shape.Equals(symbol.Shape) && other.Is(symbol.Attributes) && symbol.Range == ScalarRange.Real))
        {
            yield return Expr.Of(other);
        }
    }
}
