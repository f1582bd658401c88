using Verify.Language;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Binders;

/// <summary>Gradients inside an expression, by differences of the body's values: nothing is shared with the adjoints that they may be compared with.</summary>
internal static class BoundGradients
{
    /// <summary>The gradient of the body by the bound symbol, at the value given.</summary>
    public static Term Of(Lowering lowering, Gradient gradient)
    {
        var (graph, bound) = (lowering.Graph, gradient.Bound);
        var (rows, columns) = (lowering.Instance.SizeOf(bound.Shape.Rows), lowering.Instance.SizeOf(bound.Shape.Columns));
        if (!gradient.Body.FreeSymbols.Contains(bound))
        {
            return Term.Zero(rows, columns);
        }

        var inner = InnerProgram.Of(lowering, gradient.Body, [bound]);
        var at = graph.NodeOf(lowering.Of(gradient.At), dense: true);
        return graph.TermOf(graph.MakeApproximate(rows, columns, result => new DifferencesStep(result, at, inner)));
    }
}
