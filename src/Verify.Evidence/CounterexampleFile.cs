using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Printing;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>A counterexample as a claim file that can be pasted: reading it gives a claim that is refuted again.</summary>
public static class CounterexampleFile
{
    /// <summary>
    /// The claim with the counterexample's sizes and values put in: each symbol that has a value is a <c>let</c>. The parameters that a flow or a minimum
    /// acts on stay parameters, and the variables of a limit stay free.
    /// </summary>
    public static string Of(Claim claim, Counterexample counterexample) => Of(claim, counterexample, withDomains: false);

    /// <summary>The same, with what a declaration says of a symbol that is a <c>let</c> there, and of a dimension that is a number, among the conditions.</summary>
    public static string WithDomains(Claim claim, Counterexample counterexample) => Of(claim, counterexample, withDomains: true);

    private static string Of(Claim claim, Counterexample counterexample, bool withDomains)
    {
        var (acted, approached) = BoundByStatement(claim.Statement);
        var sizes = counterexample.Dimensions.Where(pair => !approached.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => (Size)pair.Value);
        var resized = new Substitution([], sizes);
        var values = counterexample.Values.Where(pair => !acted.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        var placed = claim.Symbols.ToImmutableDictionary(symbol => symbol, symbol => values.ContainsKey(symbol)
            ? new Symbol(symbol.Name, resized.In(symbol.Shape), SymbolRole.Given)
            : new Symbol(symbol.Name, resized.In(symbol.Shape), symbol.Role, symbol.Attributes, symbol.Range, symbol.Law));
        var placing = new Substitution(placed.Select(pair => KeyValuePair.Create(pair.Key, (Expr)Expr.Of(pair.Value))), sizes);
        var instance = claim with
        {
            Statement = placing.In(claim.Statement),
            Conditions = [.. claim.Conditions.Concat(withDomains ? Domains.Of(claim, values.Keys, sizes.Keys) : []).Select(placing.In)],
            Steps = [],
            Dimensions = [.. claim.Dimensions.Where(dimension => !sizes.ContainsKey(dimension))],
            Symbols = [.. claim.Symbols.Select(symbol => placed[symbol])],
        };
        return ClaimFileText.Print(instance, values.ToDictionary(pair => placed[pair.Key], pair => withDomains ? MatrixText.OfNumbers(pair.Value) : MatrixText.Of(pair.Value)));
    }

    /// <summary>The parameters that a flow or a minimum acts on, or the variables and the dimensions of a limit.</summary>
    internal static (ImmutableArray<Symbol> Parameters, ImmutableArray<Dimension> Dimensions) BoundByStatement(Statement statement) => statement switch
    {
        Conserved conserved => ([.. conserved.Flow.Parameters], []),
        AlongFlow along => ([.. along.Flow.Parameters], []),
        FlowLimit limit => ([.. limit.Flow.Parameters], []),
        MinimumClaim minimum => ([.. minimum.Parameters], []),
        LimitComparison limit => ([.. limit.Approaches.Select(approach => approach.Scalar).OfType<Symbol>()], [.. limit.Approaches.Select(approach => approach.Dimension).OfType<Dimension>()]),
        _ => ([], []),
    };
}
