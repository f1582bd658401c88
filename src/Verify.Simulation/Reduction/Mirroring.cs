using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Simulation.Reduction;

/// <summary>Antithetic draws: (f(x) + f(2 m - x))/2 for x with a law that is the same to both sides of its mean m. What is odd around the mean cancels.</summary>
internal static class Mirroring
{
    /// <summary>All that can be mirrored, together; null where nothing can.</summary>
    public static ReducedEstimator? Of(Expr draw, ImmutableArray<Symbol> drawn)
    {
        var images = drawn.Where(symbol => draw.FreeSymbols.Contains(symbol) && !drawn.Any(other => other.Law!.FreeSymbols.Contains(symbol)))
            .Select(symbol => (Symbol: symbol, Image: Image(symbol)))
            .Where(pair => pair.Image is not null)
            .Select(pair => KeyValuePair.Create(pair.Symbol, pair.Image!))
            .ToImmutableArray();
        if (images.IsEmpty)
        {
            return null;
        }

        var both = Expr.Times(Expr.Of(new Rational(1, 2)), Expr.Add(draw, new Substitution(images).In(draw)));
        return new(both, drawn, ImmutableDictionary<Symbol, PlacedPoint>.Empty, ReducedEstimator.Square(both, drawn), $"each with its antithetic image in {ReducedEstimator.Names(images.Select(pair => pair.Key))}");
    }

    private static Expr? Image(Symbol symbol) => symbol.Law switch
    {
        MomentLaw law when law.Mean.Equals(Expr.Zero(law.Mean.Shape)) => Expr.Negate(Expr.Of(symbol)),
        MomentLaw { IidRows: false } law => Expr.Subtract(Expr.Times(Expr.Of(2), law.Mean), Expr.Of(symbol)),
        EntriesLaw { Family: EntryFamily.Rademacher } => Expr.Negate(Expr.Of(symbol)),
        _ => null,
    };
}
