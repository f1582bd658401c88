using Verify.Language;

namespace Verify.Symbolics.Decisions;

/// <summary>Words for constructs, in reasons and in the names of steps.</summary>
internal static class Describe
{
    /// <summary>What kind of expression this is.</summary>
    public static string Construct(Expr expression) => expression switch
    {
        Expectation => "an expectation under an unknown law",
        Gradient => "a gradient",
        Minimum => "a minimum",
        Limit => "a limit",
        BlockMatrix => "a block matrix",
        _ => $"a {expression.GetType().Name}",
    };

    /// <summary><c>→ ∞</c> or <c>→ the target</c>.</summary>
    public static string Target(Approach approach) => approach.Target is null ? "→ ∞" : "→ its target";

    /// <summary>A relation's sign.</summary>
    public static string Sign(Relation relation) => relation switch
    {
        Relation.Equal => "=",
        Relation.NotEqual => "!=",
        Relation.Less => "<",
        Relation.LessOrEqual => "<=",
        Relation.Greater => ">",
        _ => ">=",
    };
}
