using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>A place in an expression at which a rule may change something.</summary>
/// <param name="Expression">What stands there.</param>
/// <param name="IsTerm">Whether it is a term of a sum, or a side as a whole that is no sum.</param>
/// <param name="Symbols">The symbols that may stand there instead: those of the claim, and those bound by what it stands in.</param>
/// <param name="Dimensions">The dimensions of the claim.</param>
/// <param name="IsWhole">Which expressions are definitions, which are not looked into.</param>
internal sealed record Spot(
    Expr Expression, bool IsTerm, ImmutableArray<Symbol> Symbols, ImmutableArray<Dimension> Dimensions, Func<Expr, bool> IsWhole)
{
    /// <summary>The factors that change nothing here.</summary>
    public ImmutableArray<Rational> Indifferent { get; init; } = [];

    /// <summary>The factors where a product stands there, otherwise that alone. A definition is one factor.</summary>
    public ImmutableArray<Expr> Factors => IsWhole(Expression) ? [Expression] : Chain.Of(Expression, IsWhole);

    /// <summary>The product of other factors, null where it has not the shape of what stands there.</summary>
    public Expr? Product(IEnumerable<Expr> factors) => Chain.Product(factors, Expression.Shape);
}
