namespace Verify.Testing;

/// <summary>Where the files of the repository are, for tests that read them.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder, given from the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every claim file in a folder of <c>proofs</c> (all folders where none is named), by path.</summary>
    public static IReadOnlyList<string> ClaimFiles(string folder = "") =>
        [.. Directory.EnumerateFiles(PathOf("proofs", folder), "*.claim", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Verify.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"no Verify.sln above {AppContext.BaseDirectory}");
    }
}
