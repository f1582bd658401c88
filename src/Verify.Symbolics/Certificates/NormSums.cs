using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// Whether ‖L‖ ≤ R for a sum L of matrices and a sum R of numbers: L = Σ x Y + Σ c M with norms ‖Y‖ that stand in R or that a fact bounds, and with ‖M‖ ≤ opnorm(A) ‖B‖ for M = A B, so that
/// Σ |x| ‖Y‖ + Σ |c| ‖M‖ ≤ R term by term. A search of bounded size.
/// </summary>
internal sealed class NormSums(Facts facts)
{
    private const int MostUses = 3;
    private readonly FormSign _signs = new(facts);

    /// <summary>Whether the norm of the sum is seen to be at most the number.</summary>
    public bool IsAtMost(Expr sum, Expr bound)
    {
        if (sum.IsScalar || LinearTerms.Of(sum) is not { } terms || LinearTerms.Of(bound) is not { } budget)
        {
            return false;
        }

        ImmutableArray<(LinearTerms Matrix, LinearTerms Cost)> known =
        [
            .. budget.All.Where(term => term.Factors is [FrobeniusNorm] && term.Number.Sign > 0)
                .Select(term => (LinearTerms.Of(term.Factors[0].Children[0]), LinearTerms.Of(term.Factors[0]))).OfType<(LinearTerms, LinearTerms)>(),
            .. facts.Orders.Where(order => order.Smaller is FrobeniusNorm && !ReferenceEquals(order.Larger, order.Smaller))
                .Select(order => (LinearTerms.Of(order.Smaller.Children[0]), LinearTerms.Of(order.Larger))).OfType<(LinearTerms, LinearTerms)>(),
        ];
        return Search(terms, budget, known, MostUses);
    }

    private bool Search(LinearTerms open, LinearTerms budget, ImmutableArray<(LinearTerms Matrix, LinearTerms Cost)> known, int uses)
    {
        Algebra.Current.Spend(1 + open.All.Length);
        if (open.All is not [var first, ..])
        {
            return IsNonnegative(budget);
        }

        if (uses > 0)
        {
            foreach (var (matrix, cost) in known)
            {
                if (matrix.NumberOf(first.Factors) is { IsZero: false } own && first.Number / own is var x
                    && Search(open.Plus(matrix, -x), budget.Plus(cost, -x.Abs()), known, uses - 1))
                {
                    return true;
                }
            }
        }

        return first.Factors.Where(factor => factor.IsScalar).All(scalar => _signs.Of(scalar) != Sign.Unknown)
            && Bounds([.. first.Factors.Where(factor => !factor.IsScalar)]).Any(bound =>
                Search(open.Without(first.Factors), budget.Plus([.. first.Factors.Where(factor => factor.IsScalar), .. bound], -first.Number.Abs()), known, uses));
    }

    /// <summary>Products of norms that are at least the norm of a product.</summary>
    private static IEnumerable<ImmutableArray<Expr>> Bounds(ImmutableArray<Expr> chain)
    {
        if (chain is [Softmax])
        {
            yield return [];
        }

        yield return [Expr.NormOf(Expr.Times([.. chain]))];
        for (var cut = 1; cut < chain.Length; cut++)
        {
            var first = Expr.OperatorNormOf(Expr.Times([.. chain[..cut]]));
            foreach (var rest in Bounds(chain[cut..]))
            {
                yield return [first, .. rest];
            }
        }
    }

    /// <summary>Whether each negative term is paid for by a positive one with the same factors, but for powers of dimensions.</summary>
    private bool IsNonnegative(LinearTerms terms)
    {
        foreach (var bad in terms.All.Where(term => term.Number.Sign < 0))
        {
            var payers = terms.All.Where(term => (term.Number + bad.Number).Sign >= 0 && Exceeds(term.Factors, bad.Factors)).ToList();
            return payers.Count > 0 && bad.Factors.All(factor => _signs.Of(factor) != Sign.Unknown) && IsNonnegative(terms.Without(bad.Factors).Plus(payers[0].Factors, bad.Number));
        }

        return terms.All.All(term => term.Factors.All(factor => _signs.Of(factor) != Sign.Unknown));
    }

    private static bool Exceeds(ImmutableArray<Expr> larger, ImmutableArray<Expr> smaller)
    {
        foreach (var factor in smaller)
        {
            if (!larger.Contains(factor))
            {
                return false;
            }

            larger = larger.Remove(factor);
        }

        return larger.All(factor => factor is DimensionValue or Power { Base: DimensionValue, Exponent.Sign: > 0 });
    }
}
