using System.Diagnostics;
using System.Globalization;

namespace Verify.Reports;

/// <summary>Writes a file whole or not at all.</summary>
public static class WholeFile
{
    private const string Ending = ".tmp";

    /// <summary>
    /// Puts the bytes in the place of whatever the path held, in one step, when they are on the disk: a reader sees the old content or the new, never a part.
    /// A device or a pipe, which has no content to keep, is written to directly.
    /// Where that cannot be done the old content stays, and an <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> says why.
    /// What is not yet whole stands beside it as <c>FILE.process.tmp</c>; such a file of a process that is no more is removed.
    /// </summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        if (path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            device.Write(content);
            return;
        }

        var target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        RemoveLeftovers(target);
        var temporary = $"{target}.{Environment.ProcessId}{Ending}";
        try
        {
            // A new file: a link that someone put there is not followed.
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void RemoveLeftovers(string target)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, "*" + Ending).Where(path => IsLeftover(path, target)))
            {
                File.Delete(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What cannot be tidied up is no reason not to write.
        }
    }

    private static bool IsLeftover(string path, string target)
    {
        var (name, start) = (Path.GetFileName(path), Path.GetFileName(target) + ".");
        return name.Length > start.Length + Ending.Length && name.StartsWith(start, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(start.Length, name.Length - start.Length - Ending.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && (process == Environment.ProcessId || !IsRunning(process));
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
