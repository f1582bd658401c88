using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Verify.Simulation.Drawing;

/// <summary>
/// Philox4x32-10 (Salmon, Moraes, Dror &amp; Shaw 2011): for each 64-bit key a bijection of 128-bit counters, whose values are random blocks of four words.
/// Nothing is kept from one block to the next. Operations on integers are exact, so that vectors of every width give the same words.
/// </summary>
internal static class Philox
{
    private const int Rounds = 10;
    private const uint FirstFactor = 0xD2511F53;
    private const uint SecondFactor = 0xCD9E8D57;
    private const uint FirstStep = 0x9E3779B9;
    private const uint SecondStep = 0xBB67AE85;

    /// <summary>The block of the counter (c0, c1, c2, c3). The low half of the key is its first word.</summary>
    public static (uint W0, uint W1, uint W2, uint W3) Block(uint c0, uint c1, uint c2, uint c3, StreamKey key)
    {
        var (k0, k1) = ((uint)key.Value, (uint)(key.Value >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var first = (ulong)FirstFactor * c0;
            var second = (ulong)SecondFactor * c2;
            (c0, c1, c2, c3) = ((uint)(second >> 32) ^ c1 ^ k0, (uint)second, (uint)(first >> 32) ^ c3 ^ k1, (uint)first);
            k0 += FirstStep;
            k1 += SecondStep;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>
    /// The blocks of the counters (low and high word of s, c2, c3) for the samples s = firstSample, firstSample + 1, …, modulo 2^64, as two numbers of
    /// 64 bits each: W0 + 2^32 W1 and W2 + 2^32 W3. Both spans have the same length, a multiple of 8.
    /// </summary>
    public static void Fill(StreamKey key, ulong firstSample, uint c2, uint c3, Span<ulong> firsts, Span<ulong> seconds)
    {
        // Words stand in the low halves of 64-bit lanes, where products leave both of their halves; the high halves hold anything until the end.
        var width = Vector<ulong>.Count;
        for (var b = 0; b < firsts.Length; b += 2 * width)
        {
            // Two vectors at a time, because a round waits for the products of the one before; with vectors of 8 lanes both may be the last.
            var b2 = Math.Min(b + width, firsts.Length - width);
            var w1 = new Vector<ulong>(firstSample + (ulong)b) + Vector<ulong>.Indices;
            var v1 = new Vector<ulong>(firstSample + (ulong)b2) + Vector<ulong>.Indices;
            var (w0, w2, w3) = (w1, new Vector<ulong>(c2), new Vector<ulong>(c3));
            var (v0, v2, v3) = (v1, new Vector<ulong>(c2), new Vector<ulong>(c3));
            (w1, v1) = (w1 >>> 32, v1 >>> 32);
            var (k0, k1) = (new Vector<ulong>(key.Value), new Vector<ulong>(key.Value >> 32));
            for (var round = 0; round < Rounds; round++)
            {
                var (w01, w23) = (Product(w0, new(FirstFactor)), Product(w2, new(SecondFactor)));
                var (v01, v23) = (Product(v0, new(FirstFactor)), Product(v2, new(SecondFactor)));
                (w0, w1, w2, w3) = ((w23 >>> 32) ^ (w1 ^ k0), w23, (w01 >>> 32) ^ (w3 ^ k1), w01);
                (v0, v1, v2, v3) = ((v23 >>> 32) ^ (v1 ^ k0), v23, (v01 >>> 32) ^ (v3 ^ k1), v01);
                k0 += new Vector<ulong>(FirstStep);
                k1 += new Vector<ulong>(SecondStep);
            }

            Joined(w0, w1).CopyTo(firsts[b..]);
            Joined(w2, w3).CopyTo(seconds[b..]);
            Joined(v0, v1).CopyTo(firsts[b2..]);
            Joined(v2, v3).CopyTo(seconds[b2..]);
        }
    }

    /// <summary>The product of the low halves of each lane; the high halves may hold anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ulong> Product(Vector<ulong> a, Vector<ulong> b)
    {
        if (Vector<ulong>.Count == Vector256<ulong>.Count && Avx2.IsSupported)
        {
            return Avx2.Multiply(a.AsVector256().AsUInt32(), b.AsVector256().AsUInt32()).AsVector();
        }

        if (Vector<ulong>.Count == Vector128<ulong>.Count && Sse2.IsSupported)
        {
            return Sse2.Multiply(a.AsVector128().AsUInt32(), b.AsVector128().AsUInt32()).AsVector();
        }

        return PortableProduct(a, b);
    }

    /// <summary>What <see cref="Product"/> is where the processor has no instruction for it.</summary>
    public static Vector<ulong> PortableProduct(Vector<ulong> a, Vector<ulong> b) => (a & LowHalf) * (b & LowHalf);

    private static Vector<ulong> LowHalf => new(uint.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Joined(Vector<ulong> low, Vector<ulong> high) => (low & LowHalf) | (high << 32);
}
