using Verify.Language.Routes;
using Verify.Simulation.Checks;

namespace Verify.Simulation.Shrinking;

/// <summary>How long a smaller counterexample is looked for: checks are counted, so that the result does not depend on the clock.</summary>
/// <param name="Checks">The checks in all.</param>
/// <param name="PlainPerSize">How many plain instances are tried at a size.</param>
/// <param name="DrawnPerSize">How many random ones.</param>
/// <param name="Entries">Whether entries are made smaller too.</param>
internal sealed record ShrinkingEffort(int Checks, int PlainPerSize, int DrawnPerSize, bool Entries)
{
    private const int WorkShare = 60;

    /// <summary>Many where sides are only evaluated, fewer where a flow is integrated, and sizes alone where means are drawn.</summary>
    public static ShrinkingEffort Of(StatementCheck check) => (check.IsSampled, check.IsCostly) switch
    {
        (true, _) => new(12, 1, 1, false),
        (_, true) => new(80, 4, 1, true),
        _ => new(3000, 12, 3, true),
    };

    /// <summary>
    /// What the checks work with: those of drawn means share half of the claim's risk equally, the half that a claim which no other route settled does not spend, and
    /// a sixtieth of the work of a look is enough for each.
    /// </summary>
    public Simulating Share(Simulating simulating, StatementCheck check) => !check.IsSampled ? simulating : simulating with
    {
        Settings = simulating.Settings with { Risk = simulating.Settings.Risk * simulating.Effort.Instances / Checks },
        Effort = simulating.Effort with { Work = simulating.Effort.Work / WorkShare },
    };
}
