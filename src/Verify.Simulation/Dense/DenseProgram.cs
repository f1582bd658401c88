using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense.Compiling;
using Verify.Simulation.Dense.Steps;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Dense;

/// <summary>
/// Expressions compiled for many evaluations in double precision at one instance. A state holds the entries of the variables, row by row, one variable after
/// another. What contains no variable is evaluated when compiled; an evaluation allocates nothing (apart from eigenvalues and singular values of what varies).
/// A singular inverse, a power without a real value and a limit that does not exist give NaN. Not for use by several threads at a time.
/// </summary>
internal sealed class DenseProgram
{
    private readonly ImmutableArray<Node> _variables;
    private readonly ImmutableArray<Output> _outputs;
    private readonly ImmutableArray<Step> _steps;

    private readonly Graph _graph;

    private DenseProgram(Graph graph, ImmutableArray<Node> variables, ImmutableArray<Output> outputs)
    {
        (_graph, _variables, _outputs) = (graph, variables, outputs);
        _steps = StepsTo(outputs.SelectMany(output => output.Nodes));
        Dimension = variables.Sum(variable => variable.Values.Length);
    }

    /// <summary>How many numbers a state has.</summary>
    public int Dimension { get; }

    /// <summary>Additions and multiplications of one evaluation of all outputs.</summary>
    public long FlopCount => _steps.Sum(step => step.Operations);

    /// <summary>
    /// The largest bound so far of the relative error of a gradient or limit inside an output, which is computed from differences or by extrapolation; 0 without
    /// such parts. It adds to the rounding errors.
    /// </summary>
    public double RelativeError => _graph.RelativeError;

    /// <summary>
    /// The outputs at the instance, which gives sizes and the values of all free symbols but the variables. What is not treated throws a
    /// <see cref="NotTreatedException"/>.
    /// </summary>
    public static DenseProgram Compile(IReadOnlyList<Expr> outputs, Instance instance, IReadOnlyList<Symbol> variables)
    {
        var graph = new Graph();
        ImmutableArray<Node> nodes = [.. variables.Select(symbol => graph.Variable(instance.SizeOf(symbol.Shape.Rows), instance.SizeOf(symbol.Shape.Columns)))];
        var known = variables.Zip(nodes).ToImmutableDictionary(pair => pair.First, pair => pair.Second);
        var lowering = new Lowering(graph, instance, known, new UseCounts(outputs));
        return new(graph, nodes, [.. outputs.Select(output => Output.Of(lowering, output))]);
    }

    /// <summary>The value of a single expression without variables.</summary>
    public static Matrix ValueOf(Expr expression, Instance instance)
    {
        var program = Compile([expression], instance, []);
        program.Evaluate([]);
        return program.Value(0);
    }

    /// <summary>Evaluates all outputs at a state.</summary>
    public void Evaluate(ReadOnlySpan<double> state)
    {
        SetState(state);
        foreach (var step in _steps)
        {
            step.Forward();
        }
    }

    /// <summary>An output as last evaluated, in a new matrix.</summary>
    public Matrix Value(int output)
    {
        var value = new double[_outputs[output].Rows * _outputs[output].Columns];
        CopyValue(output, value);
        return new(_outputs[output].Rows, _outputs[output].Columns, value);
    }

    /// <summary>The number of rows and of columns of an output.</summary>
    public (int Rows, int Columns) SizeOf(int output) => (_outputs[output].Rows, _outputs[output].Columns);

    /// <summary>Writes an output as last evaluated, row by row.</summary>
    public void CopyValue(int output, Span<double> value) => _outputs[output].Node.Values.CopyTo(value);

    /// <summary>A 1 × 1 output as last evaluated.</summary>
    public double Scalar(int output) => _outputs[output].Node.Value;

    /// <summary>
    /// How large the numbers are that an output as last evaluated is the sum of: the larger of ‖Σ_k T_k‖ and Σ_k ‖T_k‖ (Frobenius norms), T_k its terms, nested
    /// sums and scalings of a sum multiplied out. Rounding errors are to be judged relative to it.
    /// </summary>
    public double Magnitude(int output) => _outputs[output].Magnitude();

    /// <summary>
    /// The gradient of a 1 × 1 output by the state. A part that cannot be differentiated, such as an operator norm of a variable, throws a
    /// <see cref="NotTreatedException"/>. The sweep shares the program's memory.
    /// </summary>
    public AdjointSweep Differentiate(int output)
    {
        var root = _outputs[output].Node;
        return root.Kind == NodeKind.Scalar ? new(this, root, StepsTo([root]), _variables)
            : throw new ArgumentException("Only a scalar has a gradient.", nameof(output));
    }

    /// <summary>Gives the variables their values.</summary>
    internal void SetState(ReadOnlySpan<double> state)
    {
        if (state.Length != Dimension)
        {
            throw new ArgumentException($"A state has {Dimension} numbers, not {state.Length}.", nameof(state));
        }

        foreach (var variable in _variables)
        {
            state[..variable.Values.Length].CopyTo(variable.Values);
            state = state[variable.Values.Length..];
        }
    }

    private static ImmutableArray<Step> StepsTo(IEnumerable<Node> nodes)
    {
        var needed = new SortedDictionary<int, Step>();
        var open = new Stack<Node>(nodes);
        while (open.TryPop(out var node))
        {
            if (node.Step is { } step && needed.TryAdd(node.Id, step))
            {
                foreach (var operand in step.Operands)
                {
                    open.Push(operand);
                }
            }
        }

        return [.. needed.Values];
    }
}
