using Verify.Language;

namespace Verify.Replay.Arithmetic;

/// <summary>A double.</summary>
internal readonly record struct Approximate(double Double) : INumberKind<Approximate>
{
    /// <inheritdoc/>
    public static bool IsExact => false;

    /// <inheritdoc/>
    public bool IsZero => Double == 0;

    /// <inheritdoc/>
    public static Approximate operator +(Approximate a, Approximate b) => new(a.Double + b.Double);

    /// <inheritdoc/>
    public static Approximate operator *(Approximate a, Approximate b) => new(a.Double * b.Double);

    /// <inheritdoc/>
    public static Approximate Of(Rational value) => new((double)value);

    /// <inheritdoc/>
    public static Approximate OfDouble(double value) => new(value);

    /// <inheritdoc/>
    public Approximate Inverse() => IsZero ? throw new NotEvaluatedException(Obstacle.NotTreated, "it divides by 0") : new(1 / Double);

    /// <inheritdoc/>
    public Approximate Root(Rational exponent) => Double < 0
        ? throw new NotEvaluatedException(Obstacle.NotTreated, "it takes a root of a negative number")
        : new(Math.Pow(Double, (double)exponent));
}
