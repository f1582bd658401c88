using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>The sum of the entries of a diagonal matrix, its trace.</summary>
internal sealed class DiagonalTraceStep(Node result, Node diagonal) : Step(result, diagonal)
{
    /// <inheritdoc/>
    public override long Operations => diagonal.Values.Length;

    /// <inheritdoc/>
    public override void Forward() => Result.Values[0] = Entries.Sum(diagonal.Values);

    /// <inheritdoc/>
    public override void Backward()
    {
        for (var i = 0; diagonal.Adjoints is { } adjoints && i < adjoints.Length; i++)
        {
            adjoints[i] += Result.Adjoints![0];
        }
    }
}

/// <summary>diag(A) of a dense square A, as a diagonal matrix.</summary>
internal sealed class DiagonalPartStep(Node result, Node matrix) : Step(result, matrix)
{
    /// <inheritdoc/>
    public override long Operations => 0;

    /// <inheritdoc/>
    public override void Forward()
    {
        for (var i = 0; i < matrix.Rows; i++)
        {
            Result.Values[i] = matrix.Values[i * (matrix.Rows + 1)];
        }
    }

    /// <inheritdoc/>
    public override void Backward()
    {
        for (var i = 0; matrix.Adjoints is { } adjoints && i < matrix.Rows; i++)
        {
            adjoints[i * (matrix.Rows + 1)] += Result.Adjoints![i];
        }
    }
}

/// <summary>A' of a dense A.</summary>
internal sealed class TransposeStep(Node result, Node matrix) : Step(result, matrix)
{
    /// <inheritdoc/>
    public override long Operations => 0;

    /// <inheritdoc/>
    public override void Forward() => Transposition.Copy(matrix.Values, Result.Values, matrix.Rows, matrix.Columns);

    /// <inheritdoc/>
    public override void Backward()
    {
        if (matrix.Adjoints is { } adjoints)
        {
            Transposition.AddScaled(Result.Adjoints, 1, adjoints, Result.Rows, Result.Columns);
        }
    }
}
