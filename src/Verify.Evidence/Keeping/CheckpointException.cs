namespace Verify.Evidence.Keeping;

/// <summary>A checkpoint that cannot be gone on from; the message says why.</summary>
public sealed class CheckpointException(string message) : Exception(message)
{
    /// <summary>It is something else.</summary>
    public static CheckpointException NoCheckpoint() => new("it is not a checkpoint of this version");

    /// <summary>It is not what was written.</summary>
    public static CheckpointException Damaged() => new("it is damaged: its sum does not fit its content");

    /// <summary>Its sum fits, but no run writes what it says.</summary>
    public static CheckpointException Wrong() => new("its content is not that of a checkpoint");

    /// <summary>It was written by a run of other settings. What a stranger wrote must not move the cursor of the terminal that it is shown on, nor fill it.</summary>
    public static CheckpointException OfAnotherRun(string identity) => new("it belongs to another run: "
        + string.Concat(identity.Take(250).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter > '\u0FFF' ? '?' : letter)));
}
