using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>C = x y' of two vectors, each a column or a row as stored.</summary>
internal sealed class OuterStep(Node result, Node left, Node right) : Step(result, left, right)
{
    /// <inheritdoc/>
    public override long Operations => Result.Values.Length;

    /// <inheritdoc/>
    public override void Forward()
    {
        Array.Clear(Result.Values);
        VectorProducts.AddOuter(left.Values, right.Values, Result.Values);
    }

    /// <summary>dx += G y, dy += G' x.</summary>
    public override void Backward()
    {
        if (left.Adjoints is { } dx)
        {
            VectorProducts.AddApplied(Result.Adjoints, Result.Rows, Result.Columns, false, right.Values, dx);
        }

        if (right.Adjoints is { } dy)
        {
            VectorProducts.AddApplied(Result.Adjoints, Result.Rows, Result.Columns, true, left.Values, dy);
        }
    }
}
