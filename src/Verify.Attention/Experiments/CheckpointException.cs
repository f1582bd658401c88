namespace Verify.Attention.Experiments;

/// <summary>A checkpoint that cannot be gone on from; the message says why.</summary>
public sealed class CheckpointException(string message) : Exception(message);
