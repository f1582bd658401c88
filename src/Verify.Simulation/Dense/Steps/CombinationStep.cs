using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>A term c s M of a linear combination: s is 1 where there is none, M the identity (or, for a scalar, 1) where there is none.</summary>
internal readonly record struct ScaledNode(double Coefficient, Node? Scalar, Node? Matrix, bool Transposed)
{
    /// <summary>c s as it is now.</summary>
    public double Factor => Scalar is null ? Coefficient : Coefficient * Scalar.Value;
}

/// <summary>Σ_k c_k s_k M_k (or M_k'), of one shape; the terms may be more structured than the result.</summary>
internal sealed class CombinationStep(Node result, ScaledNode[] terms)
    : Step(result, [.. terms.SelectMany(term => new[] { term.Scalar, term.Matrix }).OfType<Node>()])
{
    /// <inheritdoc/>
    public override long Operations => terms.Sum(term => 2L * (term.Matrix ?? term.Scalar)?.Values.Length ?? 1);

    /// <inheritdoc/>
    public override void Forward()
    {
        var values = Result.Values;
        if (values.Length == 1)
        {
            var sum = 0.0;
            foreach (var term in terms)
            {
                sum += term.Factor * (term.Matrix?.Value ?? 1);
            }

            values[0] = sum;
            return;
        }

        var written = false;
        foreach (var term in terms)
        {
            if (!written && term.Matrix is { } first && first.Kind == Result.Kind && !term.Transposed)
            {
                Entries.Scale(values, term.Factor, first.Values);
            }
            else
            {
                if (!written)
                {
                    Array.Clear(values);
                }

                Add(term.Factor, term);
            }

            written = true;
        }
    }

    /// <inheritdoc/>
    public override void Backward()
    {
        foreach (var term in terms)
        {
            if (term.Scalar?.Adjoints is { } scalar)
            {
                scalar[0] += term.Coefficient * InnerWithAdjoint(term);
            }

            if (term.Matrix?.Adjoints is { } matrix)
            {
                AddAdjoint(term.Factor, term, matrix);
            }
        }
    }

    private void Add(double factor, ScaledNode term)
    {
        var n = Result.Columns;
        if (term.Matrix is not { } matrix)
        {
            var step = Result.Kind == NodeKind.Dense ? n + 1 : 1;
            for (var i = 0; i < n; i++)
            {
                Result.Values[i * step] += factor;
            }
        }
        else if (matrix.Kind == NodeKind.Diagonal && Result.Kind == NodeKind.Dense)
        {
            for (var i = 0; i < n; i++)
            {
                Result.Values[i * (n + 1)] += factor * matrix.Values[i];
            }
        }
        else if (term.Transposed)
        {
            Transposition.AddScaled(matrix.Values, factor, Result.Values, matrix.Rows, matrix.Columns);
        }
        else
        {
            Entries.AddScaled(Result.Values, factor, matrix.Values);
        }
    }

    private void AddAdjoint(double factor, ScaledNode term, double[] adjoints)
    {
        var matrix = term.Matrix!;
        if (matrix.Kind == NodeKind.Diagonal && Result.Kind == NodeKind.Dense)
        {
            for (var i = 0; i < matrix.Rows; i++)
            {
                adjoints[i] += factor * Result.Adjoints![i * (matrix.Rows + 1)];
            }
        }
        else if (term.Transposed)
        {
            Transposition.AddScaled(Result.Adjoints, factor, adjoints, Result.Rows, Result.Columns);
        }
        else
        {
            Entries.AddScaled(adjoints, factor, Result.Adjoints);
        }
    }

    // <adjoint of the result, M>, entry by entry.
    private double InnerWithAdjoint(ScaledNode term)
    {
        var (adjoints, n) = (Result.Adjoints!, Result.Columns);
        if (adjoints.Length == 1)
        {
            return adjoints[0] * (term.Matrix?.Value ?? 1);
        }

        if (term.Matrix is { } matrix && matrix.Kind == Result.Kind && !term.Transposed)
        {
            return Entries.Dot(adjoints, matrix.Values);
        }

        var sum = 0.0;
        for (var i = 0; i < Result.Rows; i++)
        {
            if (term.Matrix is { Kind: NodeKind.Dense } dense)
            {
                for (var j = 0; j < n; j++)
                {
                    sum += adjoints[(i * n) + j] * dense.Values[(j * Result.Rows) + i];
                }
            }
            else
            {
                sum += adjoints[Result.Kind == NodeKind.Dense ? i * (n + 1) : i] * (term.Matrix?.Values[i] ?? 1);
            }
        }

        return sum;
    }
}
