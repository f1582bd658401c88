using System.Numerics;

namespace Verify.Symbolics.Tests.Wishart;

/// <summary>E[Π tr(S^k_i)] by Wick's theorem as it stands: all (2k - 1)!! pairings of the factors X, loops over N and d counted for each.</summary>
internal static class PairingCount
{
    /// <summary>Coefficients by exponent of N and falling parts of the traces of Λ.</summary>
    public static Dictionary<(int Rows, string Parts), BigInteger> Of(IReadOnlyList<int> powers)
    {
        // Occurrence 2i is X' and 2i + 1 is X of the i-th S: they share their row index; X shares its column index with the X' that follows cyclically.
        var factors = powers.Sum();
        var (rowMate, columnMate) = (new int[2 * factors], new int[2 * factors]);
        var first = 0;
        foreach (var power in powers)
        {
            for (var i = 0; i < power; i++)
            {
                var (transposed, plain, next) = (2 * (first + i), (2 * (first + i)) + 1, 2 * (first + ((i + 1) % power)));
                (rowMate[transposed], rowMate[plain]) = (plain, transposed);
                (columnMate[plain], columnMate[next]) = (next, plain);
            }

            first += power;
        }

        var counts = new Dictionary<(int, string), BigInteger>();
        Pair(new int[2 * factors].Select(_ => -1).ToArray(), pairing =>
        {
            var key = (Loops(pairing, rowMate).Count, string.Join(' ', Loops(pairing, columnMate).OrderDescending()));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        });
        return counts;
    }

    private static void Pair(int[] mate, Action<int[]> visit)
    {
        var open = Array.IndexOf(mate, -1);
        if (open < 0)
        {
            visit(mate);
            return;
        }

        for (var other = open + 1; other < mate.Length; other++)
        {
            if (mate[other] < 0)
            {
                (mate[open], mate[other]) = (other, open);
                Pair(mate, visit);
                (mate[open], mate[other]) = (-1, -1);
            }
        }
    }

    /// <summary>The lengths, in pairs, of the loops that alternate between the two matchings.</summary>
    private static List<int> Loops(int[] pairing, int[] sharing)
    {
        var (seen, lengths) = (new bool[pairing.Length], new List<int>());
        for (var start = 0; start < pairing.Length; start++)
        {
            var length = 0;
            for (var at = start; !seen[at]; at = sharing[pairing[at]])
            {
                (seen[at], seen[pairing[at]]) = (true, true);
                length++;
            }

            if (length > 0)
            {
                lengths.Add(length);
            }
        }

        return lengths;
    }
}
