using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Binders;

/// <summary>Limits inside an expression, extrapolated from values.</summary>
internal static class NumericalLimits
{
    private const int Doublings = 20;

    /// <summary>The limit of the body. One in a dimension that sizes a matrix throws a <see cref="NotTreatedException"/>.</summary>
    public static Term Of(Lowering lowering, Limit limit)
    {
        var graph = lowering.Graph;
        var (rows, columns) = (lowering.Instance.SizeOf(limit.Shape.Rows), lowering.Instance.SizeOf(limit.Shape.Columns));
        if (limit.Approach.Scalar is { } scalar)
        {
            var target = limit.Approach.Target is { } expression ? graph.NodeOf(lowering.Of(expression)) : null;
            var body = InnerProgram.Of(lowering, limit.Body, [scalar]);
            return graph.TermOf(graph.MakeApproximate(rows, columns, result => new ScalarLimitStep(result, target, scalar.Range, body)));
        }

        var dimension = limit.Approach.Dimension!;
        if (Sizes(limit.Body, dimension))
        {
            throw new NotTreatedException("a limit in a dimension that sizes a matrix");
        }

        var least = dimension.LowerBounds.Select(lowering.Instance.SizeOf).Append(1).Max();
        ImmutableArray<InnerProgram> bodies = [.. Enumerable.Range(0, Doublings + 1).Select(k => InnerProgram.Of(
            lowering, limit.Body, [], lowering.Instance with { Dimensions = lowering.Instance.Dimensions.SetItem(dimension, checked(least << k)) }))];
        return graph.TermOf(graph.MakeApproximate(rows, columns, result => new DimensionLimitStep(result, bodies)));
    }

    /// <summary>Whether some matrix in the expression, or a symbol bound in it, is sized by the dimension.</summary>
    public static bool Sizes(Expr expression, Dimension dimension) => Sizes(expression, dimension, []);

    private static bool Sizes(Expr expression, Dimension dimension, HashSet<Expr> seen) => seen.Add(expression)
        && (IsSized(expression.Shape, dimension) || BoundIn(expression).Any(symbol => IsSized(symbol.Shape, dimension))
            || expression.Children.Any(child => Sizes(child, dimension, seen)));

    private static bool IsSized(Shape shape, Dimension dimension) => shape.Rows.Dimensions.Concat(shape.Columns.Dimensions).Contains(dimension);

    private static ImmutableArray<Symbol> BoundIn(Expr expression) => expression switch
    {
        Expectation expectation => expectation.Bound,
        Gradient gradient => [gradient.Bound],
        Minimum minimum => minimum.Bound,
        _ => [],
    };
}
