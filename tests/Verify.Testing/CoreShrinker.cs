using Verify.Language;

namespace Verify.Testing;

/// <summary>Smaller expressions of the same shape.</summary>
public static class CoreShrinker
{
    /// <summary>A leaf first, then an operand in place of the whole, then the same operation on one smaller operand.</summary>
    public static IEnumerable<Expr> Shrink(Expr expression)
    {
        if (expression.Children.IsEmpty)
        {
            yield break;
        }

        yield return Expr.Zero(expression.Shape);
        foreach (var child in expression.Children.Where(child => child.Shape.Equals(expression.Shape) && expression is not (Expectation or Gradient or Minimum or Limit)))
        {
            yield return child;
        }

        if (expression is Sum { Terms.Length: > 2 } sum)
        {
            foreach (var term in sum.Terms)
            {
                yield return Expr.Add(sum.Terms.Remove(term));
            }
        }

        for (var i = 0; i < expression.Children.Length; i++)
        {
            foreach (var smaller in Shrink(expression.Children[i]))
            {
                yield return expression switch
                {
                    Expectation e => Expr.ExpectationOf(smaller, e.Bound),
                    Gradient g when i == 0 => Expr.GradientOf(smaller, g.Bound, g.At),
                    Gradient g => Expr.GradientOf(g.Body, g.Bound, smaller),
                    Minimum m => Expr.MinimumOf(smaller, m.Bound),
                    Limit l => i == 0 ? Expr.LimitOf(smaller, l.Approach) : l,
                    _ => expression.WithChildren(expression.Children.SetItem(i, smaller)),
                };
            }
        }
    }
}
