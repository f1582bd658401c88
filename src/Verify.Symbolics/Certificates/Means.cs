using Verify.Language;

namespace Verify.Symbolics.Certificates;

/// <summary>Two expectations over the same law: each has its own copies of the random symbols.</summary>
internal static class Means
{
    /// <summary>The body of the second in the first one's symbols; null where they are not seen to average over the same laws.</summary>
    public static Expr? Aligned(Expectation first, Expectation second)
    {
        if (first.Bound.Length != second.Bound.Length)
        {
            return null;
        }

        var renaming = new List<KeyValuePair<Symbol, Expr>>();
        foreach (var (one, other) in first.Bound.Zip(second.Bound))
        {
            if (one.Name != other.Name || !one.Shape.Equals(other.Shape) || one.Attributes != other.Attributes || !IsSame(one.Law, other.Law, new(renaming)))
            {
                return null;
            }

            renaming.Add(new(other, Expr.Of(one)));
        }

        return new Substitution(renaming).In(second.Body);
    }

    private static bool IsSame(Law? one, Law? other, Substitution renaming) => (one, other) switch
    {
        (MomentLaw a, MomentLaw b) => a.GetType() == b.GetType() && a.IidRows == b.IidRows && a.Mean == renaming.In(b.Mean) && a.Covariance == renaming.In(b.Covariance),
        (AnyLaw, AnyLaw) => true,
        _ => false,
    };
}
