using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Simulation.Checks;

/// <summary>The terms that a side is a sum of, as a reader sees them: what an error is measured against where terms cancel.</summary>
internal static class TopLevelTerms
{
    /// <summary>The terms of sums, also below a transpose, a trace or a scalar factor.</summary>
    public static ImmutableArray<Expr> Of(Expr expression) => expression switch
    {
        Sum sum => [.. sum.Terms.SelectMany(term => Of(term))],
        Transpose transpose => [.. Of(transpose.Operand).Select(Expr.TransposeOf)],
        Trace trace => [.. Of(trace.Children[0]).Select(Expr.TraceOf)],
        Product { Left.IsScalar: true } product => [.. Of(product.Right).Select(term => Expr.Times(product.Left, term))],
        Product { Right.IsScalar: true } product => [.. Of(product.Left).Select(term => Expr.Times(term, product.Right))],
        _ => [expression],
    };
}
