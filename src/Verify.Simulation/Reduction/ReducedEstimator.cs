using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Sampling;

namespace Verify.Simulation.Reduction;

/// <summary>An unbiased estimator with the same mean as another, whose draws spread less.</summary>
/// <param name="Draw">What is computed of one draw; its mean is that of the estimator it was made from.</param>
/// <param name="Drawn">What is drawn.</param>
/// <param name="Points">Symbols in it that stand for fixed places in a law.</param>
/// <param name="MeanSquare">E[g²] of a scalar draw g, as an expectation over what the expression was made from; null for a matrix.</param>
/// <param name="Remark">What was done, for the report; null where nothing was.</param>
internal sealed record ReducedEstimator(
    Expr Draw, ImmutableArray<Symbol> Drawn, ImmutableDictionary<Symbol, PlacedPoint> Points, Expr? MeanSquare, string? Remark)
{
    /// <summary>The estimator as it is.</summary>
    public static ReducedEstimator Plain(Expr draw, ImmutableArray<Symbol> drawn) => new(draw, drawn, ImmutableDictionary<Symbol, PlacedPoint>.Empty, Square(draw, drawn), null);

    /// <summary>E[f²] for a scalar f; null for a matrix.</summary>
    public static Expr? Square(Expr draw, ImmutableArray<Symbol> drawn) => draw.IsScalar ? Expr.ExpectationOf(Expr.Times(draw, draw), drawn) : null;

    /// <summary>The names of symbols, each once.</summary>
    public static string Names(IEnumerable<Symbol> symbols) => string.Join(", ", symbols.Select(symbol => symbol.Name).Distinct());
}
