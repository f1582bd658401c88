using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>Where the terms of a sum of terms ≥ 0 vanish: a positive multiple of norm(D)^k or of x^k exactly where D = 0 or x = 0, invertible factors of D taken off.</summary>
internal static class VanishingTerms
{
    /// <summary>For each term what must vanish; null where a term is of another form.</summary>
    public static IReadOnlyList<Expr>? Of(Expr sum, FormSign signs)
    {
        var roots = (sum is Sum terms ? terms.Terms : [sum]).Select(term => Root(Factors.Of(term), signs)).ToList();
        return roots.Contains(null) ? null : [.. roots.OfType<Expr>()];
    }

    /// <summary>Whether each root is, up to a factor that is not 0, the difference of the sides of an equation, and each equation is met.</summary>
    public static bool AreEquivalent(IReadOnlyList<Expr> roots, ImmutableArray<Comparison> equations)
    {
        var differences = equations.Select(equation => Expr.Subtract(equation.Left, equation.Right)).ToList();
        return roots.All(root => differences.Exists(difference => AreMultiples(root, difference)))
            && differences.TrueForAll(difference => roots.Any(root => AreMultiples(root, difference)));
    }

    private static bool AreMultiples(Expr a, Expr b) => Sameness.OfFactor(a, b) == Sign.Positive || Sameness.OfFactor(Expr.Negate(a), b) == Sign.Positive;

    private static Expr? Root(Factors factors, FormSign signs)
    {
        var vanishing = factors.Scalars.Where(scalar => signs.Of(scalar) != Sign.Positive).ToList();
        return vanishing is not [var only] || !factors.Matrices.IsEmpty || factors.Number.Sign <= 0 ? null : Root(only);
    }

    private static Expr? Root(Expr factor) => factor switch
    {
        Power { Exponent.Sign: > 0 } power => Root(power.Base),
        FrobeniusNorm or OperatorNorm => Stripped(factor.Children[0]),
        SymbolValue or Sum => factor,
        _ => null,
    };

    /// <summary>A product of matrices without the invertible ones at its ends.</summary>
    private static Expr? Stripped(Expr product)
    {
        var factors = Factors.Of(product);
        if (factors.Number.IsZero || !factors.Scalars.IsEmpty)
        {
            return null;
        }

        var matrices = factors.Matrices;
        while (matrices.Length > 1 && Attempt.Of(() => Positive.IsInvertible(matrices[0])))
        {
            matrices = matrices.RemoveAt(0);
        }

        while (matrices.Length > 1 && Attempt.Of(() => Positive.IsInvertible(matrices[^1])))
        {
            matrices = matrices.RemoveAt(matrices.Length - 1);
        }

        return Expr.Times([.. matrices]);
    }
}
