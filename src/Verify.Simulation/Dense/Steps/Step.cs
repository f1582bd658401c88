using System.Collections.Immutable;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>
/// One operation of a compiled program. <see cref="Forward"/> overwrites the result from the operands; <see cref="Backward"/> adds to the adjoints of those
/// operands that have some what the adjoint of the result contributes (Griewank &amp; Walther 2008, section 3.2).
/// </summary>
internal abstract class Step(Node result, params ReadOnlySpan<Node> operands)
{
    /// <summary>What is computed.</summary>
    public Node Result { get; } = result;

    /// <summary>What it is computed from, without repetitions.</summary>
    public ImmutableArray<Node> Operands { get; } = [.. operands.ToArray().Distinct()];

    /// <summary>Additions and multiplications of one forward run; the backward run takes about twice as many.</summary>
    public abstract long Operations { get; }

    /// <summary>What cannot be differentiated here, in words; null where everything can.</summary>
    public virtual string? Obstacle => null;

    /// <summary>Computes the result.</summary>
    public abstract void Forward();

    /// <summary>Hands the adjoint of the result on to the operands.</summary>
    public abstract void Backward();
}
