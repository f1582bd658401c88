using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>When a mutant of an inequality says less than the claim.</summary>
internal static class Weakening
{
    /// <summary>Of A ≤ B: for the mutant A ≤ C that B ≤ C, for C ≤ B that C ≤ A; likewise of the other orders, and along a flow. Null of what is no order.</summary>
    public static Claim? Of(Claim claim, Claim mutant)
    {
        if (ComparisonOf(claim.Statement) is not { } stated || ComparisonOf(mutant.Statement) is not { } changed || NotStrict(stated.Relation) is not { } relation)
        {
            return null;
        }

        var closer = ReferenceEquals(stated.Left, changed.Left)
            ? new Comparison(stated.Right, relation, changed.Right)
            : new Comparison(changed.Left, relation, stated.Left);
        return mutant with { Statement = closer };
    }

    private static Comparison? ComparisonOf(Statement statement) => statement as Comparison ?? (statement as AlongFlow)?.Comparison;

    private static Relation? NotStrict(Relation relation) => relation switch
    {
        Relation.Less or Relation.LessOrEqual => Relation.LessOrEqual,
        Relation.Greater or Relation.GreaterOrEqual => Relation.GreaterOrEqual,
        _ => null,
    };
}
