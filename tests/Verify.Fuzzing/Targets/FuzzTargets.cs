namespace Verify.Fuzzing.Targets;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<string> Names { get; } = ["claims", "papers", "checkpoints", "check"];

    public static ITarget? Find(string name) => name switch
    {
        "claims" => new ClaimTarget(),
        "papers" => new PaperTarget(),
        "checkpoints" => new CheckpointTarget(),
        "check" => new CheckTarget(),
        _ => null,
    };
}
