using System.Numerics;

namespace Verify.Simulation.Statistics;

/// <summary>A mean m to be tested and a rate λ > 0, fixed before the samples are seen: the term of a sample x is φ(λ(x - m)).</summary>
/// <param name="Mean">m, in units of a sample.</param>
/// <param name="Rate">λ, in inverse units of a sample.</param>
internal readonly record struct Tilt(double Mean, double Rate) : ISummand
{
    /// <inheritdoc/>
    public double Zero => Mean;

    /// <inheritdoc/>
    public Vector<double> Of(Vector<double> samples) => Influence.Of(new Vector<double>(Rate) * (samples - new Vector<double>(Mean)));
}
