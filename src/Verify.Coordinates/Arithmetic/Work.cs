namespace Verify.Coordinates.Arithmetic;

/// <summary>Counts work in products of two terms, so that where a check stops depends on the statement alone and never on the clock.</summary>
internal sealed class Work(long limit, CancellationToken cancellation)
{
    private long _cap = long.MaxValue;
    private long _nextLook;

    /// <summary>What was spent.</summary>
    public long Spent { get; private set; }

    /// <summary>The bound on all work.</summary>
    public long Limit { get; } = limit;

    /// <summary>Spends some work; <see cref="LimitException"/> where the bound is passed.</summary>
    public void Spend(long units)
    {
        Spent += units;
        if (Spent >= _nextLook)
        {
            cancellation.ThrowIfCancellationRequested();
            _nextLook = Spent + 50_000;
        }

        if (Spent > Math.Min(_cap, Limit))
        {
            throw new LimitException(Spent > Limit ? $"work limit of {Limit} products of terms" : "the part of the work limit for one instance");
        }
    }

    /// <summary>Runs with at most the given share of work on top of what was spent.</summary>
    public T Within<T>(long share, Func<T> run)
    {
        var outer = _cap;
        _cap = Math.Min(outer, Spent + share);
        try
        {
            return run();
        }
        finally
        {
            _cap = outer;
        }
    }
}
