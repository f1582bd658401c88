using System.Numerics;

namespace Verify.Simulation.Flows;

/// <summary>
/// The error allowed in a step. Component i of the error e is measured in units of scale_i = Absolute + Relative max(|y_i|, |z_i|, OfLargest max_j(|y_j|,
/// |z_j|)), with y and z the states at both ends, and a step is accepted where sqrt(Σ_i (e_i / scale_i)² / p) ≤ 1 (Hairer, Nørsett &amp; Wanner 1993,
/// section II.4). With OfLargest = 0 each entry is held to its own size, with 1 all to that of the largest: entries of a matrix that are or pass through
/// zero need something above 0.
/// </summary>
internal sealed record Tolerance(double Relative, double Absolute = 0, double OfLargest = 1e-3)
{
    // Where everything is zero the error is as well, and 0 is to be divided by something.
    private const double Least = 1e-290;

    /// <summary>Writes the units of the error; all spans are padded to whole vectors.</summary>
    public void Scale(ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> scale)
    {
        var ys = Lanes.Of(y);
        var zs = Lanes.Of(z);
        var scales = Lanes.Of(scale);
        var floor = new Vector<double>(OfLargest == 0 ? 0 : OfLargest * Math.Max(Lanes.Largest(y), Lanes.Largest(z)));
        var (relative, absolute) = (new Vector<double>(Relative), new Vector<double>(Math.Max(Absolute, Least)));
        for (var v = 0; v < scales.Length; v++)
        {
            scales[v] = absolute + (relative * Vector.Max(floor, Vector.Max(Vector.Abs(ys[v]), Vector.Abs(zs[v]))));
        }
    }
}
