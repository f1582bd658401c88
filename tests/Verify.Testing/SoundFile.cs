using Verify.Language.Reading;

namespace Verify.Testing;

/// <summary>Claim files given as texts, which a test needs to be without errors.</summary>
public static class SoundFile
{
    /// <summary>The file; an error in it throws <see cref="ArgumentException"/> with all messages and lines.</summary>
    public static ClaimFile Read(string text)
    {
        var file = ClaimReader.ReadText("sound.claim", text);
        return file.Errors.IsEmpty ? file
            : throw new ArgumentException(string.Join('\n', file.Errors.Select(error => $"{error.Message}: {error.SourceLine}")), nameof(text));
    }
}
