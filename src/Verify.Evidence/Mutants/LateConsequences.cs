using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>
/// Longer ways in which an order may be proved, for what nothing else settled: by the steps of its claim and of another claim of its file; and where a condition was removed, by those steps under the opposite of
/// that condition, since under the condition it is the claim.
/// </summary>
internal static class LateConsequences
{
    private const int MostNeighbours = 4;

    /// <summary>The ways, the cheapest first.</summary>
    public static IEnumerable<Consequence> Of(Mutant mutant)
    {
        if (Consequences.Order(mutant.Claim.Statement) is not { } wanted)
        {
            yield break;
        }

        if (mutant.Change is { } change && Consequences.Order(change.Claim.Statement) is { } stated)
        {
            foreach (var way in ScaledSides.Of(change, stated, wanted))
            {
                yield return way;
            }

            var closer = Consequences.Closer(stated, wanted)!;
            yield return new(true, [mutant.Claim with { Statement = closer, Steps = [closer] }]);
        }

        // A sum of norms can be bounded in many ways, of which others of the file name some.
        if (mutant.Violated is null && wanted is not ({ Left: FrobeniusNorm } or { Right: FrobeniusNorm }))
        {
            yield break;
        }

        if (mutant.Violated is { } violated && !IsTotal(violated))
        {
            yield break;
        }

        var made = mutant.Violated is { } opposite ? mutant.Claim with { Conditions = mutant.Claim.Conditions.Add(opposite), ConditionTexts = [] } : mutant.Claim;
        var own = mutant.Change?.Claim.Steps ?? mutant.Claim.Steps;
        foreach (var steps in mutant.Neighbours.Select(StepsOf).Where(steps => !steps.IsEmpty).Take(MostNeighbours).Prepend([]))
        {
            yield return new(mutant.Violated is not null, [made with { Steps = [.. steps, wanted] }]);
            if (mutant.Violated is null && !own.IsEmpty && !steps.IsEmpty)
            {
                yield return new(false, [made with { Steps = [.. own, .. steps.Except(own), wanted] }]);
            }
        }
    }

    private static ImmutableArray<Comparison> StepsOf(Claim claim) => claim.Steps.IsEmpty || Consequences.Order(claim.Statement) is not { } order ? [] : [.. claim.Steps, order];

    // Where a condition has no value, neither it nor its opposite holds.
    private static bool IsTotal(Comparison condition) => !StatementKinds.Mentions(condition.Left, MayHaveNoValue) && !StatementKinds.Mentions(condition.Right, MayHaveNoValue);

    private static bool MayHaveNoValue(Expr node) => node is Limit or Minimum or Gradient or Power { Base: not DimensionValue, Exponent: { Sign: < 0 } or { IsInteger: false } };
}
