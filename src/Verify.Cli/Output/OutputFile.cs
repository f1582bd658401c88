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
        catch (Exception fault) when (IsOfWriting(fault))
        {
            throw new UsageException(CannotBeWritten(option, path, fault));
        }
    }

    /// <summary>Whether writing may end so, which is no fault of this tool: a full disk, a path that cannot be, a file that may not be so large.</summary>
    public static bool IsOfWriting(Exception fault) => fault is IOException or UnauthorizedAccessException or ArgumentException;

    /// <summary>The line for a file that could not be written.</summary>
    public static string CannotBeWritten(string option, string path, Exception fault) => $"{option}: {path} cannot be written: {Why(fault)}";

    /// <summary>Why writing ended so. Of a file beyond the limit of its size (<c>ulimit -f</c>) .NET speaks as of an argument.</summary>
    public static string Why(Exception fault) => fault is ArgumentOutOfRangeException ? "the file would be larger than is allowed" : fault.Message;
}
