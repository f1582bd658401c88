using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Minimization;

/// <summary>
/// Whether equations hold exactly where a minimum is attained. An equation D = 0 in which one unknown X is left, D = D_0 + A X B with A and B invertible, holds exactly at
/// X = -A^-1 D_0 B^-1; the equations, one after the other, must fix every unknown at its minimiser.
/// </summary>
internal static class Attainment
{
    /// <summary>Equal where the equations hold exactly at the minimisers, different where an equation fixes another value.</summary>
    public static Equality Of(QuadraticMinimum minimum, IEnumerable<Comparison> equations)
    {
        var open = minimum.Minimisers.ToDictionary();
        var left = new List<Expr>();
        foreach (var equation in equations)
        {
            if (equation.Relation != Relation.Equal)
            {
                throw new NotTreatedException("a condition of attainment other than an equation");
            }

            if (minimum.InUnknowns(Expr.Subtract(equation.Left, equation.Right)) is not { } difference)
            {
                return AtOtherFactors(minimum, equation);
            }

            left.Add(difference);
        }

        while (left.FirstOrDefault(difference => Unknowns(difference, open).Length <= 1) is { } difference)
        {
            left.Remove(difference);
            var unknown = Unknowns(difference, open).SingleOrDefault();
            var known = new Substitution(minimum.Minimisers.Where(entry => entry.Key != unknown && !open.ContainsKey(entry.Key))).In(difference);
            var decision = unknown is null ? Equality.Of(known, Expr.Zero(known.Shape)) : Solution(known, unknown) is { } solution
                ? Equality.Of(solution, open[unknown])
                : Equality.NotDecided($"an equation of attainment that is not solved for {unknown}");
            if (decision.Kind != EqualityKind.Equal)
            {
                return decision;
            }

            if (unknown is not null)
            {
                open.Remove(unknown);
            }
        }

        return open.Count == 0 && left.Count == 0 ? Equality.Same
            : Equality.NotDecided($"whether the equations fix {string.Join(" and ", open.Keys.Order().Select(symbol => symbol.Name))}");
    }

    /// <summary>An equation that tells apart factors of one product fails where the minimum is attained with others: at (c, X*/c) for most c &gt; 0.</summary>
    private static Equality AtOtherFactors(QuadraticMinimum minimum, Comparison equation)
    {
        var free = new Symbol("c", Shape.Scalar, SymbolRole.Given, range: new(Rational.Zero, LowerStrict: true));
        var there = new Substitution(minimum.Minimisers).In(minimum.Products.Aggregate(
            equation,
            (current, product) => product.AtMultiple(Expr.Of(free)).In(current)));
        var decision = Equality.Of(there.Left, there.Right);
        return decision.Kind == EqualityKind.Different ? decision
            : Equality.NotDecided("an equation of attainment that meets the parameters otherwise than the loss does");
    }

    private static Symbol[] Unknowns(Expr difference, Dictionary<Symbol, Expr> open) => [.. difference.FreeSymbols.Where(open.ContainsKey).Order()];

    /// <summary>The only X at which the difference vanishes; null where it is not found.</summary>
    private static Expr? Solution(Expr difference, Symbol unknown)
    {
        var atZero = NormalForms.Of(Substitution.Of(unknown, Expr.Zero(unknown.Shape)).In(difference));
        var linear = NormalForms.FormOf(Expr.Subtract(difference, atZero));
        if (difference.IsScalar != unknown.Shape.IsScalar)
        {
            return null;
        }

        if (difference.IsScalar)
        {
            var slope = NormalForms.Of(Expr.Divide(NormalForms.ToExpr(linear), Expr.Of(unknown)));
            return !slope.FreeSymbols.Contains(unknown) && Positive.IsInvertible(slope)
                ? NormalForms.Of(Expr.Negate(Expr.Divide(atZero, slope)))
                : null;
        }

        return Sandwich.Of(linear, unknown) is not { } map ? SolutionOfTranspose(linear, atZero, unknown) : SolutionOf(map, atZero);
    }

    private static Expr? SolutionOfTranspose(Words.Form linear, Expr atZero, Symbol unknown) =>
        Sandwich.Of(linear.Transpose(), unknown) is { } map ? SolutionOf(map, Expr.TransposeOf(atZero)) : null;

    private static Expr? SolutionOf(Sandwich map, Expr atZero)
    {
        var (left, right) = (NormalForms.ToExpr(map.Left), NormalForms.ToExpr(map.Right));
        return left.Shape.IsSquare && right.Shape.IsSquare && Positive.IsInvertible(left) && Positive.IsInvertible(right)
            ? NormalForms.Of(Expr.Negate(Expr.Times(Expr.Pow(left, -1), atZero, Expr.Pow(right, -1))))
            : null;
    }
}
