using System.Diagnostics;

namespace Verify.Benchmarks.AgainstPython;

/// <summary>A script of this folder, run by the machine's python3.</summary>
internal static class PythonScript
{
    /// <summary>The script's output, line by line. A script that fails throws with what it said.</summary>
    public static string[] Run(string name, params string[] arguments)
    {
        var path = Path.Combine(Repository.Root, "tests/Verify.Benchmarks/AgainstPython", name);
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        using var process = Process.Start(new ProcessStartInfo(python, [path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{name} failed (it needs NumPy and SciPy): {error.Result.Trim().Split('\n')[^1]}");
    }
}
