namespace Verify.Simulation;

/// <summary>An expression has no value at an instance, for the reason in the message.</summary>
internal sealed class UndefinedException(string reason) : Exception(reason);
