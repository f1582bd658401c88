using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Symbolics.Certificates;

/// <summary>A sum of products, each a number times scalars times matrices in their order: what stands in front of a sum is distributed over it, and like terms are collected.</summary>
internal sealed class LinearTerms
{
    private const int Most = 40;

    private LinearTerms(ImmutableArray<(Rational Number, ImmutableArray<Expr> Factors)> all) => All = all;

    /// <summary>The terms, none with the number 0 and no two with the same factors.</summary>
    public ImmutableArray<(Rational Number, ImmutableArray<Expr> Factors)> All { get; }

    /// <summary>The terms of an expression; null where they are too many.</summary>
    public static LinearTerms? Of(Expr expression)
    {
        var terms = new LinearTerms([]);
        foreach (var (number, factors) in Expanded(expression).Take(Most + 1))
        {
            terms = terms.Plus(factors, number);
        }

        return terms.All.Length > Most ? null : terms;
    }

    /// <summary>The number in front of these factors; 0 where they do not stand here.</summary>
    public Rational NumberOf(ImmutableArray<Expr> factors) => All.Where(term => AreSame(term.Factors, factors)).Select(term => term.Number).FirstOrDefault(Rational.Zero);

    /// <summary>The sum with another term.</summary>
    public LinearTerms Plus(ImmutableArray<Expr> factors, Rational number)
    {
        var sum = NumberOf(factors) + number;
        var others = All.Where(term => !AreSame(term.Factors, factors));
        return new([.. others, .. sum.IsZero ? [] : new[] { (sum, factors) }]);
    }

    /// <summary>The sum with a multiple of another.</summary>
    public LinearTerms Plus(LinearTerms other, Rational number) => other.All.Aggregate(this, (sum, term) => sum.Plus(term.Factors, term.Number * number));

    /// <summary>The sum without the term of these factors.</summary>
    public LinearTerms Without(ImmutableArray<Expr> factors) => new([.. All.Where(term => !AreSame(term.Factors, factors))]);

    // Scalars in any order, matrices in theirs.
    private static bool AreSame(ImmutableArray<Expr> a, ImmutableArray<Expr> b)
    {
        if (a.Length != b.Length || !a.Where(factor => !factor.IsScalar).SequenceEqual(b.Where(factor => !factor.IsScalar)))
        {
            return false;
        }

        foreach (var scalar in a.Where(factor => factor.IsScalar))
        {
            if (!b.Contains(scalar))
            {
                return false;
            }

            b = b.Remove(scalar);
        }

        return b.All(factor => !factor.IsScalar);
    }

    private static IEnumerable<(Rational Number, ImmutableArray<Expr> Factors)> Expanded(Expr expression)
    {
        switch (expression)
        {
            case Number number:
                return [(number.Value, [])];
            case Sum sum:
                return sum.Terms.SelectMany(Expanded);
            case Product { Left: var left, Right: var right } when IsDistributed(expression, left, right):
                return from a in Expanded(left)
                       from b in Expanded(right)
                       select (a.Number * b.Number, a.Factors.AddRange(b.Factors));
            default:
                var own = expression.IsScalar ? Factors.Of(expression).WithChainAsScalar() : Factors.Of(expression);
                return [(own.Number, [.. own.Scalars, .. own.Matrices])];
        }
    }

    // A scalar that is made of matrices, such as x' A x, is one factor: products with it do not associate.
    private static bool IsDistributed(Expr product, Expr left, Expr right) => !product.IsScalar || (left.IsScalar && right.IsScalar);
}
