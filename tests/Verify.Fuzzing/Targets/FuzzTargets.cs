namespace Verify.Fuzzing.Targets;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<string> Names { get; } = ["claims", "papers", "checkpoints", "kept-claims", "reports", "replays", "check"];

    public static ITarget? Find(string name) => name switch
    {
        "claims" => new ClaimTarget(),
        "papers" => new PaperTarget(),
        "checkpoints" => new CheckpointTarget(),
        "kept-claims" => new KeptClaimsTarget(),
        "reports" => new ReportTarget(),
        "replays" => new ReplayTarget(),
        "check" => new CheckTarget(),
        _ => null,
    };
}
