using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Verify.Language.Elaboration;

/// <summary>A SHA-256 sum of texts in their order, each with its length before it: other texts, or the same ones cut elsewhere, have another sum.</summary>
internal sealed class TextSum
{
    private byte[] _sum = [];

    /// <summary>The sum so far in hexadecimal digits; empty before the first text.</summary>
    public string Digits => Convert.ToHexStringLower(_sum);

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        _sum = SHA256.HashData([.. _sum, .. length, .. Encoding.UTF8.GetBytes(text)]);
    }
}
