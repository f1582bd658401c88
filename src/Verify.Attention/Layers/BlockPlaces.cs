namespace Verify.Attention.Layers;

/// <summary>Where the blocks of (3.5) stand in a state, by their names in lsa.setting: W^PV = [P, p; a', u] and W^KQ = [U, c; b', v].</summary>
internal static class BlockPlaces
{
    /// <summary>The places of a block's entries, row by row. Another name throws <see cref="ArgumentException"/>.</summary>
    public static int[] Of(string block, int d)
    {
        var side = d + 1;
        var keyQuery = side * side;
        return block switch
        {
            "P" => Square(0),
            "p" => Column(0),
            "a" => Row(0),
            "u" => [(d * side) + d],
            "U" => Square(keyQuery),
            "c" => Column(keyQuery),
            "b" => Row(keyQuery),
            "v" => [keyQuery + (d * side) + d],
            _ => throw new ArgumentException($"no block is called {block}", nameof(block)),
        };

        int[] Square(int first) => [.. Enumerable.Range(0, d * d).Select(k => first + (k / d * side) + (k % d))];
        int[] Column(int first) => [.. Enumerable.Range(0, d).Select(k => first + (k * side) + d)];
        int[] Row(int first) => [.. Enumerable.Range(0, d).Select(k => first + (d * side) + k)];
    }
}
