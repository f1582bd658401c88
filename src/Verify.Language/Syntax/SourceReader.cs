using System.Diagnostics.CodeAnalysis;
using System.Text;
using Verify.Language.Reading;

namespace Verify.Language.Syntax;

/// <summary>Files and bytes to source texts. What cannot be read is one error with its place.</summary>
public static class SourceReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 1 << 20;

    // A pipe or terminal has no length, and opening or reading it may wait for ever; an empty file is read at once.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file of a path.</summary>
    public static bool TryRead(string path, [NotNullWhen(true)] out SourceText? source, [NotNullWhen(false)] out Diagnostic? error)
    {
        source = null;
        try
        {
            if (Directory.Exists(path))
            {
                error = Unreadable(path, "this is a folder: a file is expected");
                return false;
            }

            if (BytesOf(path) is not { } bytes)
            {
                error = Unreadable(path, "this is no regular file: nothing comes from it");
            }
            else if (bytes.Length <= MostBytes)
            {
                return TryDecode(path, bytes, out source, out error);
            }
            else
            {
                error = Unreadable(path, $"the file is larger than {MostBytes} bytes");
            }
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error = Unreadable(path, Why(exception.InnerException));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error = Unreadable(path, Why(exception));
        }

        return false;
    }

    /// <summary>The text of UTF-8 bytes, with or without a byte-order mark; otherwise the place of the first byte that is not UTF-8.</summary>
    public static bool TryDecode(string path, ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SourceText? source, [NotNullWhen(false)] out Diagnostic? error)
    {
        try
        {
            source = new(path, Strict.GetString(bytes));
            error = null;
            return true;
        }
        catch (DecoderFallbackException exception)
        {
            // Index may count back into the bytes of the last character: what decodes before it is sound.
            var sound = bytes[..SoundPrefix(bytes, Math.Max(0, exception.Index))];
            var before = new SourceText(path, Strict.GetString(sound));
            source = null;
            error = before.Error(new(before.Text.Length, 1), $"byte {bytes[sound.Length]:X2} is not UTF-8: save the file as UTF-8");
            return false;
        }
    }

    // Null where nothing came.
    private static byte[]? BytesOf(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > 0)
        {
            return FirstBytes(path, length);
        }

        var reading = Task.Run(() => FirstBytes(path, MostBytes));
        return reading.Wait(Patience) ? reading.Result : null;
    }

    // A file that grew meanwhile fills what its length asked for, and is read again.
    private static byte[] FirstBytes(string path, long length)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var bytes = new byte[Math.Min(length, MostBytes) + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count == bytes.Length && length < MostBytes ? FirstBytes(path, MostBytes) : bytes[..count];
    }

    private static string Why(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException
        ? "there is no such file"
        : $"the file cannot be read: {OneLine(exception.Message)}";

    private static int SoundPrefix(ReadOnlySpan<byte> bytes, int near)
    {
        var at = Math.Min(near, bytes.Length);
        while (at > 0 && (bytes[at - 1] & 0xC0) == 0x80)
        {
            at--;
        }

        at = Math.Max(0, at - 1);
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static Diagnostic Unreadable(string path, string message) => new(new(path, 1, 1), message, "", 0);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
