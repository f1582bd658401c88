using Verify.Language;

namespace Verify.Symbolics.Decisions;

/// <summary>What the normal forms of two sides say.</summary>
internal enum EqualityKind
{
    /// <summary>The difference is 0.</summary>
    Equal,

    /// <summary>The difference is no zero, and no relation that normal forms do not know can make it one.</summary>
    Different,

    /// <summary>The normal forms differ, but the values may be equal all the same.</summary>
    NotDecided,
}

/// <summary>Whether two expressions are equal at every value.</summary>
/// <param name="Kind">The decision.</param>
/// <param name="Reason">Why it is not decided; otherwise empty.</param>
/// <param name="Derived">The normal form of the left side, where the sides are not equal.</param>
/// <param name="Difference">The normal form of left minus right, where the sides are not equal.</param>
internal sealed record Equality(EqualityKind Kind, string Reason, Expr? Derived = null, Expr? Difference = null)
{
    /// <summary>Equal.</summary>
    public static Equality Same { get; } = new(EqualityKind.Equal, "");

    /// <summary>Not decided, without normal forms to show.</summary>
    public static Equality NotDecided(string reason) => new(EqualityKind.NotDecided, reason);

    /// <summary>Compares the normal forms of two expressions of one shape.</summary>
    public static Equality Of(Expr left, Expr right)
    {
        var difference = NormalForms.Of(Expr.Subtract(left, right));
        if (NormalForms.IsZero(difference))
        {
            return Same;
        }

        var hidden = HiddenRelations.In(difference);
        if (hidden is not null && ClearedInverses.Vanish(difference))
        {
            return Same;
        }

        return new(hidden is null ? EqualityKind.Different : EqualityKind.NotDecided, hidden ?? "", NormalForms.Of(left), difference);
    }
}
