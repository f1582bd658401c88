using Verify.Testing;

namespace Verify.Conventions.Tests;

/// <summary>The files of the repository by kind, without what the build makes.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", ".git", ".vs"];

    /// <summary>Files below a folder with one of the endings, without what the build makes; paths relative to the root, with forward strokes.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Directory.EnumerateFiles(RepositoryFiles.PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(Made.Contains) && endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of a file.</summary>
    public static string Text(string path) => File.ReadAllText(RepositoryFiles.PathOf(path));

    /// <summary>Every C# file of the project and its tests.</summary>
    public static IReadOnlyList<string> Code => [.. Files("src", ".cs"), .. Files("tests", ".cs")];
}
