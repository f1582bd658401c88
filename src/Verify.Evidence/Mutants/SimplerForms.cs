using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>
/// Statements that hold where a mutant does, and are cheaper to refute: with closed forms that the algebra derives in the place of sides with expectations, so that what was sampled only counts; and where a
/// root x^(1/k) tends to a value r, that x tends to r^k.
/// </summary>
internal static class SimplerForms
{
    /// <summary>The claims; none where neither form is there.</summary>
    public static IEnumerable<Claim> Of(Claim claim, IClosedForms? forms, CancellationToken cancellation)
    {
        if (claim.Statement is LimitComparison { Left: Power { IsScalar: true, Exponent: { Numerator.IsOne: true } exponent } root } limit && exponent.Denominator > 1 && IsFixed(limit))
        {
            yield return claim with { Statement = limit with { Left = root.Base, Right = Expr.Pow(limit.Right, exponent.Denominator) }, Steps = [] };
        }

        if (forms is null)
        {
            yield break;
        }

        Expr Closed(Expr side) => StatementKinds.Mentions<Expectation>(side) && forms.Of(side, cancellation) is { } form && !StatementKinds.Mentions<Expectation>(form) ? form : side;
        switch (claim.Statement)
        {
            case Comparison comparison when (Closed(comparison.Left), Closed(comparison.Right)) is var (left, right) && (left != comparison.Left || right != comparison.Right):
                yield return claim with { Statement = comparison with { Left = left, Right = right }, Steps = [] };
                break;
            case LimitComparison comparison when (Closed(comparison.Left), Closed(comparison.Right)) is var (left, right) && (left != comparison.Left || right != comparison.Right):
                yield return claim with { Statement = comparison with { Left = left, Right = right }, Steps = [] };
                break;
            default:
                break;
        }
    }

    // x - r^k need not vanish with x^(1/k) - r where r grows.
    private static bool IsFixed(LimitComparison limit) => limit.Approaches.All(approach => !(approach.Scalar is { } scalar && limit.Right.FreeSymbols.Contains(scalar))
        && !(approach.Dimension is { } dimension && limit.Right.FreeDimensions.Contains(dimension)));
}
