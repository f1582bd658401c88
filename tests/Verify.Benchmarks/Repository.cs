namespace Verify.Benchmarks;

/// <summary>Where the repository is, from wherever a benchmark runs.</summary>
internal static class Repository
{
    /// <summary>The folder of Verify.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Verify.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run inside the repository.");
    }
}
