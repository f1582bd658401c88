using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>
/// An order A &lt;= B of which a whole side was multiplied. A/2 &lt;= B and A &lt;= 2 B follow where A or B is ≥ 0, and -A &lt;= B where A is; 2 A &lt;= B and A &lt;= B/2 follow where A or B is ≤ 0, and
/// A &lt;= -B where B is. The same holds of strict orders.
/// </summary>
internal static class ScaledSides
{
    /// <summary>The proofs that the mutant follows: each that one side has the sign that is asked for, by its form, or by the steps of the claim.</summary>
    /// <param name="change">What was changed.</param>
    /// <param name="stated">The order that is claimed.</param>
    /// <param name="changed">The same with one side multiplied.</param>
    public static IEnumerable<Consequence> Of(Change change, Comparison stated, Comparison changed)
    {
        if (change.Scale is not { } factor || !change.Before.IsScalar)
        {
            return [];
        }

        var (smaller, larger) = stated.Relation is Relation.Less or Relation.LessOrEqual ? (stated.Left, stated.Right) : (stated.Right, stated.Left);
        var isLarger = ReferenceEquals(stated.Left, changed.Left) == ReferenceEquals(stated.Right, larger);
        var wantsPositive = factor.Sign < 0 ? !isLarger : isLarger == factor > Rational.One;
        Expr[] sides = factor.Sign < 0 ? [isLarger ? larger : smaller] : [larger, smaller];
        return sides.SelectMany(side => Signs(change.Claim, new(side, wantsPositive ? Relation.GreaterOrEqual : Relation.LessOrEqual, Expr.Zero(side.Shape))));
    }

    private static IEnumerable<Consequence> Signs(Claim claim, Comparison sign)
    {
        var plain = claim with { Statement = sign, Steps = [] };
        yield return new(true, [plain with { Steps = [sign] }]);
        yield return new(true, [plain]);
        if (!claim.Steps.IsEmpty)
        {
            yield return new(true, [Consequences.With(claim, sign) with { Steps = [.. claim.Steps, sign] }]);
        }
    }
}
