namespace Verify.Symbolics.Wishart;

/// <summary>
/// The partitions of 0..MaxWeight, numbered within each weight, with what adding and removing a part leads to: multisets of traces as small integers.
/// Parts are at least 1 and stored in falling order.
/// </summary>
internal sealed class PartitionTable
{
    private readonly byte[][][] _parts;
    private readonly int[][][] _plus;

    private PartitionTable(int maxWeight)
    {
        MaxWeight = maxWeight;
        _parts = [.. Enumerable.Range(0, maxWeight + 1).Select(weight => Enumerate(weight, weight).Select(parts => parts.ToArray()).ToArray())];
        var numbers = _parts.Select(NumbersOf).ToArray();
        _plus = [.. Enumerable.Range(0, maxWeight + 1).Select(weight =>
            _parts[weight].Select(parts => SuccessorsOf(parts, weight, numbers)).ToArray())];
    }

    /// <summary>The largest weight in the table.</summary>
    public int MaxWeight { get; }

    /// <summary>A table up to the weight.</summary>
    public static PartitionTable UpTo(int maxWeight) => new(maxWeight);

    /// <summary>How many partitions a weight has.</summary>
    public int Count(int weight) => _parts[weight].Length;

    /// <summary>The parts of a partition, falling.</summary>
    public ReadOnlySpan<byte> Parts(int weight, int number) => _parts[weight][number];

    /// <summary>The number, within weight + part, of the partition with one part more.</summary>
    public int Plus(int weight, int number, int part) => _plus[weight][number][part];

    /// <summary>The number, within weight - part, of the partition with one such part less, which must be there.</summary>
    public int Minus(int weight, int number, int part)
    {
        var (low, high) = (0, Count(weight - part) - 1);
        while (low < high)
        {
            // Adding one part keeps the order in which the table lists partitions.
            var middle = (low + high) / 2;
            if (Plus(weight - part, middle, part) < number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The number of a partition given by its parts in any order.</summary>
    public int NumberOf(IEnumerable<int> parts)
    {
        var (weight, number) = (0, 0);
        foreach (var part in parts)
        {
            number = Plus(weight, number, part);
            weight += part;
        }

        return number;
    }

    private int[] SuccessorsOf(byte[] parts, int weight, Dictionary<string, int>[] numbers)
    {
        var successors = new int[MaxWeight - weight + 1];
        for (var part = 1; part < successors.Length; part++)
        {
            byte[] larger = [.. parts.Where(p => p >= part), (byte)part, .. parts.Where(p => p < part)];
            successors[part] = numbers[weight + part][KeyOf(larger)];
        }

        return successors;
    }

    private static Dictionary<string, int> NumbersOf(byte[][] partitions) =>
        partitions.Select((parts, number) => (Key: KeyOf(parts), number)).ToDictionary(entry => entry.Key, entry => entry.number);

    private static string KeyOf(byte[] parts) => new([.. parts.Select(part => (char)part)]);

    /// <summary>In lexicographic order of the falling parts.</summary>
    private static IEnumerable<List<byte>> Enumerate(int weight, int largest)
    {
        if (weight == 0)
        {
            yield return [];
        }

        for (var first = 1; first <= Math.Min(weight, largest); first++)
        {
            foreach (var rest in Enumerate(weight - first, first))
            {
                yield return [(byte)first, .. rest];
            }
        }
    }
}
