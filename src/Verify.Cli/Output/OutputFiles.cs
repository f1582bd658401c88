using Verify.Cli.Input;

namespace Verify.Cli.Output;

/// <summary>The files that a run leaves at its end: one that cannot be written is an error of its own, and keeps neither the others nor the exit status from the user.</summary>
public sealed class OutputFiles(Host host)
{
    /// <summary>Whether everything was written so far.</summary>
    public bool AreWritten { get; private set; } = true;

    /// <summary>Writes a file where the option names one.</summary>
    public void Write(string option, string? path, Func<ReadOnlyMemory<byte>> content)
    {
        if (path is not null)
        {
            Try(() => OutputFile.Write(option, path, content().Span));
        }
    }

    /// <summary>Writes something; a <see cref="UsageException"/> becomes a line on the error stream.</summary>
    public void Try(Action write)
    {
        try
        {
            write();
        }
        catch (UsageException fault)
        {
            Report(fault.Message);
        }
    }

    /// <summary>Something could not be written, for the reason given.</summary>
    public void Report(string message)
    {
        AreWritten = false;
        host.Error.WriteLine($"verify: error: {message}");
    }
}
