namespace Verify.Evidence;

/// <summary>Runs numbered pieces of work on threads whose stack is large enough for statements nested as deep as the parser allows.</summary>
public static class LargeStackWorkers
{
    private const int StackBytes = 256 * 1024 * 1024;

    /// <summary>
    /// Does pieces 0 to <paramref name="count"/> - 1, started in that order on at most <paramref name="threads"/> threads. Returns when all are done or,
    /// after cancellation, when the running ones have stopped or <paramref name="grace"/> has passed; what does not stop is abandoned.
    /// An exception of a piece is thrown here.
    /// </summary>
    public static void ForEach(int count, int threads, TimeSpan grace, Action<int> work, CancellationToken cancellation)
    {
        var next = -1;
        Exception? failure = null;
        var workers = Enumerable.Range(0, Math.Min(Math.Max(threads, 1), count)).Select(_ => new Thread(Work, StackBytes) { IsBackground = true }).ToList();
        workers.ForEach(worker => worker.Start());
        using var cancelled = new ManualResetEventSlim();
        using var registration = cancellation.Register(cancelled.Set);
        foreach (var worker in workers)
        {
            while (!worker.Join(TimeSpan.FromMilliseconds(50)) && !cancelled.IsSet)
            {
            }
        }

        var deadline = DateTime.UtcNow + grace;
        foreach (var worker in workers)
        {
            var left = deadline - DateTime.UtcNow;
            worker.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        if (failure is not null)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }

        void Work()
        {
            for (var piece = Interlocked.Increment(ref next); piece < count && !cancellation.IsCancellationRequested; piece = Interlocked.Increment(ref next))
            {
                try
                {
                    work(piece);
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref failure, exception, null);
                }
            }
        }
    }
}
