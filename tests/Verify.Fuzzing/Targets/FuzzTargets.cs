namespace Verify.Fuzzing.Targets;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<string> Names { get; } = ["claims", "papers", "checkpoints", "kept-claims", "reports", "check"];

    public static ITarget? Find(string name) => name switch
    {
        "claims" => new ClaimTarget(),
        "papers" => new PaperTarget(),
        "checkpoints" => new CheckpointTarget(),
        "kept-claims" => new KeptClaimsTarget(),
        "reports" => new ReportTarget(),
        "check" => new CheckTarget(),
        _ => null,
    };
}
