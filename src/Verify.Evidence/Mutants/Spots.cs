using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Elaboration;

namespace Verify.Evidence.Mutants;

/// <summary>
/// The places of an expression, outermost first and from left to right, each with how the whole reads when something else stands there.
/// A definition is one place: what it stands for is not looked into. Places inside <c>E</c>, <c>grad</c>, <c>min</c> and <c>lim</c> belong to it.
/// </summary>
internal static class Spots
{
    /// <summary>The most places of one expression; those farther in are left out.</summary>
    public const int Most = 400;

    /// <summary>The places in order.</summary>
    public static IEnumerable<(Spot Spot, Func<Expr, Expr> Rebuild)> Of(Side side, ImmutableArray<Symbol> symbols, ImmutableArray<Dimension> dimensions, Func<Expr, bool> isWhole)
    {
        var open = new Queue<(Spot Spot, Func<Expr, Expr> Rebuild)>(
            [(new(side.Expression, side.Expression is not Sum || isWhole(side.Expression), symbols, dimensions, isWhole) { Indifferent = side.Indifferent }, replaced => replaced)]);
        for (var count = 0; count < Most && open.TryDequeue(out var place); count++)
        {
            yield return place;
            foreach (var (inner, rebuild) in Inside(place.Spot))
            {
                var outer = place.Rebuild;
                open.Enqueue((inner, replaced => outer(rebuild(replaced))));
            }
        }
    }

    private static IEnumerable<(Spot Spot, Func<Expr, Expr> Rebuild)> Inside(Spot spot)
    {
        var expression = spot.Expression;
        if (spot.IsWhole(expression))
        {
            return [];
        }

        var inner = spot with { IsTerm = false, Indifferent = [] };
        return expression switch
        {
            Sum sum => sum.Terms.Select((term, i) => (inner with { Expression = term, IsTerm = true }, With(sum.Terms, i, all => Expr.Add(all)))),
            Product when spot.Factors is var factors => factors.Select((factor, i) => (inner with { Expression = factor }, With(factors, i, all => Expr.Times([.. all])))),
            Expectation e => [(inner with { Expression = e.Body, Symbols = [.. spot.Symbols, .. e.Bound] }, body => Binders.Expectation(body, e.Bound))],
            Minimum m => [(inner with { Expression = m.Body, Symbols = [.. spot.Symbols, .. m.Bound] }, body => Binders.Minimum(body, m.Bound))],
            Gradient g =>
            [
                (inner with { Expression = g.Body, Symbols = [.. spot.Symbols, g.Bound] }, body => Binders.Gradient(body, g.Bound, g.At)),
                .. g.At is SymbolValue ? [] : new[] { (inner with { Expression = g.At }, (Func<Expr, Expr>)(at => Expr.GradientOf(g.Body, g.Bound, at))) },
            ],
            Limit l => [(inner with { Expression = l.Body }, body => Binders.Limit(body, l.Approach))],
            _ => expression.Children.Select((child, i) => (inner with { Expression = child }, With(expression.Children, i, expression.WithChildren))),
        };
    }

    private static Func<Expr, Expr> With(ImmutableArray<Expr> parts, int place, Func<ImmutableArray<Expr>, Expr> make) => part => make(parts.SetItem(place, part));
}
