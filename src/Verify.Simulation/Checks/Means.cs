namespace Verify.Simulation.Checks;

/// <summary>The relations of claims as relations of a mean to a number. A strict order is tested as the weak one: a mean cannot be told from its own boundary.</summary>
internal static class Means
{
    /// <summary>The relation of the mean.</summary>
    public static Statistics.Relation Relation(Language.Relation relation) => relation switch
    {
        Language.Relation.Less or Language.Relation.LessOrEqual => Statistics.Relation.AtMost,
        Language.Relation.Greater or Language.Relation.GreaterOrEqual => Statistics.Relation.AtLeast,
        _ => Statistics.Relation.Equal,
    };
}
