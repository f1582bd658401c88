using System.Diagnostics.CodeAnalysis;
using System.Text;
using Verify.Language.Syntax;

namespace Verify.Language.Reading;

/// <summary>Reads a file as UTF-8.</summary>
internal static class SourceFile
{
    private const long SizeLimit = 16 << 20;

    /// <summary>The text of a file, or what is wrong with it: it cannot be opened, is too large, or is no UTF-8 (the place is that of the first wrong byte).</summary>
    public static bool TryRead(string path, [NotNullWhen(true)] out SourceText? source, [NotNullWhen(false)] out Diagnostic? error)
    {
        (source, error) = (null, null);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                error = AtStart(path, Directory.Exists(path) ? "This is a folder, not a file." : "There is no such file.");
            }
            else if (info.Length > SizeLimit)
            {
                error = AtStart(path, $"The file is larger than {SizeLimit >> 20} MB.");
            }
            else
            {
                (source, error) = Decode(path, File.ReadAllBytes(path));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error = AtStart(path, "The file cannot be read: " + failure.Message.ReplaceLineEndings(" "));
        }

        return source is not null;
    }

    private static (SourceText? Source, Diagnostic? Error) Decode(string path, byte[] bytes)
    {
        var rest = bytes.AsSpan();
        var sound = new StringBuilder();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                var before = new SourceText(path, sound.ToString());
                var place = before.PlaceOf(before.Text.Length);
                return (null, new(place, $"This byte, 0x{rest[0]:X2}, is not UTF-8.", before.Line(before.LineCount - 1), 1));
            }

            sound.Append(rune);
            rest = rest[length..];
        }

        return (new(path, sound.ToString()), null);
    }

    private static Diagnostic AtStart(string path, string message) => new(new(path, 1, 1), message, "", 1);
}
