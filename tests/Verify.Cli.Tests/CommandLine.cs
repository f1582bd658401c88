using System.Diagnostics;

namespace Verify.Cli.Tests;

/// <summary>What a command line gave.</summary>
internal sealed record Answer(int Status, string Out, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether any stream shows what only a programmer reads.</summary>
    public bool ShowsStackTrace => (Out + Error).Contains("   at ") || (Out + Error).Contains("Unhandled exception");
}

/// <summary>Runs the command: in this process with captured streams, or as a process of its own.</summary>
internal static class CommandLine
{
    public static Answer Run(params string[] arguments) => RunAt(null, arguments);

    /// <summary>As on a terminal of the given width, without colour.</summary>
    public static Answer RunAt(int? width, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = 0;
        var thread = new Thread(() => status = Entry.Run(arguments, new Host(output, error, CancellationToken.None) { TerminalWidth = width }), 256 * 1024 * 1024);
        thread.Start();
        thread.Join();
        return new(status, output.ToString(), error.ToString());
    }

    /// <summary>As the user's shell runs it, with standard output and error piped.</summary>
    public static Answer Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start(Command(environment, arguments));

    /// <summary>The same in a folder.</summary>
    public static Answer StartIn(string folder, params string[] arguments)
    {
        var command = Command(new Dictionary<string, string>(), arguments);
        command.WorkingDirectory = folder;
        return Start(command);
    }

    private static Answer Start(ProcessStartInfo command)
    {
        using var process = Process.Start(command)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>The command as a process to start, with streams redirected.</summary>
    public static ProcessStartInfo Command(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var command = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "verify.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            command.Environment[name] = value;
        }

        return command;
    }
}
