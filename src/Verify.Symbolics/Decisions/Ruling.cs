using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Symbolics.Decisions;

/// <summary>What was decided of a statement, before conditions are weighed and steps are added.</summary>
/// <param name="Outcome">Proved, disagrees, undecided or not treated.</param>
/// <param name="Detail">Why.</param>
/// <param name="Difference">For sides that are not equal: the left side's normal form, and left minus right.</param>
internal sealed record Ruling(Outcome Outcome, string Detail, (Expr Derived, Expr Difference)? Difference = null)
{
    /// <summary>True at every value.</summary>
    public static Ruling Proved(string why) => new(Outcome.Proved, why);

    /// <summary>False.</summary>
    public static Ruling Disproved(string why) => new(Outcome.Disagrees, why);

    /// <summary>Tried, and not decided.</summary>
    public static Ruling Undecided(string what) => new(Outcome.Undecided, what);

    /// <summary>Contains what the algebra does not treat.</summary>
    public static Ruling NotTreated(string construct) => new(Outcome.NotTreated, construct);

    /// <summary>Whether two sides are equal.</summary>
    public static Ruling Of(Equality equality) => equality.Kind switch
    {
        EqualityKind.Equal => Proved("both sides have one normal form"),
        EqualityKind.Different => Disproved("the normal forms differ") with { Difference = Shown(equality) },
        _ => Undecided($"not decided: {equality.Reason}") with { Difference = Shown(equality) },
    };

    private static (Expr, Expr)? Shown(Equality equality) =>
        equality is { Derived: { } derived, Difference: { } difference } ? (derived, difference) : null;
}
