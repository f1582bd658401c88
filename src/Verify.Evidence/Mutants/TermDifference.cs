using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>
/// What a sum exceeds another by, without the terms that they share: tr(P A Q) - tr(P B Q) of the sums tr(P A Q + C) and tr(P B Q + C). Where A and B are a matrix and a multiple of the identity it reads
/// tr(P (A - B) Q), so that its sign can be seen.
/// </summary>
internal static class TermDifference
{
    /// <summary>How the difference of two scalars reads, the clearest first; nothing where they share no terms and have none in common factors.</summary>
    public static IEnumerable<Expr> Of(Expr larger, Expr smaller)
    {
        var terms = new Dictionary<Expr, Rational>();
        Collect(larger, Rational.One, terms);
        Collect(smaller, -Rational.One, terms);
        var left = terms.Where(term => !term.Value.IsZero).ToList();
        if (left.Count == 0)
        {
            yield break;
        }

        if (left is [var a, var b] && a.Value == -b.Value && (a.Value.Sign > 0 ? Factored(a.Key, b.Key) : Factored(b.Key, a.Key)) is { } factored)
        {
            yield return Scaled(a.Value.Abs(), factored);
        }

        yield return Expr.Add(left.Select(term => Scaled(term.Value, term.Key)));
    }

    private static Expr Scaled(Rational number, Expr term) => number.IsOne ? term : Expr.Times(Expr.Of(number), term);

    // A number times what is no sum: sums are taken apart, also under a trace and beside numbers.
    private static void Collect(Expr expression, Rational number, Dictionary<Expr, Rational> terms)
    {
        switch (expression)
        {
            case Sum sum:
                foreach (var term in sum.Terms)
                {
                    Collect(term, number, terms);
                }

                break;
            case Trace { Children: [Sum inner] }:
                foreach (var term in inner.Terms)
                {
                    Collect(Expr.TraceOf(term), number, terms);
                }

                break;
            default:
                var (own, rest) = Parts(expression);
                if (rest is Sum or Trace { Children: [Sum] } && !ReferenceEquals(rest, expression))
                {
                    Collect(rest, number * own, terms);
                }
                else
                {
                    var key = rest ?? Expr.Of(1);
                    terms[key] = terms.GetValueOrDefault(key, Rational.Zero) + (number * own);
                }

                break;
        }
    }

    /// <summary>The number of a term, and the product of the rest with the scalars in front, those of a trace too; null for 1.</summary>
    private static (Rational Number, Expr? Product) Parts(Expr term)
    {
        var (number, scalars, matrices) = Split(term);
        if (scalars.Length == 0 && matrices.Length == 0)
        {
            return (number, null);
        }

        return (number, Expr.Times([.. scalars, .. matrices]));
    }

    private static (Rational Number, ImmutableArray<Expr> Scalars, ImmutableArray<Expr> Matrices) Split(Expr term)
    {
        var factors = Chain.Of(term, _ => false);
        var number = factors.OfType<Number>().Aggregate(Rational.One, (product, factor) => product * factor.Value);
        ImmutableArray<Expr> others = [.. factors.Where(factor => factor is not Number)];
        if (others is [Trace { Children: [var inside] }] && Split(inside) is var within && (within.Scalars.Length > 0 || !within.Number.IsOne) && within.Matrices.Length > 0)
        {
            return (number * within.Number, [.. within.Scalars, Expr.TraceOf(Expr.Times([.. within.Matrices]))], []);
        }

        return (number, [.. others.Where(factor => factor.IsScalar)], [.. others.Where(factor => !factor.IsScalar)]);
    }

    // s tr(A) tr(P Q) - s tr(P A Q) = s tr(P (tr(A) I - A) Q), and what differs in another factor of one trace.
    private static Expr? Factored(Expr larger, Expr smaller)
    {
        var ((_, s, a), (_, t, b)) = (Split(larger), Split(smaller));
        if (!a.IsEmpty || !b.IsEmpty || s.LastOrDefault(factor => factor is Trace && !t.Contains(factor)) is not Trace own || t.LastOrDefault(factor => factor is Trace && !s.Contains(factor)) is not Trace other)
        {
            return null;
        }

        ImmutableArray<Expr> common = [.. s.Where(t.Contains)];
        var (p, q) = (Chain.Of(own.Children[0], _ => false), Chain.Of(other.Children[0], _ => false));
        if (p.Concat(q).Any(factor => factor.IsScalar))
        {
            return null;
        }

        var shorter = Math.Min(p.Length, q.Length);
        var first = p.Zip(q).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();
        var last = Math.Min(p.Reverse().Zip(q.Reverse()).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count(), shorter - first);
        var size = first < q.Length - last ? q[first].Shape.Rows : first < p.Length - last ? p[first].Shape.Rows : null;
        if (size is null)
        {
            return null;
        }

        Expr Middle(ImmutableArray<Expr> chain, ImmutableArray<Expr> scalars) =>
            Expr.Times([.. scalars.Where(factor => !common.Contains(factor) && !ReferenceEquals(factor, own) && !ReferenceEquals(factor, other)),
                .. chain.Length == first + last ? [Expr.Identity(size)] : chain[first..(chain.Length - last)]]);
        var middle = Expr.Subtract(Middle(p, s), Middle(q, t));
        return Expr.Times([.. common, Expr.TraceOf(Expr.Times([.. p[..first], middle, .. p[(p.Length - last)..]]))]);
    }
}
