namespace Verify.Cli.Input;

/// <summary>Arguments that cannot be used; the message is the one line that the user reads.</summary>
public sealed class UsageException(string message) : Exception(message);
