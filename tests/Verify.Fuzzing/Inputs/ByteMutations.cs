using System.Buffers.Binary;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Bytes near given ones: bits turned, bytes and stretches replaced, removed, doubled, and integers set to the values that readers trip over.</summary>
internal static class ByteMutations
{
    private static readonly int[] Awkward = [0, 1, -1, 2, 255, 256, 65536, int.MaxValue, int.MinValue, 1 << 28, 100_000_000];
    private static readonly double[] Numbers = [0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon];

    /// <summary>Bytes near given ones, the first of them unchanged; mostly one or two changes.</summary>
    public static byte[] Of(ReadOnlySpan<byte> sound, SeededDraw draw, int unchanged = 0)
    {
        List<byte> bytes = [.. sound[unchanged..]];
        for (var times = Mix.Length(draw, 16); times > 0; times--)
        {
            Change(bytes, draw);
        }

        return [.. sound[..unchanged], .. bytes];
    }

    /// <summary>Bytes without any structure: mostly less than fifty, seldom thousands.</summary>
    public static byte[] Random(SeededDraw draw)
    {
        var bytes = new byte[draw.Below(16 * Mix.Length(draw, 1 << 11))];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)draw.Below(256);
        }

        return bytes;
    }

    private static void Change(List<byte> bytes, SeededDraw draw)
    {
        if (bytes.Count == 0)
        {
            bytes.AddRange(Random(draw));
            return;
        }

        var at = draw.Below(bytes.Count);
        var length = Math.Min(1 + draw.Below(draw.Below(4) == 0 ? 200 : 8), bytes.Count - at);
        switch (draw.Below(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << draw.Below(8));
                break;
            case 1:
                bytes[at] = (byte)draw.Below(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(draw.Below(bytes.Count - length + 1), length));
                break;
            case 4:
                Overwrite(bytes, at, draw, 4);
                break;
            case 5:
                Overwrite(bytes, at, draw, 8);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }

    private static void Overwrite(List<byte> bytes, int at, SeededDraw draw, int size)
    {
        var value = new byte[8];
        if (size == 4)
        {
            BinaryPrimitives.WriteInt32LittleEndian(value, Awkward[draw.Below(Awkward.Length)]);
        }
        else
        {
            BinaryPrimitives.WriteDoubleLittleEndian(value, Numbers[draw.Below(Numbers.Length)]);
        }

        for (var i = 0; i < size && at + i < bytes.Count; i++)
        {
            bytes[at + i] = value[i];
        }
    }
}
