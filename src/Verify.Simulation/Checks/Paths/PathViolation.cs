namespace Verify.Simulation.Checks.Paths;

/// <summary>
/// How near an equality on a path, or at its end, comes to failing. Where it holds the distance between the sides is rounding and says nothing, and a path that comes to rest slowly is
/// counted as nearer to failing: it passes near a saddle, beyond which paths go elsewhere.
/// </summary>
internal static class PathViolation
{
    private const double Clear = 1e-3;

    /// <summary>The distance, as a share of the scale, where it is clear; otherwise -1/(1 + T λ), T being the time to rest and λ the rate of the fall there.</summary>
    public static double? Of(double? distance, PathEnd end) => distance > Clear ? distance
        : end.Time * end.Decay is var length && length >= 0 ? -1 / (1 + length) : distance is null ? null : -1;
}
