using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Verify.Evidence.Keeping;

/// <summary>
/// The bytes of a file that only grows: a line that says what it is, the run that it belongs to with a SHA-256 sum, then records. A record is its length, four bytes of a sum of that, its content, and
/// the SHA-256 sum of the sum before it, the length and the content; so none can be changed, moved or left out unnoticed, and an end that was cut off is told from damage.
/// </summary>
internal sealed class Journal
{
    /// <summary>The most bytes of a record's content.</summary>
    public const int MostOfRecord = 1 << 20;

    private const int LengthBytes = sizeof(int);
    private const int HeadBytes = 2 * LengthBytes;
    private static readonly byte[] Schema = Encoding.UTF8.GetBytes("verify.claims/1\n");
    private byte[] _sum;

    private Journal(byte[] sum) => _sum = sum;

    /// <summary>An empty journal of a run, and its bytes.</summary>
    public static (Journal Journal, byte[] Bytes) Begin(string identity)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Schema);
        writer.Write(identity);
        writer.Flush();
        var sum = SHA256.HashData(bytes.ToArray());
        return (new(sum), [.. bytes.ToArray(), .. sum]);
    }

    /// <summary>Adds a record, and gives the bytes to append.</summary>
    public byte[] Add(ReadOnlySpan<byte> content)
    {
        var record = new byte[HeadBytes + content.Length + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32LittleEndian(record, content.Length);
        SumOfLength(_sum, record).CopyTo(record.AsSpan(LengthBytes));
        content.CopyTo(record.AsSpan(HeadBytes));
        _sum = SumOf(_sum, record.AsSpan(0, LengthBytes), content);
        _sum.CopyTo(record.AsSpan(HeadBytes + content.Length));
        return record;
    }

    /// <summary>
    /// What a run of this identity wrote: its records, and how many bytes they take. A last record that is there in part is left out. What is no journal, belongs to another run, or is damaged anywhere throws
    /// <see cref="CheckpointException"/>.
    /// </summary>
    public static (Journal Journal, ImmutableArray<ReadOnlyMemory<byte>> Records, int Length) Read(string identity, ReadOnlyMemory<byte> bytes)
    {
        var (at, sum) = ReadBeginning(identity, bytes.Span);
        var records = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        while (bytes.Length - at >= HeadBytes)
        {
            var head = bytes.Span.Slice(at, HeadBytes);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (!SumOfLength(sum, head).SequenceEqual(head[LengthBytes..]) || length is < 0 or > MostOfRecord)
            {
                throw CheckpointException.Damaged();
            }

            var next = at + HeadBytes + length + SHA256.HashSizeInBytes;
            if (next > bytes.Length)
            {
                break;
            }

            var content = bytes.Slice(at + HeadBytes, length);
            sum = SumOf(sum, head[..LengthBytes], content.Span);
            if (!bytes.Span[(next - SHA256.HashSizeInBytes)..next].SequenceEqual(sum))
            {
                throw CheckpointException.Damaged();
            }

            records.Add(content);
            at = next;
        }

        return (new(sum), records.ToImmutable(), at);
    }

    private static (int Length, byte[] Sum) ReadBeginning(string identity, ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Schema))
        {
            throw CheckpointException.NoCheckpoint();
        }

        var reader = new StateReader(bytes[Schema.Length..]);
        var found = reader.Text();
        var length = bytes.Length - reader.Left;
        var sum = SHA256.HashData(bytes[..length]);
        return !reader.Bytes(SHA256.HashSizeInBytes).SequenceEqual(sum) ? throw CheckpointException.Damaged()
            : found != identity ? throw CheckpointException.OfAnotherRun(found)
            : (length + SHA256.HashSizeInBytes, sum);
    }

    private static ReadOnlySpan<byte> SumOfLength(byte[] before, ReadOnlySpan<byte> record) => SumOf(before, record[..LengthBytes], []).AsSpan(0, LengthBytes);

    private static byte[] SumOf(byte[] before, ReadOnlySpan<byte> length, ReadOnlySpan<byte> content) => SHA256.HashData([.. before, .. length, .. content]);
}
