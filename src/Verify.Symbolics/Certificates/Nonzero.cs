using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// Which products of matrices are not 0. A fact that bounds the norm of a product away from 0 says so of the product and of every part of it, and factors that have an inverse change nothing:
/// norm(T T') = 1 gives T ≠ 0, and with it Λ T ≠ 0 for positive definite Λ.
/// </summary>
internal sealed class Nonzero(Facts facts, FormSign signs)
{
    /// <summary>Whether a product is seen to be nowhere 0.</summary>
    public bool Of(Factors factors) => factors.Number.Sign != 0 && factors.Scalars.All(scalar => signs.Of(scalar) == Sign.Positive) && Of(factors.Matrices);

    /// <summary>Whether X X' or X R X' for a positive definite R is seen to be nowhere 0.</summary>
    public bool OfSquare(ImmutableArray<Expr> chain)
    {
        var half = chain.Length / 2;
        for (var k = half; k > 0; k--)
        {
            if (Enumerable.Range(0, k).All(i => Sameness.Of(Expr.TransposeOf(chain[i]), chain[chain.Length - 1 - i]))
                && (chain.Length == 2 * k || signs.OfChain(chain[k..(chain.Length - k)]) == Sign.Positive) && Of(chain[..k]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Of(ImmutableArray<Expr> chain)
    {
        while (chain.Length > 1 && IsInvertible(chain[0]))
        {
            chain = chain[1..];
        }

        while (chain.Length > 1 && IsInvertible(chain[^1]))
        {
            chain = chain[..^1];
        }

        if (chain.IsEmpty)
        {
            return false;
        }

        ImmutableArray<Expr> transposed = [.. chain.Reverse().Select(factor => factor is Transpose { Operand: var operand } ? operand : Expr.TransposeOf(factor))];
        return facts.Orders.Any(fact => Norm(fact.Larger) is { } known && (Contains(known, chain) || Contains(known, transposed))
            && (signs.Of(fact.Smaller) == Sign.Positive || (fact.IsStrict && signs.Of(fact.Smaller) == Sign.Nonnegative)));
    }

    private bool IsInvertible(Expr factor) => factor.Shape.IsSquare && signs.Of(factor) == Sign.Positive;

    private static ImmutableArray<Expr>? Norm(Expr larger) => larger is FrobeniusNorm or OperatorNorm ? Factors.Of(larger.Children[0]).Matrices
        : larger is Power { Exponent.Sign: > 0 } power ? Norm(power.Base) : null;

    private static bool Contains(ImmutableArray<Expr> whole, ImmutableArray<Expr> part) =>
        Enumerable.Range(0, Math.Max(whole.Length - part.Length + 1, 0)).Any(start => whole.AsSpan(start, part.Length).SequenceEqual(part.AsSpan()));
}
