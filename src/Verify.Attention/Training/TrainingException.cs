namespace Verify.Attention.Training;

/// <summary>A training that cannot be carried out; the message says why.</summary>
public sealed class TrainingException(string message) : Exception(message);
