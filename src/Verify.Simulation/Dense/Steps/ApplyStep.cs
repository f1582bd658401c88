using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>y = Ax for a dense A, as stored or transposed, and a vector x (a column or a row).</summary>
internal sealed class ApplyStep(Node result, Factor matrix, Node vector) : Step(result, matrix.Node, vector)
{
    private readonly (int Rows, int Columns) _stored = (matrix.Node.Rows, matrix.Node.Columns);

    /// <inheritdoc/>
    public override long Operations => 2L * _stored.Rows * _stored.Columns;

    /// <inheritdoc/>
    public override void Forward()
    {
        Array.Clear(Result.Values);
        VectorProducts.AddApplied(matrix.Node.Values, _stored.Rows, _stored.Columns, matrix.Transposed, vector.Values, Result.Values);
    }

    /// <summary>dA += g x' (or x g'), dx += A' g.</summary>
    public override void Backward()
    {
        if (matrix.Node.Adjoints is { } da)
        {
            VectorProducts.AddOuter(matrix.Transposed ? vector.Values : Result.Adjoints, matrix.Transposed ? Result.Adjoints : vector.Values, da);
        }

        if (vector.Adjoints is { } dx)
        {
            VectorProducts.AddApplied(matrix.Node.Values, _stored.Rows, _stored.Columns, !matrix.Transposed, Result.Adjoints, dx);
        }
    }
}
