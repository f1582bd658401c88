namespace Verify.Language;

/// <summary>The table that makes structurally equal expressions one object. Entries are weak: what no one holds is forgotten.</summary>
internal static class Interning
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, List<WeakReference<Expr>>> Buckets = [];
    private static int _count;
    private static int _sweepAt = 1 << 16;

    /// <summary>The object that stands for the candidate: an equal one made before, or the candidate.</summary>
    public static T Of<T>(T candidate)
        where T : Expr
    {
        lock (Gate)
        {
            if (!Buckets.TryGetValue(candidate.GetHashCode(), out var bucket))
            {
                Buckets[candidate.GetHashCode()] = bucket = new(1);
            }

            foreach (var entry in bucket)
            {
                if (entry.TryGetTarget(out var known) && known.GetType() == candidate.GetType() && known.Shape.Equals(candidate.Shape) && known.SameNode(candidate))
                {
                    return (T)known;
                }
            }

            bucket.Add(new(candidate));
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
        foreach (var (hash, bucket) in Buckets.ToList())
        {
            bucket.RemoveAll(entry => !entry.TryGetTarget(out _));
            _count += bucket.Count;
            if (bucket.Count == 0)
            {
                Buckets.Remove(hash);
            }
        }

        _sweepAt = Math.Max(1 << 16, 2 * _count);
    }
}
