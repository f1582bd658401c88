using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Positivity;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>Proves one comparison for every value, under the facts known so far.</summary>
internal static class Link
{
    /// <summary>How it is proved; null where it is not.</summary>
    public static string? Proof(Comparison comparison, Facts facts)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        return comparison.Relation switch
        {
            Relation.Equal => OfEquation(left, right, facts),
            Relation.NotEqual => OfOrder(left, right, true, facts) ?? OfOrder(right, left, true, facts),
            Relation.Less or Relation.LessOrEqual => OfOrder(left, right, comparison.Relation == Relation.Less, facts),
            _ => OfOrder(right, left, comparison.Relation == Relation.Greater, facts),
        };
    }

    private static string? OfEquation(Expr left, Expr right, Facts facts)
    {
        if (Attempt.Of(() => Equality.Of(left, right).Kind == EqualityKind.Equal))
        {
            return "both sides have one normal form";
        }

        var (difference, back) = (Expr.Subtract(left, right), Expr.Subtract(right, left));
        foreach (var fact in facts.Equations)
        {
            var known = Expr.Subtract(fact.Left, fact.Right);
            if (Sameness.OfFactor(difference, known) != Sign.Unknown || Sameness.OfFactor(back, known) != Sign.Unknown)
            {
                return "a multiple of an earlier equation";
            }
        }

        foreach (var (larger, smaller, _) in facts.Orders.Where(order => order.Larger.Shape.Equals(left.Shape) && !left.IsScalar && left.Shape.IsSquare))
        {
            var ordered = Expr.Subtract(larger, smaller);
            if (Sameness.Of(difference, Expr.Subtract(ordered, Expr.TransposeOf(ordered))) || Sameness.Of(back, Expr.Subtract(ordered, Expr.TransposeOf(ordered))))
            {
                return "matrices are ordered only where their difference is symmetric";
            }
        }

        return Chain(left, right, false, facts) is not null && Chain(right, left, false, facts) is not null ? "the chain of the steps" : null;
    }

    private static string? OfOrder(Expr smaller, Expr larger, bool strict, Facts facts)
    {
        var ordering = new Ordering(facts);
        bool Suffices(Sign sign) => sign == Sign.Positive || (sign == Sign.Nonnegative && !strict);
        return Chain(smaller, larger, strict, facts) is { } chain ? chain
            : Suffices(Square(smaller, larger, ordering, facts)) ? "the difference is a sum of terms that are seen to be positive"
            : Suffices(ordering.Of(smaller, larger, 0)) ? "each part of the one side is at most that of the other"
            : Suffices(ordering.Signs.Of(Sameness.Difference(larger, smaller))) ? "the difference is seen to be positive"
            : Suffices(ordering.Of(smaller, larger, Ordering.Rules)) ? "inequalities of norms and traces"
            : smaller.IsScalar && Combined(smaller, larger, strict, facts) ? "a sum of the steps with factors that are seen to be positive"
            : !strict && smaller is FrobeniusNorm norm && new NormSums(facts).IsAtMost(norm.Children[0], larger) ? "a sum of norms"
            : null;
    }

    /// <summary>The sign of larger - smaller from an earlier equation whose other side shows it.</summary>
    private static Sign Square(Expr smaller, Expr larger, Ordering ordering, Facts facts)
    {
        var difference = Expr.Subtract(larger, smaller);
        foreach (var fact in facts.Equations.Where(fact => fact.Left.Shape.Equals(difference.Shape)))
        {
            foreach (var (side, other) in (ReadOnlySpan<(Expr, Expr)>)[(fact.Left, fact.Right), (fact.Right, fact.Left)])
            {
                var (q, sign) = (Sameness.OfFactor(difference, side), ordering.Signs.Of(other));
                if (q != Sign.Unknown && sign != Sign.Unknown)
                {
                    return q == Sign.Positive ? sign : Sign.Nonnegative;
                }
            }
        }

        return Sign.Unknown;
    }

    /// <summary>larger - smaller as a sum of multiples ≥ 0 of the differences that the facts have, and of terms ≥ 0.</summary>
    private static bool Combined(Expr smaller, Expr larger, bool strict, Facts facts)
    {
        var orders = new List<(Polynomial, bool)>();
        foreach (var (above, below, isStrict) in facts.Orders.Where(order => order.Larger.IsScalar))
        {
            Attempt.Of(() =>
            {
                orders.AddRange(ConditionRules.Excess(above, below) is { } excess ? [(excess, isStrict)] : []);
                return true;
            });
        }

        var difference = Expr.Subtract(larger, smaller);
        return Assumptions.Under(orders, () => Attempt.Of(() => strict ? Positive.IsStrict(difference) : Positive.IsWeak(difference)));
    }

    /// <summary>From smaller to larger through facts, each beginning where the one before ends.</summary>
    private static string? Chain(Expr smaller, Expr larger, bool strict, Facts facts)
    {
        var orders = facts.Orders.Where(order => order.Larger.Shape.Equals(smaller.Shape)).ToList();
        var open = new Queue<(Expr At, bool Strict)>([(smaller, false)]);
        var seen = new HashSet<(Expr, bool)>();
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if ((next.Strict || !strict) && Sameness.Of(next.At, larger))
            {
                return "the chain of the steps";
            }

            foreach (var order in orders.Where(order => Sameness.Of(order.Smaller, next.At)))
            {
                open.Enqueue((order.Larger, next.Strict || order.IsStrict));
            }
        }

        return null;
    }
}
