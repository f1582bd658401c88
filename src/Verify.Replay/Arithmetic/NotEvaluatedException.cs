namespace Verify.Replay.Arithmetic;

/// <summary>What stands in the way of a value.</summary>
internal enum Obstacle
{
    /// <summary>The value is not rational: doubles may have it.</summary>
    Irrational,

    /// <summary>What is averaged or differentiated is no polynomial: draws or differences may have it.</summary>
    NotPolynomial,

    /// <summary>There is no value, or none that is computed here.</summary>
    NotTreated,
}

/// <summary>Ends an evaluation; the message is the reason for the reader.</summary>
internal sealed class NotEvaluatedException(Obstacle obstacle, string message) : Exception(message)
{
    /// <summary>Whether another arithmetic could go on.</summary>
    public Obstacle Obstacle { get; } = obstacle;
}
