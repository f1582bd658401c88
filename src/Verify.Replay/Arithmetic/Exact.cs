using System.Numerics;
using Verify.Language;

namespace Verify.Replay.Arithmetic;

/// <summary>A rational number of bounded length.</summary>
internal readonly record struct Exact(Rational Value) : INumberKind<Exact>
{
    private const int MostBits = 1 << 14;

    /// <inheritdoc/>
    public static bool IsExact => true;

    /// <inheritdoc/>
    public bool IsZero => Value.IsZero;

    /// <inheritdoc/>
    public double Double => (double)Value;

    /// <inheritdoc/>
    public static Exact operator +(Exact a, Exact b) => Bounded(a.Value + b.Value);

    /// <inheritdoc/>
    public static Exact operator *(Exact a, Exact b) => Bounded(a.Value * b.Value);

    /// <inheritdoc/>
    public static Exact Of(Rational value) => Bounded(value);

    /// <inheritdoc/>
    public static Exact OfDouble(double value) => throw new NotEvaluatedException(Obstacle.Irrational, "the value is not rational");

    /// <inheritdoc/>
    public Exact Inverse() => IsZero ? throw new NotEvaluatedException(Obstacle.NotTreated, "it divides by 0") : new(Value.Inverse());

    /// <inheritdoc/>
    public Exact Root(Rational exponent)
    {
        if (Value.Sign < 0)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, "it takes a root of a negative number");
        }

        if (IsZero)
        {
            return exponent.Sign > 0 ? this : throw new NotEvaluatedException(Obstacle.NotTreated, "it divides by 0");
        }

        if (exponent.Denominator > 64 || BigInteger.Abs(exponent.Numerator) > 64)
        {
            throw new NotEvaluatedException(Obstacle.Irrational, "the exponent is large");
        }

        var degree = (int)exponent.Denominator;
        return Bounded(new Rational(RootOf(Value.Numerator, degree), RootOf(Value.Denominator, degree)).Power((int)exponent.Numerator));
    }

    private static BigInteger RootOf(BigInteger value, int degree)
    {
        BigInteger low = 1, high = BigInteger.One << (int)((value.GetBitLength() / degree) + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = BigInteger.Pow(middle, degree) < value ? (middle + 1, high) : (low, middle);
        }

        return BigInteger.Pow(low, degree) == value ? low : throw new NotEvaluatedException(Obstacle.Irrational, "a root is not rational");
    }

    private static Exact Bounded(Rational value) => value.Numerator.GetBitLength() + value.Denominator.GetBitLength() > MostBits
        ? throw new NotEvaluatedException(Obstacle.NotTreated, $"a number has more than {MostBits} bits")
        : new(value);
}
