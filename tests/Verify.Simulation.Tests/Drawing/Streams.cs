using FsCheck;
using FsCheck.Fluent;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>Random keys and places in a stream.</summary>
internal static class Streams
{
    /// <summary>Numbers of 64 bits.</summary>
    public static readonly Gen<ulong> Numbers = ArbMap.Default.GeneratorFor<uint>().Two().Select(pair => ((ulong)pair.Item1 << 32) | pair.Item2);

    /// <summary>Sample indices, half of them near multiples of 2^32, where the second word of a counter changes, and near 2^64, the end.</summary>
    public static readonly Gen<ulong> Samples =
        Gen.OneOf(Numbers, Gen.Choose(-300, 300).Zip(Gen.Choose(0, 3), (near, high) => unchecked(((ulong)high << 32) + (ulong)near)));

    /// <summary>Sizes of batches.</summary>
    public static readonly Gen<int> Batches = Gen.Choose(1, 32).Select(eighths => 8 * eighths);
}
