using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>
/// The inner product of two nodes of one kind and as stored, s = Σ_i d_i Σ_j a_ij b_ij e_j = tr(D A E B'), with diagonal weights D and E that may be absent.
/// Nothing but sums is formed.
/// </summary>
internal sealed class InnerStep(Node result, Node? rows, Node left, Node? columns, Node right)
    : Step(result, [.. new[] { rows, left, columns, right }.OfType<Node>()])
{
    // A diagonal or a vector counts as one row.
    private readonly int _columns = left.Kind != NodeKind.Dense || left.Columns == 1 ? left.Values.Length : left.Columns;
    private readonly int _rows = left.Kind != NodeKind.Dense || left.Columns == 1 ? 1 : left.Rows;

    /// <inheritdoc/>
    public override long Operations => (columns is null ? 2L : 3) * left.Values.Length;

    /// <inheritdoc/>
    public override void Forward()
    {
        if (rows is null && columns is null)
        {
            Result.Values[0] = Entries.Dot(left.Values, right.Values);
            return;
        }

        var sum = 0.0;
        for (var i = 0; i < _rows; i++)
        {
            sum += (rows?.Values[i] ?? 1) * RowSum(i);
        }

        Result.Values[0] = sum;
    }

    /// <summary>da_ij += g d_i e_j b_ij, dd_i += g Σ_j a_ij b_ij e_j, and likewise for b and e.</summary>
    public override void Backward()
    {
        var adjoint = Result.Adjoints![0];
        if (left == right)
        {
            AddAdjoint(2 * adjoint, left.Adjoints, left);
        }
        else
        {
            AddAdjoint(adjoint, left.Adjoints, right);
            AddAdjoint(adjoint, right.Adjoints, left);
        }

        for (var i = 0; rows?.Adjoints is { } dd && i < dd.Length; i++)
        {
            dd[i] += adjoint * RowSum(i);
        }

        for (var i = 0; columns?.Adjoints is { } de && i < _rows; i++)
        {
            Entries.AddProduct(de, adjoint * (rows?.Values[i] ?? 1), Row(left.Values, i), Row(right.Values, i));
        }
    }

    private void AddAdjoint(double adjoint, double[]? adjoints, Node other)
    {
        if (adjoints is null)
        {
            return;
        }

        if (rows is null && columns is null)
        {
            Entries.AddScaled(adjoints, adjoint, other.Values);
            return;
        }

        for (var i = 0; i < _rows; i++)
        {
            var factor = adjoint * (rows?.Values[i] ?? 1);
            if (columns is null)
            {
                Entries.AddScaled(Row(adjoints, i), factor, Row(other.Values, i));
            }
            else
            {
                Entries.AddProduct(Row(adjoints, i), factor, Row(other.Values, i), columns.Values);
            }
        }
    }

    private double RowSum(int i) => columns is null
        ? Entries.Dot(Row(left.Values, i), Row(right.Values, i))
        : Entries.Dot(Row(left.Values, i), Row(right.Values, i), columns.Values);

    private Span<double> Row(double[] entries, int i) => entries.AsSpan(i * _columns, _columns);
}
