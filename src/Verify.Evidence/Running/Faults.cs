namespace Verify.Evidence;

/// <summary>Faults of the tool itself, in one line for whoever meets them.</summary>
public static class Faults
{
    /// <summary>That this is a fault of the tool, and the first line of what went wrong.</summary>
    public static string Describe(Exception fault) => $"internal fault, please report it: {fault.GetType().Name}: {fault.Message.Split('\n')[0].Trim()}";
}
