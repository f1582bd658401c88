using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense.Compiling;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Dense.Binders;

/// <summary>
/// The body of a binder as a program of its own. Its state is what the body needs of the variables around, followed by the bound symbols, which the binder sets.
/// </summary>
internal sealed class InnerProgram
{
    private readonly DenseProgram _program;
    private readonly ImmutableArray<Node> _around;
    private readonly double[] _state;
    private readonly int _first;

    private InnerProgram(DenseProgram program, ImmutableArray<Node> around)
    {
        (_program, _around) = (program, around);
        (_state, _first) = (new double[program.Dimension], around.Sum(node => node.Values.Length));
    }

    /// <summary>The nodes around that the body depends on.</summary>
    public ImmutableArray<Node> Around => _around;

    /// <summary>The entries of the bound symbols.</summary>
    public Span<double> Bound => _state.AsSpan(_first);

    /// <summary>What the last evaluations left to be said about errors beyond rounding.</summary>
    public double RelativeError => _program.RelativeError;

    /// <summary>Additions and multiplications of one evaluation.</summary>
    public long Operations => _program.FlopCount;

    /// <summary>What the value is a sum of, in size.</summary>
    public double Magnitude => _program.Magnitude(0);

    /// <summary>The body at the instance of the lowering, or at another one.</summary>
    public static InnerProgram Of(Lowering lowering, Expr body, ImmutableArray<Symbol> bound, Instance? instance = null)
    {
        ImmutableArray<Symbol> around = [.. lowering.Variables.Keys.Where(symbol => body.FreeSymbols.Contains(symbol) && !bound.Contains(symbol)).Order()];
        var program = DenseProgram.Compile([body], instance ?? lowering.Instance, [.. around, .. bound]);
        return new(program, [.. around.Select(symbol => lowering.Variables[symbol])]);
    }

    /// <summary>Takes over the values of the variables around.</summary>
    public void Begin()
    {
        var first = 0;
        foreach (var node in _around)
        {
            node.Values.CopyTo(_state, first);
            first += node.Values.Length;
        }
    }

    /// <summary>Evaluates the body.</summary>
    public void Evaluate() => _program.Evaluate(_state);

    /// <summary>The last value of a scalar body.</summary>
    public double Scalar => _program.Scalar(0);

    /// <summary>The last value of the body, row by row.</summary>
    public void CopyValue(Span<double> value) => _program.CopyValue(0, value);
}
