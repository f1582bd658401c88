using System.Buffers.Binary;
using System.Security.Cryptography;
using Verify.Evidence;
using Verify.Evidence.Keeping;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>A file of claims that was checked, with the checkpoint of that run in its parts.</summary>
internal sealed class KeptRun
{
    private const int HeadBytes = 2 * sizeof(int);
    private readonly byte[] _beginning;
    private readonly List<byte[]> _contents = [];

    public KeptRun(string text, RunSettings settings)
    {
        File = SoundFile.Read(text);
        var kept = KeptClaims.Begin(settings, [File]);
        kept.Append = record => _contents.Add(record[HeadBytes..^SHA256.HashSizeInBytes]);
        _beginning = kept.Checkpoint;
        Report = Checker.Check([File], settings, _ => { }, CancellationToken.None, kept);
    }

    public ClaimFile File { get; }

    /// <summary>What was found.</summary>
    public RunReport Report { get; }

    /// <summary>The whole as the tool writes it.</summary>
    public byte[] Sound => Sealed(_contents);

    /// <summary>With one record or two changed, behind their keys where they are to be found, and sums that fit.</summary>
    public byte[] Changed(SeededDraw draw, bool keepsKeys)
    {
        List<byte[]> contents = [.. _contents];
        for (var times = draw.Below(4) == 0 ? 2 : 1; times > 0; times--)
        {
            var at = draw.Below(contents.Count);
            contents[at] = ByteMutations.Of(contents[at], draw, keepsKeys ? Math.Min(KeyLength(contents[at]), contents[at].Length) : 0);
        }

        return Sealed(contents);
    }

    /// <summary>With bytes without structure behind the key of a record.</summary>
    public byte[] WithRandom(SeededDraw draw) => Sealed([[.. _contents[0].AsSpan(0, KeyLength(_contents[0])), .. ByteMutations.Random(draw)]]);

    // As docs/hostile-input.md says, a stranger can compute the sums.
    private byte[] Sealed(IEnumerable<byte[]> contents)
    {
        using var bytes = new MemoryStream();
        bytes.Write(_beginning);
        var sum = _beginning[^SHA256.HashSizeInBytes..];
        var length = new byte[sizeof(int)];
        foreach (var content in contents)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
            bytes.Write(length);
            bytes.Write(SHA256.HashData([.. sum, .. length]).AsSpan(0, sizeof(int)));
            bytes.Write(content);
            sum = SHA256.HashData([.. sum, .. length, .. content]);
            bytes.Write(sum);
        }

        return bytes.ToArray();
    }

    // A text stands behind its length, of which a byte holds seven bits.
    private static int KeyLength(ReadOnlySpan<byte> content) => content is [< 0x80, ..] ? 1 + content[0] : content is [_, < 0x80, ..] ? 2 + (content[0] & 0x7F) + (content[1] << 7) : 0;
}
