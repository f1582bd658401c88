using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>An output of a program: a node with all its entries and the terms that it is the sum of.</summary>
internal sealed record Output(int Rows, int Columns, Node Node, ImmutableArray<ScaledNode> Terms)
{
    /// <summary>The expression as an output.</summary>
    public static Output Of(Lowering lowering, Expr expression)
    {
        var (rows, columns) = (lowering.Instance.SizeOf(expression.Shape.Rows), lowering.Instance.SizeOf(expression.Shape.Columns));
        List<Term> terms = [.. lowering.TopLevelTerms(expression).Select(lowering.Graph.Formed)];
        var node = lowering.Graph.NodeOf(terms is [var only] ? only : lowering.Graph.Add(rows, columns, terms), dense: true);
        return new(rows, columns, node, [.. terms.Select(lowering.Graph.Scaled)]);
    }

    /// <summary>Every node that the value and the magnitude are read from.</summary>
    public IEnumerable<Node> Nodes => Terms.SelectMany(term => new[] { term.Scalar, term.Matrix }).OfType<Node>().Append(Node);

    /// <summary>The larger of the norm of the sum and the sum of the norms.</summary>
    public double Magnitude()
    {
        var sum = 0.0;
        foreach (var term in Terms)
        {
            sum += Math.Abs(term.Factor) * (term.Matrix?.Norm() ?? Math.Sqrt(Rows));
        }

        return Math.Max(Node.Norm(), sum);
    }
}
