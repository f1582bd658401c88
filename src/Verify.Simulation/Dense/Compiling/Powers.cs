using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>Rational powers of terms.</summary>
internal static class Powers
{
    private const int LargestWritten = 3;

    /// <summary>
    /// A^k. Integer powers of a dense matrix are products (up to the third as factors of the chain around), negative ones of its inverse; fractional ones go by
    /// eigenvalues. A^0 is the identity.
    /// </summary>
    public static Term Of(Graph graph, Term term, Rational exponent)
    {
        if (exponent.IsZero)
        {
            return Term.Multiple(term.Rows, 1);
        }

        if (exponent.IsOne || term.IsScalar)
        {
            return exponent.IsOne ? term : graph.PowerOfMultiple(term, exponent);
        }

        var formed = graph.Formed(term);
        if (formed.IsMultiple)
        {
            return graph.PowerOfMultiple(formed, exponent);
        }

        if (!exponent.IsInteger)
        {
            return Fractional(graph, graph.NodeOf(formed), exponent);
        }

        var scalars = graph.PowerOfMultiple(formed.Scalars, exponent);
        var factor = formed.Factors[0];
        var power = factor.IsDiagonal
            ? graph.TermOf(graph.EntryPower(factor.Node, exponent))
            : Repeated(graph, exponent.Sign < 0 ? Inverse(graph, factor) : graph.TermOf(factor), (int)exponent.Abs().Numerator);
        return graph.Scale(scalars, power);
    }

    private static Term Fractional(Graph graph, Node node, Rational exponent) => graph.TermOf(node.Kind == NodeKind.Diagonal
        ? graph.EntryPower(node, exponent)
        : graph.Make($"spectral power {node.Id} {exponent}", NodeKind.Dense, node.Rows, node.Rows, result => new SpectralPowerStep(result, node, exponent)));

    private static Term Inverse(Graph graph, Factor factor)
    {
        var node = factor.Node;
        var inverse = graph.TermOf(graph.Make($"inverse {node.Id}", NodeKind.Dense, node.Rows, node.Rows, result => new InverseStep(result, node)));
        return factor.Transposed ? inverse.Transpose() : inverse;
    }

    private static Term Repeated(Graph graph, Term term, int times)
    {
        if (times <= LargestWritten)
        {
            return Enumerable.Repeat(term, times - 1).Aggregate(term, graph.Times);
        }

        var half = graph.Formed(Repeated(graph, term, times / 2));
        var square = graph.Formed(graph.Times(half, half));
        return times % 2 == 0 ? square : graph.Times(square, term);
    }
}
