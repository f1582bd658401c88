using Verify.Language;
using Verify.Symbolics.Derivations;
using Verify.Symbolics.Limits;

namespace Verify.Symbolics.Decisions;

/// <summary>Decides lim (A - B) = 0.</summary>
internal static class LimitDecision
{
    /// <summary>The outcome, for sides without min and lim.</summary>
    public static Ruling Of(LimitComparison claim, Steps steps)
    {
        var difference = Expr.Subtract(claim.Left, claim.Right);
        var value = claim.Approaches.Length == 1 ? LimitValue.Of(difference, claim.Approaches[0]).Value : JointLimit.Of(difference, claim.Approaches);
        if (value is null)
        {
            return Ruling.Disproved("left - right grows beyond all bounds");
        }

        var equality = Equality.Of(value, Expr.Zero(value.Shape));
        if (equality.Kind == EqualityKind.Equal)
        {
            steps.Add("leading term of left - right", claim.Approaches.Aggregate(difference, Expr.LimitOf), value);
            return Ruling.Proved("left - right tends to 0");
        }

        return Ruling.Of(equality) with
        {
            Detail = equality.Kind == EqualityKind.Different ? "left - right does not tend to 0" : $"not decided: {equality.Reason}",
        };
    }
}
