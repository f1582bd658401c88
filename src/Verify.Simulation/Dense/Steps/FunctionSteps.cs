using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>The determinant of a dense matrix. NaN where an entry is not finite. Allocates.</summary>
internal sealed class DeterminantStep(Node result, Node matrix) : Step(result, matrix)
{
    /// <inheritdoc/>
    public override long Operations => (long)matrix.Rows * matrix.Rows * matrix.Rows;

    /// <inheritdoc/>
    public override string Obstacle => "the gradient of a determinant";

    /// <inheritdoc/>
    public override void Forward() => Result.Values[0] = matrix.Values.All(double.IsFinite)
        ? Matrix<double>.Build.DenseOfRowMajor(matrix.Rows, matrix.Columns, matrix.Values).Determinant()
        : double.NaN;

    /// <inheritdoc/>
    public override void Backward() => throw new InvalidOperationException(Obstacle);
}

/// <summary>
/// How many eigenvalues of a symmetric matrix are negative: those below what rounding makes of a 0. NaN where one lies so near to 0 that it may be either, and
/// where the matrix is not symmetric to 1e-10 of its norm. Allocates.
/// </summary>
internal sealed class NegativesStep(Node result, Node matrix) : Step(result, matrix)
{
    private const double Asymmetry = 1e-10;
    private const double Zero = 1e-13;
    private const double Certain = 1e-9;

    /// <inheritdoc/>
    public override long Operations => 25L * matrix.Rows * matrix.Rows * matrix.Rows;

    /// <inheritdoc/>
    public override string Obstacle => "the gradient of a number of eigenvalues";

    /// <inheritdoc/>
    public override void Forward() => Result.Values[0] = Count();

    /// <inheritdoc/>
    public override void Backward() => throw new InvalidOperationException(Obstacle);

    private double Count()
    {
        var n = matrix.Rows;
        var norm = matrix.Norm();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!(Math.Abs(matrix.Values[(i * n) + j] - matrix.Values[(j * n) + i]) <= Asymmetry * norm))
                {
                    return double.NaN;
                }
            }
        }

        return Spectrum.Of(matrix.Values, n) is not var (values, _) || values.Any(value => Math.Abs(value) > n * Zero * norm && Math.Abs(value) < Certain * norm)
            ? double.NaN
            : values.Count(value => value < -n * Zero * norm);
    }
}

/// <summary>The singular values of a dense matrix in decreasing order, one for each row, with zeros where there are more rows than columns. Allocates.</summary>
internal sealed class SingularValuesStep(Node result, Node matrix) : Step(result, matrix)
{
    /// <inheritdoc/>
    public override long Operations => 10L * matrix.Values.Length * Math.Min(matrix.Rows, matrix.Columns);

    /// <inheritdoc/>
    public override string Obstacle => "the gradient of singular values";

    /// <inheritdoc/>
    public override void Forward()
    {
        Array.Fill(Result.Values, double.NaN);
        if (!matrix.Values.All(double.IsFinite))
        {
            return;
        }

        try
        {
            var values = Matrix<double>.Build.DenseOfRowMajor(matrix.Rows, matrix.Columns, matrix.Values).Svd(computeVectors: false).S;
            for (var i = 0; i < matrix.Rows; i++)
            {
                Result.Values[i] = i < values.Count ? values[i] : 0;
            }
        }
        catch (NonConvergenceException)
        {
            // Stays NaN.
        }
    }

    /// <inheritdoc/>
    public override void Backward() => throw new InvalidOperationException(Obstacle);
}
