using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Verify.Benchmarks;

/// <summary>Whole runs of the command, from process start to exit. Build the solution with -c Release first.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class FileChecks
{
    /// <summary>The file printed on the claim language's page, by the algebra alone.</summary>
    [Benchmark]
    public int PrintedFileSymbolic() => Verify("check", PrintedFile, "--routes", "symbolic");

    /// <summary>The same file by the algebra and in coordinates.</summary>
    [Benchmark]
    public int PrintedFileBothRoutes() => Verify("check", PrintedFile, "--routes", "symbolic,coordinates");

    /// <summary>Every file of proofs/.</summary>
    [Benchmark]
    public int AllProofs() => Verify("check", Path.Combine(Repository.Root, "proofs"));

    private static string PrintedFile => Path.Combine(Repository.Root, "tests", "Verify.Benchmarks", "printed-on-the-page.claim");

    private static int Verify(params string[] arguments)
    {
        var program = Path.Combine(Repository.Root, "src", "Verify.Cli", "bin", "Release", "net10.0", "verify.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        // 2 is unusable input, and a crash is more than 4: neither is a measurement.
        return process.ExitCode is 0 or 1 or 3 ? process.ExitCode : throw new InvalidOperationException($"Exit status {process.ExitCode}.");
    }
}
