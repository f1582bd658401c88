namespace Verify.Language;

/// <summary>The table that makes structurally equal expressions one object. Entries are weak: what no one holds is forgotten.</summary>
internal static class Interning
{
    // The collector of garbage walks the whole table each time, so that it is to be small where little is held.
    private const int LeastSweep = 1 << 13;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, Entry> Entries = [];
    private static int _count;
    private static int _sweepAt = LeastSweep;

    /// <summary>The object that stands for the candidate: an equal one made before, or the candidate.</summary>
    public static T Of<T>(T candidate)
        where T : Expr
    {
        lock (Gate)
        {
            var first = Entries.GetValueOrDefault(candidate.GetHashCode());
            for (var entry = first; entry is not null; entry = entry.Next)
            {
                if (entry.Target is Expr known && known.GetType() == candidate.GetType() && known.Shape.Equals(candidate.Shape) && known.SameNode(candidate))
                {
                    return (T)known;
                }
            }

            Entries[candidate.GetHashCode()] = new(candidate, first);
            if (++_count >= _sweepAt)
            {
                Sweep();
            }

            return candidate;
        }
    }

    private static void Sweep()
    {
        _count = 0;
        foreach (var (hash, first) in Entries.ToArray())
        {
            Entry? kept = null;
            for (var entry = first; entry is not null; entry = entry.Next)
            {
                if (entry.Target is Expr held)
                {
                    kept = new(held, kept);
                    _count++;
                }
            }

            if (kept is null)
            {
                Entries.Remove(hash);
            }
            else
            {
                Entries[hash] = kept;
            }
        }

        _sweepAt = Math.Max(LeastSweep, 2 * _count);
    }

    // Those of one hash are chained.
    private sealed class Entry(Expr target, Entry? next) : WeakReference(target)
    {
        public Entry? Next { get; } = next;
    }
}
