using System.Collections.Immutable;

namespace Verify.Language.Routes;

/// <summary>A route that can also say what an expression is: the derived normal form of a <c>show</c> line.</summary>
public interface IDerivingRoute : IRoute
{
    /// <summary>The normal form of an expression. Deterministic; never throws for what the expression says. Cancellation throws <see cref="OperationCanceledException"/>.</summary>
    Derived Derive(Expr expression, RouteSettings settings, CancellationToken cancellation);
}

/// <summary>What was derived.</summary>
/// <param name="NormalForm">The normal form, for reading; null where there is none.</param>
/// <param name="Detail">Why there is none (what is not treated, which limit was exceeded); otherwise empty.</param>
public sealed record Derived(Expr? NormalForm, string Detail)
{
    /// <summary>The steps, in order.</summary>
    public ImmutableArray<DerivationStep> Derivation { get; init; } = [];

    /// <summary>What the symbols in it are that stand for blocks of a symbol of the expression: the block W₁₂ of W is [I, 0] W [0; I].</summary>
    public ImmutableDictionary<Symbol, Expr> Blocks { get; init; } = ImmutableDictionary<Symbol, Expr>.Empty;
}
