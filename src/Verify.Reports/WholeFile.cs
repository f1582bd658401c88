namespace Verify.Reports;

/// <summary>Writes a file whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>
    /// Puts the bytes in the place of whatever the path held, in one step: a reader sees the old content or the new, never a part.
    /// A device or a pipe, which has no content to keep, is written to directly.
    /// Where that cannot be done the old content stays, and an <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> says why.
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
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
