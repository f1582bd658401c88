namespace Verify.Simulation.Drawing;

/// <summary>The 64-bit key of one stream of random numbers. Streams of different keys share no block of <see cref="Philox"/>.</summary>
internal readonly record struct StreamKey(ulong Value)
{
    /// <summary>
    /// The key of the stream with this label: FNV-1a (Fowler, Noll and Vo) of the label's UTF-16 units, started from the mixed seed, and mixed again.
    /// For one label different seeds have different keys, and for one seed labels that differ in one unit have; other keys agree with a chance near 2^-64.
    /// </summary>
    public static StreamKey For(ulong seed, string label)
    {
        const ulong offset = 0xCBF29CE484222325;
        const ulong prime = 0x100000001B3;
        var hash = offset ^ Mix(seed);
        foreach (var unit in label)
        {
            hash = (hash ^ unit) * prime;
        }

        return new(Mix(hash));
    }

    // One to one: a step of SplitMix64 (Steele, Lea & Flood 2014).
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
