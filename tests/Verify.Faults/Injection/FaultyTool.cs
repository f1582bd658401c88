using System.Diagnostics;
using Verify.Faults.Table;
using Verify.Testing;

namespace Verify.Faults.Injection;

/// <summary>The command <c>verify</c> with a fault in one of its assemblies: a copy of the built tool in a folder of its own, deleted at the end.</summary>
internal sealed class FaultyTool : IDisposable
{
    private readonly Fault _fault;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verify-fault-");

    /// <summary>The tool with the fault.</summary>
    public FaultyTool(Fault fault)
    {
        _fault = fault;
        foreach (var path in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(IsOfTheTool))
        {
            File.Copy(path, Path.Combine(_folder.FullName, Path.GetFileName(path)));
        }

        File.WriteAllBytes(Path.Combine(_folder.FullName, $"{fault.Project}.dll"), SourceProject.Of(fault.Project).With(fault));
    }

    /// <summary>Checks the claims that the table names for the fault.</summary>
    public FaultyRun CheckWhatCatches(int threads) => Check(_fault.Files, threads, [.. _fault.Names.SelectMany(name => new[] { "--only", name })]);

    /// <summary>Checks files or folders, given from the root of the repository.</summary>
    public FaultyRun Check(IEnumerable<string> paths, int threads, params string[] options)
    {
        var report = Path.Combine(_folder.FullName, "report.json");
        string[] arguments = [Path.Combine(_folder.FullName, "verify.dll"), "check", .. paths.Select(path => RepositoryFiles.PathOf(path)), .. options, "--threads", $"{threads}", "--json", report];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (printed, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return FaultyRun.Read(process.ExitCode, File.Exists(report) ? File.ReadAllText(report) : null, errors.Result + printed.Result);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Neither this project and its tests, nor the compiler.
    private static bool IsOfTheTool(string path) => Path.GetFileName(path) is var name
        && (name.StartsWith("verify.", StringComparison.Ordinal) || name.EndsWith(".dll", StringComparison.Ordinal))
        && !name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("Verify.Faults", StringComparison.Ordinal);
}
