using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>Entry by entry the product of two nodes of one kind: A ∘ B, the product of two diagonal matrices, the product of two scalars.</summary>
internal sealed class EntrywiseStep(Node result, Node left, Node right) : Step(result, left, right)
{
    /// <inheritdoc/>
    public override long Operations => Result.Values.Length;

    /// <inheritdoc/>
    public override void Forward() => Entries.Multiply(Result.Values, 1, left.Values, right.Values);

    /// <inheritdoc/>
    public override void Backward()
    {
        if (left.Adjoints is { } a)
        {
            Entries.AddProduct(a, 1, Result.Adjoints, right.Values);
        }

        if (right.Adjoints is { } b)
        {
            Entries.AddProduct(b, 1, Result.Adjoints, left.Values);
        }
    }
}
