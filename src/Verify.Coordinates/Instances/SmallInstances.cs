using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>Instances at given sizes, those with the fewest non-zero entries first and among them those with the smallest integers.</summary>
internal static class SmallInstances
{
    /// <summary>The instances in order, lazily; the bare instance has sizes and laws but no values.</summary>
    public static IEnumerable<Instance> Of(Instance bare, ImmutableArray<Symbol> symbols, Func<Size, int> sizeOf)
    {
        var lists = symbols.Select(symbol => SmallValues.Of(symbol, sizeOf(symbol.Shape.Rows), sizeOf(symbol.Shape.Columns))).ToList();
        if (lists.Exists(list => list.Count == 0))
        {
            yield break;
        }

        var queue = new PriorityQueue<ImmutableArray<int>, (int NonZeros, Rational Size, string Place)>();
        var seen = new HashSet<string>();
        Add([.. lists.Select(_ => 0)]);
        while (queue.TryDequeue(out var places, out _))
        {
            yield return bare with { Values = symbols.Select((symbol, i) => KeyValuePair.Create(symbol, lists[i][places[i]].Value)).ToImmutableDictionary() };
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] + 1 < lists[i].Count)
                {
                    Add(places.SetItem(i, places[i] + 1));
                }
            }
        }

        void Add(ImmutableArray<int> places)
        {
            // The place itself breaks ties, so that the order does not depend on the queue.
            var key = string.Join(",", places.Select(place => place.ToString("D4")));
            if (seen.Add(key))
            {
                queue.Enqueue(places, (places.Select((p, i) => lists[i][p].NonZeros).Sum(), places.Select((p, i) => lists[i][p].Size).Aggregate(Rational.Zero, (a, b) => a + b), key));
            }
        }
    }

    /// <summary>Whether the first instance is smaller: fewer non-zero entries, then smaller integers.</summary>
    public static bool IsSmaller(Instance a, Instance b)
    {
        var (x, y) = (Measure(a), Measure(b));
        return x.NonZeros != y.NonZeros ? x.NonZeros < y.NonZeros : x.Size < y.Size;
    }

    private static (int NonZeros, Rational Size) Measure(Instance instance) => instance.Values.Values.Select(SmallValues.Measure)
        .Aggregate((NonZeros: 0, Size: Rational.Zero), (sum, value) => (sum.NonZeros + value.NonZeros, sum.Size + value.Size));
}
