using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>
/// A^k of a dense symmetric positive definite A for a fractional k, by its eigenvalues. All NaN where A is not symmetric to 1e-10 of its norm or has an
/// eigenvalue that is negative by more than rounding (or, for a negative k, not clearly positive). Allocates.
/// </summary>
internal sealed class SpectralPowerStep(Node result, Node matrix, Rational exponent) : Step(result, matrix)
{
    private const double Asymmetry = 1e-10;
    private const double Precision = 2.220446049250313e-16;

    /// <inheritdoc/>
    public override long Operations => 25L * matrix.Rows * matrix.Rows * matrix.Rows;

    /// <inheritdoc/>
    public override string Obstacle => "the gradient of a fractional power of a matrix";

    /// <inheritdoc/>
    public override void Forward()
    {
        var n = matrix.Rows;
        Result.Values.AsSpan().Fill(double.NaN);
        if (!IsSymmetric() || Spectrum.Of(matrix.Values, n) is not var (values, vectors))
        {
            return;
        }

        var zero = n * Precision * Math.Max(Math.Abs(values[0]), Math.Abs(values[n - 1]));
        if (values[0] < -zero || (exponent.Sign < 0 && values[0] <= zero))
        {
            return;
        }

        Array.Clear(Result.Values);
        for (var k = 0; k < n; k++)
        {
            var power = RealPowers.Of(Math.Max(values[k], 0), exponent);
            var vector = vectors.AsSpan(k * n, n);
            for (var i = 0; i < n; i++)
            {
                Entries.AddScaled(Result.Values.AsSpan(i * n, n), power * vector[i], vector);
            }
        }
    }

    /// <inheritdoc/>
    public override void Backward() => throw new InvalidOperationException(Obstacle);

    private bool IsSymmetric()
    {
        var (n, difference) = (matrix.Rows, 0.0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                difference = Math.Max(difference, Math.Abs(matrix.Values[(i * n) + j] - matrix.Values[(j * n) + i]));
            }
        }

        return difference <= Asymmetry * matrix.Norm();
    }
}

/// <summary>The largest singular value of a dense matrix. Allocates.</summary>
internal sealed class OperatorNormStep(Node result, Node matrix) : Step(result, matrix)
{
    /// <inheritdoc/>
    public override long Operations => 10L * matrix.Values.Length * Math.Min(matrix.Rows, matrix.Columns);

    /// <inheritdoc/>
    public override string Obstacle => "the gradient of an operator norm";

    /// <inheritdoc/>
    public override void Forward() => Result.Values[0] = Largest();

    /// <inheritdoc/>
    public override void Backward() => throw new InvalidOperationException(Obstacle);

    private double Largest()
    {
        if (matrix.Kind != NodeKind.Dense)
        {
            return matrix.Values.Aggregate(0.0, (largest, entry) => Math.Max(largest, Math.Abs(entry)));
        }

        if (!matrix.Values.All(double.IsFinite))
        {
            return double.NaN;
        }

        try
        {
            return Matrix<double>.Build.DenseOfRowMajor(matrix.Rows, matrix.Columns, matrix.Values).Svd(computeVectors: false).L2Norm;
        }
        catch (NonConvergenceException)
        {
            return double.NaN;
        }
    }
}
