using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Verify.Evidence.Keeping;

/// <summary>
/// Values from the bytes of a checkpoint, which a stranger may have written: little-endian numbers, and lists whose length stands before them. What is not there, or longer than it can be,
/// throws <see cref="CheckpointException"/> before memory is taken for it.
/// </summary>
public ref struct StateReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>The most bytes of an integer.</summary>
    public const int MostOfInteger = 1 << 12;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether everything is read.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>A text of UTF-8 bytes; its length stands before it, seven bits a byte.</summary>
    public string Text()
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(1)[0];
            length |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return Encoding.UTF8.GetString(Take(length));
            }

            if (shift > 14)
            {
                throw Wrong();
            }
        }
    }

    /// <summary>A text that a terminal shows as it is: without characters of control, or that turn the direction of writing.</summary>
    public string PlainText() => Text() is var text && !text.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format) ? text : throw Wrong();

    /// <summary>A yes or no: 1 or 0.</summary>
    public bool Flag() => Take(1)[0] switch
    {
        0 => false,
        1 => true,
        _ => throw Wrong(),
    };

    /// <summary>A number of 32 bits from 0 to below the bound.</summary>
    public int Below(int bound) => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int))) is var value && value >= 0 && value < bound ? value : throw Wrong();

    /// <summary>A number of 64 bits from 0 to the bound.</summary>
    public long UpTo(long bound) => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long))) is var value && value >= 0 && value <= bound ? value : throw Wrong();

    /// <summary>As many numbers as are expected.</summary>
    public ImmutableArray<double> Numbers(int expected)
    {
        _ = Below(expected + 1) == expected ? expected : throw Wrong();
        return Doubles(expected);
    }

    /// <summary>One number or none.</summary>
    public double? NumberOrNone() => Below(2) == 0 ? null : Doubles(1)[0];

    /// <summary>A number of 64 bits with a point.</summary>
    public double Number() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>An integer of any sign, of at most <see cref="MostOfInteger"/> bytes.</summary>
    public BigInteger Integer() => new(Take(Below(MostOfInteger + 1)));

    /// <summary>As many bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int count) => Take(count);

    private ImmutableArray<double> Doubles(int count)
    {
        var all = Take(count * sizeof(double));
        var numbers = ImmutableArray.CreateBuilder<double>(count);
        for (var i = 0; i < count; i++)
        {
            numbers.Add(BinaryPrimitives.ReadDoubleLittleEndian(all[(i * sizeof(double))..]));
        }

        return numbers.MoveToImmutable();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = count <= _rest.Length ? _rest[..count] : throw Wrong();
        _rest = _rest[count..];
        return taken;
    }

    private static CheckpointException Wrong() => CheckpointException.Wrong();
}
