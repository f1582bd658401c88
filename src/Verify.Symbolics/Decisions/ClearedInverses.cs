using Verify.Language;

namespace Verify.Symbolics.Decisions;

/// <summary>
/// A matrix is 0 exactly if it is 0 after multiplication by an invertible S. So an equality that holds through S S^-1 = I alone is found by multiplying with the sums whose
/// inverses stand in it, from the left or from the right, until no inverse is left.
/// </summary>
internal static class ClearedInverses
{
    private const int MaxFactors = 4;

    /// <summary>Whether the difference is seen to be 0; false decides nothing.</summary>
    public static bool Vanish(Expr difference)
    {
        var open = new List<Expr> { difference };
        for (var factors = 0; factors < MaxFactors && !difference.IsScalar; factors++)
        {
            var next = new List<Expr>();
            foreach (var current in open)
            {
                foreach (var sum in Inverted(current))
                {
                    next.AddRange(sum.Shape.Columns.Equals(current.Shape.Rows) ? [NormalForms.Of(Expr.Times(sum, current))] : []);
                    next.AddRange(current.Shape.Columns.Equals(sum.Shape.Rows) ? [NormalForms.Of(Expr.Times(current, sum))] : []);
                }
            }

            if (next.Exists(NormalForms.IsZero))
            {
                return true;
            }

            // What grows with a factor did not lose an inverse.
            open = [.. next.Distinct().OrderBy(TermCount).Take(4)];
        }

        return false;
    }

    private static int TermCount(Expr expression) => NormalForms.FormOf(expression).Count;

    /// <summary>The sums of matrices, and transposes of such sums, that stand under a negative power in a normal form's words.</summary>
    private static List<Expr> Inverted(Expr expression)
    {
        var (found, seen, open) = (new List<Expr>(), new HashSet<Expr>(), new Stack<Expr>([expression]));
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next) || next.IsScalar)
            {
                continue;
            }

            if (next is Power { Base: Sum or Transpose { Operand: Sum }, Exponent.Sign: < 0 } power && !found.Contains(power.Base))
            {
                found.Add(power.Base);
            }

            foreach (var child in next.Children)
            {
                open.Push(child);
            }
        }

        return found;
    }
}
