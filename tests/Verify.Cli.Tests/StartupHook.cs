using System.Numerics;

/// <summary>
/// Run by .NET before the command where DOTNET_STARTUP_HOOKS names this assembly; the type has to stand in no namespace. It writes the width of vectors in the
/// process to the file that the environment names, so that a test knows what it compares.
/// </summary>
internal static class StartupHook
{
    /// <summary>The environment variable that names the file.</summary>
    internal const string File = "VERIFY_TEST_WIDTH_FILE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is { Length: > 0 } path)
        {
            System.IO.File.WriteAllText(path, $"{8 * sizeof(double) * Vector<double>.Count}");
        }
    }
}
