using Verify.Language.Routes;

namespace Verify.Simulation.Attacking;

/// <summary>How long a statement is attacked: short where it is settled, and shorter where an evaluation integrates a flow, of a loss with a closed form above all.</summary>
/// <param name="Starts">How many instances are moved.</param>
/// <param name="Steps">How many moves each.</param>
internal sealed record AttackEffort(int Starts, int Steps)
{
    /// <summary>Nothing is attacked.</summary>
    public static AttackEffort None { get; } = new(0, 0);

    /// <summary>The effort for a claim.</summary>
    public static AttackEffort Of(RouteSettings settings, bool isCostly, bool isSampled) => (settings.Settled is null, isCostly) switch
    {
        (true, false) => new(12, 160),
        (false, false) => new(2, 60),
        (true, true) => isSampled ? new(1, 6) : new(3, 12),
        _ => new(1, 2),
    };
}
