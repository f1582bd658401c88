using System.Collections.Immutable;

namespace Verify.Language.Elaboration;

/// <summary>Makes the binders of the core: each gets fresh symbols of its own.</summary>
internal static class Binding
{
    /// <summary>
    /// E[body | held]: over every random symbol free in the body and every one that the laws of these mention, except what is held.
    /// </summary>
    public static Expr Average(Expr body, ImmutableHashSet<Symbol> held, Scope scope)
    {
        var averaged = new HashSet<Symbol>();
        var open = new Stack<Symbol>(body.FreeSymbols);
        while (open.TryPop(out var symbol))
        {
            if (symbol.Law is { } law && !held.Contains(symbol) && averaged.Add(symbol))
            {
                foreach (var mentioned in law.FreeSymbols)
                {
                    open.Push(mentioned);
                }
            }
        }

        var fresh = new Dictionary<Symbol, Expr>();
        var bound = ImmutableArray.CreateBuilder<Symbol>();
        foreach (var symbol in scope.InOrder(averaged))
        {
            var copy = new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, new Substitution(fresh).In(symbol.Law!));
            fresh.Add(symbol, Expr.Of(copy));
            bound.Add(copy);
        }

        return Expr.ExpectationOf(new Substitution(fresh).In(body), bound.ToImmutable());
    }

    /// <summary>grad(body; parameter), taken at the parameter itself.</summary>
    public static Expr Differentiate(Expr body, Symbol parameter)
    {
        var bound = Copy(parameter);
        return Expr.GradientOf(Substitution.Of(parameter, Expr.Of(bound)).In(body), bound, Expr.Of(parameter));
    }

    /// <summary>The infimum of the body over the parameters.</summary>
    public static Expr Minimise(Expr body, ImmutableArray<Symbol> parameters)
    {
        var bound = parameters.ToDictionary(parameter => parameter, Copy);
        return Expr.MinimumOf(
            new Substitution(bound.Select(entry => KeyValuePair.Create(entry.Key, (Expr)Expr.Of(entry.Value)))).In(body),
            [.. parameters.Select(parameter => bound[parameter])]);
    }

    /// <summary>lim(body; approach).</summary>
    public static Expr Limit(Expr body, Approach approach)
    {
        if (approach.Scalar is { } scalar)
        {
            var copy = Copy(scalar);
            return Expr.LimitOf(Substitution.Of(scalar, Expr.Of(copy)).In(body), approach with { Scalar = copy });
        }

        var dimension = new Dimension(approach.Dimension!.Name, approach.Dimension.LowerBounds);
        return Expr.LimitOf(Substitution.Of(approach.Dimension, (Size)dimension).In(body), approach with { Dimension = dimension });
    }

    private static Symbol Copy(Symbol symbol) => new(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range);
}
