using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>B = D A E for a dense A (as stored) and diagonal D and E, of which one may be absent: b_ij = d_i a_ij e_j.</summary>
internal sealed class ScaleStep(Node result, Node? rows, Node matrix, Node? columns)
    : Step(result, [.. new[] { rows, matrix, columns }.OfType<Node>()])
{
    private readonly int _columns = matrix.Columns;

    /// <inheritdoc/>
    public override long Operations => (rows is null || columns is null ? 1L : 2) * Result.Values.Length;

    /// <inheritdoc/>
    public override void Forward()
    {
        for (var i = 0; i < matrix.Rows; i++)
        {
            var to = Row(Result.Values, i);
            var from = Row(matrix.Values, i);
            var factor = rows?.Values[i] ?? 1;
            if (columns is null)
            {
                Entries.Scale(to, factor, from);
            }
            else
            {
                Entries.Multiply(to, factor, from, columns.Values);
            }
        }
    }

    /// <summary>da_ij += g_ij d_i e_j, dd_i += Σ_j g_ij a_ij e_j, de_j += Σ_i g_ij d_i a_ij.</summary>
    public override void Backward()
    {
        for (var i = 0; i < matrix.Rows; i++)
        {
            var adjoint = Row(Result.Adjoints!, i);
            var from = Row(matrix.Values, i);
            var factor = rows?.Values[i] ?? 1;
            if (matrix.Adjoints is { } da)
            {
                if (columns is null)
                {
                    Entries.AddScaled(Row(da, i), factor, adjoint);
                }
                else
                {
                    Entries.AddProduct(Row(da, i), factor, adjoint, columns.Values);
                }
            }

            if (rows?.Adjoints is { } dd)
            {
                dd[i] += columns is null ? Entries.Dot(adjoint, from) : Entries.Dot(adjoint, from, columns.Values);
            }

            if (columns?.Adjoints is { } de)
            {
                Entries.AddProduct(de, factor, adjoint, from);
            }
        }
    }

    private Span<double> Row(double[] entries, int i) => entries.AsSpan(i * _columns, _columns);
}
