namespace Verify.Replay;

/// <summary>What became of a counterexample.</summary>
public enum ReplayOutcome
{
    /// <summary>The conditions hold, the statement fails, and the sides are those of the report.</summary>
    Stands,

    /// <summary>A condition fails, the statement holds, or the report contradicts itself.</summary>
    DoesNotStand,

    /// <summary>The reason is in the detail.</summary>
    CannotBeEvaluated,
}

/// <summary>A counterexample, evaluated again.</summary>
/// <param name="Outcome">Whether it stands.</param>
/// <param name="Left">The left side as evaluated; null where it was not.</param>
/// <param name="Right">The right side as evaluated; null where it was not.</param>
/// <param name="Detail">How it was evaluated, or what is wrong, or why there is no value.</param>
public sealed record Replayed(ReplayOutcome Outcome, string? Left, string? Right, string Detail);
