using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Verify.Benchmarks.Calibrating;

/// <summary>A count of runs, with the exact 95 % interval of its probability (Clopper and Pearson 1934).</summary>
internal readonly record struct Rate(int Count, int Runs)
{
    private const double Tail = 0.025;

    /// <summary>The lower end.</summary>
    public double Low => Count == 0 ? 0 : Beta.InvCDF(Count, Runs - Count + 1, Tail);

    /// <summary>The upper end.</summary>
    public double High => Count == Runs ? 1 : Beta.InvCDF(Count + 1, Runs - Count, 1 - Tail);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(double)Count / Runs:0.0000} [{Low:0.0000}, {High:0.0000}]");
}
