using System.Collections.Immutable;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>
/// Products of many factors in the order that takes the fewest multiplications, by dynamic programming over the sizes (Godbole 1973). Only dense factors count:
/// a diagonal one scales rows or columns. A product of constants costs nothing, it is formed once.
/// </summary>
internal static class Chains
{
    /// <summary>The term with its factors multiplied.</summary>
    public static Term Product(Graph graph, Term term)
    {
        var chain = new Chain(graph, term.Factors, cyclic: false);
        var scalars = term.Scalars;
        return chain.Length == 0
            ? graph.Scale(scalars, chain.Weights[0] is { } only ? graph.TermOf(only) : Term.Multiple(term.Rows, 1))
            : graph.Scale(scalars, graph.Weighted(chain.Weights[0], chain.Form(0, chain.Length), chain.Weights[chain.Length]));
    }

    /// <summary>
    /// tr(F_1 … F_k) for factors whose product is n × n. The ring of factors is cut into two arcs, and the trace is the inner product of one arc with the
    /// transpose of the other: the last product is never formed.
    /// </summary>
    public static Term Trace(Graph graph, ImmutableArray<Factor> factors, int n)
    {
        var chain = new Chain(graph, factors, cyclic: true);
        var length = chain.Length;
        if (length == 0)
        {
            return chain.Weights[0] is { } diagonal ? graph.TraceOfDiagonal(diagonal) : Term.Number(n);
        }

        if (length == 1)
        {
            var part = graph.DiagonalPart(chain.Dense(0).Node);
            return chain.Weights[0] is { } weights ? graph.InnerOfDiagonals(weights, part) : graph.TraceOfDiagonal(part);
        }

        var (first, arc) = chain.CheapestCut();
        var second = first + arc;
        return graph.TraceOfTwo(chain.Weight(first), chain.Form(first, arc), chain.Weight(second), chain.Form(second, length - arc));
    }
}
