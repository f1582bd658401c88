using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Reduction;

/// <summary>
/// E[f | X] in the place of f: the mean over vectors v of which f is a polynomial is taken exactly, by a cubature of that degree, for each draw of the others. By
/// the law of total variance the spread can only fall.
/// </summary>
internal static class Conditioning
{
    private const int MostCopies = 256;

    /// <summary>
    /// The drawn vectors over which the mean can be taken: f is a polynomial of degree 5 or less in v (3 or less where the law is known by two moments), and no
    /// other law depends on v.
    /// </summary>
    public static ImmutableArray<Symbol> Candidates(Expr draw, ImmutableArray<Symbol> drawn) =>
        [.. drawn.Where(symbol => symbol.Law is MomentLaw { IidRows: false } law && symbol.Shape.Columns.IsOne
            && new Degrees(symbol).Of(draw) is { } degrees && (law is NormalLaw || Top(degrees) <= 3)
            && !drawn.Any(other => other.Law!.FreeSymbols.Contains(symbol)))];

    /// <summary>The mean over the given vectors, of which <see cref="Candidates"/> are any; null where nothing else is drawn, or the points are too many.</summary>
    public static ReducedEstimator? Over(ImmutableArray<Symbol> symbols, Expr draw, ImmutableArray<Symbol> drawn, Instance instance)
    {
        if (drawn.All(symbols.Contains))
        {
            return null;
        }

        var points = ImmutableDictionary<Symbol, PlacedPoint>.Empty;
        var averaged = draw;
        foreach (var symbol in symbols)
        {
            var average = new Averaging(symbol, instance.SizeOf(symbol.Shape.Rows), MostCopies);
            if (average.Of(averaged) is not { } next)
            {
                return null;
            }

            (averaged, points) = (next, points.AddRange(average.Points));
        }

        return new(averaged, [.. drawn.Except(symbols)], points, Pair(symbols, draw, drawn), $"each averaged over {ReducedEstimator.Names(symbols)}");
    }

    /// <summary>The highest degree of a set of them.</summary>
    public static int Top(int degrees) => int.Log2(degrees);

    // E[E[f | X]²] = E[f(v, X) f(v*, X)], with v* another draw.
    private static Expr? Pair(ImmutableArray<Symbol> symbols, Expr draw, ImmutableArray<Symbol> drawn)
    {
        if (!draw.IsScalar)
        {
            return null;
        }

        var others = symbols.Select(symbol => new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, symbol.Law)).ToImmutableArray();
        var other = new Substitution(symbols.Zip(others, (symbol, copy) => KeyValuePair.Create(symbol, (Expr)Expr.Of(copy)))).In(draw);
        return Expr.ExpectationOf(Expr.Times(draw, other), [.. drawn, .. others]);
    }
}
