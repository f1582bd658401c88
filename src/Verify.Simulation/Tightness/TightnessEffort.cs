using Verify.Language.Routes;

namespace Verify.Simulation.Tightness;

/// <summary>How long a search for the best ratio lasts: short where the claim is settled or an evaluation integrates a flow.</summary>
internal sealed record TightnessEffort(int Starts, int Steps)
{
    /// <summary>The effort for a claim.</summary>
    public static TightnessEffort Of(RouteSettings settings, bool isCostly) => (settings.Settled is null, isCostly) switch
    {
        (true, false) => new(12, 160),
        (false, false) => new(4, 80),
        (true, true) => new(4, 20),
        _ => new(2, 8),
    };
}
