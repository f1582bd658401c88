using System.Diagnostics;
using Verify.Cli.Input;
using Verify.Evidence;
using Verify.Evidence.Keeping;
using Verify.Language.Reading;

namespace Verify.Cli.Output;

/// <summary>The checkpoint of <c>check</c>: written whole at the beginning of a run, then each finished claim is appended to it.</summary>
public sealed class CheckpointFile : IDisposable
{
    private static readonly TimeSpan BetweenFlushes = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private readonly Stopwatch _sinceFlush = Stopwatch.StartNew();
    private readonly string _path;
    private FileStream? _stream;

    private CheckpointFile(string path, KeptClaims claims)
    {
        (_path, Claims) = (path, claims);
        OutputFile.Write("--checkpoint", path, claims.Checkpoint);
        try
        {
            _stream = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception fault) when (OutputFile.IsOfWriting(fault))
        {
            throw new UsageException(OutputFile.CannotBeWritten("--checkpoint", path, fault));
        }

        claims.Append = Append;
    }

    /// <summary>The claims that are kept.</summary>
    public KeptClaims Claims { get; }

    /// <summary>Why claims could not be kept from some time on, in one line; otherwise null. What was kept before can be gone on from.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// The checkpoint of a run of these claims; <paramref name="resume"/> takes over what it holds, and says on the error stream how much that is.
    /// A checkpoint that cannot be used or written throws <see cref="UsageException"/>.
    /// </summary>
    public static CheckpointFile Open(Host host, string path, bool resume, RunSettings settings, IReadOnlyCollection<ClaimFile> files)
    {
        var claims = (resume ? Resumed(host, path, settings, files) : null) ?? KeptClaims.Begin(settings, files);
        return new(path, claims);
    }

    /// <summary>Puts what was appended on the disk, and takes no more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Guarded(stream => stream.Flush(flushToDisk: true));
            _stream?.Dispose();
            _stream = null;
        }
    }

    private static KeptClaims? Resumed(Host host, string path, RunSettings settings, IReadOnlyCollection<ClaimFile> files)
    {
        try
        {
            if (CheckpointInput.Read(host, path, KeptClaims.MostBytes) is not { } bytes)
            {
                return null;
            }

            var claims = KeptClaims.Resume(settings, files, bytes);
            host.Error.WriteLine($"verify: {claims.TakenOver} of {files.Sum(file => file.Claims.Length)} claims are taken over from {path}");
            return claims;
        }
        catch (Exception fault) when (fault is CheckpointException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CheckpointInput.CannotBeUsed(path, fault);
        }
    }

    private void Append(byte[] record)
    {
        lock (_lock)
        {
            Guarded(stream => stream.Write(record));
            if (_sinceFlush.Elapsed > BetweenFlushes)
            {
                Guarded(stream => stream.Flush(flushToDisk: true));
                _sinceFlush.Restart();
            }
        }
    }

    // Behind a record that was written in part no other could be read: after the first fault nothing more is written.
    private void Guarded(Action<FileStream> action)
    {
        try
        {
            if (_stream is { } stream)
            {
                action(stream);
            }
        }
        catch (Exception fault) when (OutputFile.IsOfWriting(fault))
        {
            Fault = OutputFile.CannotBeWritten("--checkpoint", _path, fault);
            _stream?.Dispose();
            _stream = null;
        }
    }
}
