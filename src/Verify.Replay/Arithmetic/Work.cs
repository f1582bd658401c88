namespace Verify.Replay.Arithmetic;

/// <summary>Counts products of numbers, so that no report keeps the command busy for ever.</summary>
internal sealed class Work(long most)
{
    private long _done;

    /// <summary>Adds to the work; beyond the limit it throws <see cref="NotEvaluatedException"/>.</summary>
    public void Spend(long amount)
    {
        _done += amount;
        if (_done > most)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, $"more than {most} products of numbers are needed");
        }
    }
}
