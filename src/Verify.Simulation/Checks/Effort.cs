using Verify.Language.Routes;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Checks;

/// <summary>How much is done for a claim. What another route has settled is looked at more shortly; a proof against which the short look speaks is looked at again in full.</summary>
/// <param name="Instances">At how many instances a statement is looked at.</param>
/// <param name="Work">How much may be computed at one instance, in additions and products.</param>
/// <param name="Pilot">How many draws the variance is taken from.</param>
/// <param name="Margin">The relative error that must be excluded for agreement.</param>
internal sealed record Effort(int Instances, long Work, int Pilot, double Margin)
{
    private const int FullShare = 600;
    private const int ShortShare = 300;
    private const int ShortPilot = 8192;
    private const double LargestMargin = 0.5;

    /// <summary>A margin as asked, two instances of what is sampled and more of what is not, and a pilot that makes the variance as safe as the risk asks.</summary>
    public static Effort Full(RouteSettings settings, bool isSampled) => new(
        isSampled ? 2 : 16, FullShare * settings.WorkLimit, (int)Math.Min(2 * VarianceBound.PairsFor(settings.Risk), 1 << 20), settings.Margin);

    /// <summary>One instance and half of the work; a margin ten times as wide where the claim is proved.</summary>
    public static Effort Short(RouteSettings settings, bool isSampled) => new(
        isSampled ? 1 : 4,
        ShortShare * settings.WorkLimit,
        ShortPilot,
        settings.Settled == Outcome.Proved ? Math.Min(10 * settings.Margin, Math.Max(LargestMargin, settings.Margin)) : settings.Margin);
}
