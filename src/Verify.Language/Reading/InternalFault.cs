namespace Verify.Language.Reading;

/// <summary>Faults of the tool itself, in one line for whoever meets them.</summary>
public static class InternalFault
{
    /// <summary>How the line begins.</summary>
    public const string Beginning = "internal fault, please report it";

    /// <summary>That this is a fault of the tool, and the first line of what went wrong.</summary>
    public static string Describe(Exception fault) => $"{Beginning}: {fault.GetType().Name}: {fault.Message.Split('\n')[0].Trim()}";
}
