namespace Verify.Cli.Input;

/// <summary>Reads checkpoints, which may come from strangers.</summary>
public static class CheckpointInput
{
    // A pipe may give nothing for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The bytes of a checkpoint to go on from. Null, with a line on the error stream, where there is no such file: a run that was killed early has left none.
    /// What cannot be read, or is not smaller than the bound, throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
    /// </summary>
    public static ReadOnlyMemory<byte>? Read(Host host, string path, int bound)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            host.Error.WriteLine($"verify: there is no checkpoint {path} yet: the run begins at its start");
            return null;
        }

        var reading = Task.Run(() => FirstBytes(path, bound));
        return ((IAsyncResult)reading).AsyncWaitHandle.WaitOne(new FileInfo(path) is { Exists: true, Length: > 0 } ? Timeout.InfiniteTimeSpan : Patience)
            ? reading.GetAwaiter().GetResult()
            : throw new IOException("it is no regular file: nothing comes from it");
    }

    /// <summary>The error of a checkpoint that cannot be used.</summary>
    public static UsageException CannotBeUsed(string path, Exception fault) => new($"--resume: {path} cannot be used: {fault.Message}");

    // A device may have no end.
    private static ReadOnlyMemory<byte> FirstBytes(string path, int bound)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        for (var length = stream.Read(part); length > 0; length = stream.Read(part))
        {
            bytes.Write(part, 0, length);
            if (bytes.Length >= bound)
            {
                throw new IOException($"it is not smaller than {bound} bytes");
            }
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
