namespace Verify.Coordinates.Instances;

/// <summary>SplitMix64 (Steele, Lea &amp; Flood 2014, figure 15): a small generator that a seed determines.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>An integer from low to high, both included.</summary>
    public int Integer(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>An integer from -size to size other than 0.</summary>
    public int NonZero(int size) => Integer(0, 1) == 0 ? Integer(1, size) : -Integer(1, size);

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Integer(0, items.Count - 1)];

    /// <summary>A generator that a text and this seed determine, whatever was drawn before.</summary>
    public static SplitMix For(ulong seed, string text) => new(text.Aggregate(seed, (hash, letter) => (hash ^ letter) * 0x100000001B3));
}
