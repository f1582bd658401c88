namespace Verify.Replay.Judging;

/// <summary>Whether something holds at the values of a report.</summary>
internal enum Truth
{
    /// <summary>It holds, or holds to rounding.</summary>
    True,

    /// <summary>It fails.</summary>
    False,

    /// <summary>Rounding or chance leaves it open.</summary>
    Unknown,
}
