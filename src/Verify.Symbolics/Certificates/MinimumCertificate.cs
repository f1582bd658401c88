using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Minimization;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// V is the minimum of F where a step says F - V = S, S shows by its form that it is ≥ 0, and F = V somewhere. With equations: where one of the terms of S vanishes only where an equation
/// holds, for each of them, and all terms vanish where they hold.
/// </summary>
internal static class MinimumCertificate
{
    /// <summary>The outcome; null where the minimum does not follow.</summary>
    public static Ruling? Of(MinimumClaim claim, Facts facts)
    {
        if (Excess(claim, facts) is not { } excess)
        {
            return Ruling.Undecided("no step says that the loss minus the value is a sum of terms that are seen to be ≥ 0");
        }

        var points = Points(claim).ToList();
        if (!points.Exists(point => Sameness.Of(point.In(claim.Loss), claim.Value)))
        {
            return Ruling.Undecided("no point was found where the loss has the value");
        }

        if (claim.Attained.IsDefault)
        {
            return Ruling.Proved("the loss is the value plus a sum of terms ≥ 0, and has the value somewhere");
        }

        var signs = new FormSign(facts);
        var zeros = VanishingTerms.Of(excess, signs);
        return zeros is not null && VanishingTerms.AreEquivalent(zeros, claim.Attained)
            ? Ruling.Proved("the loss is the value plus a sum of terms ≥ 0, which vanish exactly where the equations hold")
            : Ruling.Undecided("the value is a lower bound that is attained, but the terms are not seen to vanish exactly where the equations hold");
    }

    private static Expr? Excess(MinimumClaim claim, Facts facts)
    {
        var (difference, signs) = (Expr.Subtract(claim.Loss, claim.Value), new FormSign(facts));
        foreach (var fact in facts.Equations.Where(fact => fact.Left.IsScalar))
        {
            foreach (var (side, other) in (ReadOnlySpan<(Expr, Expr)>)[(fact.Left, fact.Right), (fact.Right, fact.Left)])
            {
                if (Sameness.OfFactor(difference, side) == Sign.Positive && signs.Of(other) != Sign.Unknown)
                {
                    return other;
                }
            }
        }

        return null;
    }

    /// <summary>Points to try: some parameters 0, the others at the minimum of the loss that is left.</summary>
    private static IEnumerable<Substitution> Points(MinimumClaim claim)
    {
        var n = Math.Min(claim.Parameters.Length, 6);
        for (var zeros = 0; zeros < 1 << n; zeros++)
        {
            var fixedAtZero = claim.Parameters.Where((_, i) => i < n && (zeros >> i & 1) == 1).ToImmutableArray();
            if (Point(claim, fixedAtZero) is { } point)
            {
                yield return point;
            }
        }
    }

    private static Substitution? Point(MinimumClaim claim, ImmutableArray<Symbol> zeros)
    {
        List<KeyValuePair<Symbol, Expr>> values = [.. zeros.Select(symbol => KeyValuePair.Create(symbol, Expr.Zero(symbol.Shape)))];
        var moving = claim.Parameters.Where(symbol => !zeros.Contains(symbol)).ToImmutableArray();
        var found = Attempt.Of(() =>
        {
            var minimum = QuadraticMinimum.Of(new Substitution(values).In(claim.Loss), moving);
            foreach (var product in minimum.Products.Reverse())
            {
                // Products of products are left alone.
                values.AddRange(product.Collapse.Select(entry => KeyValuePair.Create(entry.Key, new Substitution(minimum.Minimisers).In(entry.Value))));
            }

            values.AddRange(minimum.Minimisers.Where(entry => moving.Contains(entry.Key)));
            return values.TrueForAll(entry => claim.Parameters.Contains(entry.Key)) && values.Count == claim.Parameters.Length;
        });
        return found ? new(values) : null;
    }
}
