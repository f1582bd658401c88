using Verify.Cli.Input;
using Verify.Reports;

namespace Verify.Cli.Output;

/// <summary>Files that options of the command line name.</summary>
public static class OutputFile
{
    /// <summary>Writes the file whole or not at all. Where that cannot be done a <see cref="UsageException"/> names the option and says why.</summary>
    public static void Write(string option, string path, ReadOnlySpan<byte> content)
    {
        try
        {
            WholeFile.Write(path, content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{option}: {path} cannot be written: {fault.Message}");
        }
    }
}
