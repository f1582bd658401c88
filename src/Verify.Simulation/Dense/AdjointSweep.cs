using System.Collections.Immutable;
using Verify.Simulation.Dense.Compiling;
using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense;

/// <summary>
/// The value and the gradient of a scalar by all variables of its program in one run forward and one backward, at a small multiple of the cost of the value
/// (Griewank &amp; Walther 2008, section 3.2). Allocates nothing per evaluation.
/// </summary>
internal sealed class AdjointSweep
{
    private readonly DenseProgram _program;
    private readonly Node _root;
    private readonly Step[] _steps;
    private readonly ImmutableArray<Node> _variables;
    private readonly double[][] _adjoints;

    /// <summary>A sweep over the given steps, which lead to the root. A step that has no adjoint throws a <see cref="NotTreatedException"/>.</summary>
    internal AdjointSweep(DenseProgram program, Node root, ImmutableArray<Step> steps, ImmutableArray<Node> variables)
    {
        if (steps.Select(step => step.Obstacle).FirstOrDefault(obstacle => obstacle is not null) is { } construct)
        {
            throw new NotTreatedException(construct);
        }

        (_program, _root, _steps, _variables) = (program, root, [.. steps], variables);
        Node[] nodes = [.. steps.Select(step => step.Result).Concat(variables)];
        foreach (var node in nodes)
        {
            node.Adjoints ??= new double[node.Values.Length];
        }

        _adjoints = [.. nodes.Select(node => node.Adjoints!)];
    }

    /// <summary>How many numbers a state and a gradient have.</summary>
    public int Dimension => _program.Dimension;

    /// <summary>Additions and multiplications of one evaluation: those of the value and, backward, about twice as many.</summary>
    public long FlopCount => 3 * _steps.Sum(step => step.Operations);

    /// <summary>The value at a state; its derivatives by the numbers of the state, times a factor, go to <paramref name="gradient"/>, in their order.</summary>
    public double Evaluate(ReadOnlySpan<double> state, Span<double> gradient, double factor = 1)
    {
        _program.SetState(state);
        foreach (var step in _steps)
        {
            step.Forward();
        }

        foreach (var adjoints in _adjoints)
        {
            Array.Clear(adjoints);
        }

        if (!_root.IsConstant)
        {
            _root.Adjoints![0] = factor;
        }

        for (var i = _steps.Length - 1; i >= 0; i--)
        {
            _steps[i].Backward();
        }

        foreach (var variable in _variables)
        {
            variable.Adjoints.CopyTo(gradient);
            gradient = gradient[variable.Adjoints!.Length..];
        }

        return _root.Value;
    }
}
