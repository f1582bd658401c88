using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>
/// A step whose result carries an error beyond rounding, with a bound of it. Entries within their own bound of 0 are set to 0, so that what vanishes does so
/// exactly.
/// </summary>
internal abstract class ApproximateStep(Node result, params ReadOnlySpan<Node> operands) : Step(result, operands)
{
    /// <summary>The largest bound so far of the error of a result (Frobenius norm), relative to the result, or to its natural size where it is 0.</summary>
    public double RelativeError { get; private set; }

    /// <inheritdoc/>
    public override void Backward() => throw new InvalidOperationException(Obstacle);

    /// <summary>Writes the result. The natural size is what the result would be about, did nothing in it cancel.</summary>
    protected void Write(ReadOnlySpan<double> values, ReadOnlySpan<double> errors, double naturalSize)
    {
        var (norm, error) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            Result.Values[i] = Math.Abs(values[i]) <= errors[i] ? 0 : values[i];
            norm += Result.Values[i] * Result.Values[i];
            error += errors[i] * errors[i];
        }

        var size = norm == 0 ? naturalSize : Math.Sqrt(norm);
        RelativeError = size > 0 ? Math.Max(RelativeError, 2 * Math.Sqrt(error) / size) : RelativeError;
    }

    /// <summary>Writes NaN throughout.</summary>
    protected void WriteUndefined() => Result.Values.AsSpan().Fill(double.NaN);
}
