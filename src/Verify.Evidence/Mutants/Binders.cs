using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Elaboration;

namespace Verify.Evidence.Mutants;

/// <summary>What binds symbols, made again around another body, with bound symbols of its own: a bound symbol occurs under one binder alone, and the old one may still stand elsewhere.</summary>
internal static class Binders
{
    /// <summary>E of the body, over those of the symbols that it still depends on.</summary>
    public static Expr Expectation(Expr body, ImmutableArray<Symbol> bound)
    {
        var used = Dependence.SymbolsOf([body]);
        var fresh = Copies([.. bound.Where(used.Contains)]);
        return Expr.ExpectationOf(new Substitution(fresh).In(body), Symbols(fresh));
    }

    /// <summary>The infimum of the body.</summary>
    public static Expr Minimum(Expr body, ImmutableArray<Symbol> bound)
    {
        var fresh = Copies(bound);
        return Expr.MinimumOf(new Substitution(fresh).In(body), Symbols(fresh));
    }

    /// <summary>The gradient of the body.</summary>
    public static Expr Gradient(Expr body, Symbol bound, Expr at)
    {
        var fresh = Copies([bound]);
        return Expr.GradientOf(new Substitution(fresh).In(body), Symbols(fresh)[0], at);
    }

    /// <summary>The limit of the body.</summary>
    public static Expr Limit(Expr body, Approach approach)
    {
        if (approach.Scalar is { } scalar)
        {
            var fresh = Copies([scalar]);
            return Expr.LimitOf(new Substitution(fresh).In(body), approach with { Scalar = Symbols(fresh)[0] });
        }

        var dimension = new Dimension(approach.Dimension!.Name, approach.Dimension.LowerBounds);
        return Expr.LimitOf(Substitution.Of(approach.Dimension, (Size)dimension).In(body), approach with { Dimension = dimension });
    }

    // The law of a symbol may mention those before it.
    private static List<KeyValuePair<Symbol, Expr>> Copies(ImmutableArray<Symbol> bound)
    {
        var fresh = new List<KeyValuePair<Symbol, Expr>>();
        foreach (var symbol in bound)
        {
            var law = symbol.Law is { } known ? new Substitution(fresh).In(known) : null;
            fresh.Add(new(symbol, Expr.Of(new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, law))));
        }

        return fresh;
    }

    private static ImmutableArray<Symbol> Symbols(List<KeyValuePair<Symbol, Expr>> fresh) => [.. fresh.Select(pair => ((SymbolValue)pair.Value).Symbol)];
}
