using Verify.Language;

namespace Verify.Replay.Arithmetic;

/// <summary>The numbers that are computed with: rationals, or doubles.</summary>
internal interface INumberKind<T>
    where T : struct, INumberKind<T>
{
    /// <summary>Whether results are exact.</summary>
    static abstract bool IsExact { get; }

    /// <summary>Whether this is 0.</summary>
    bool IsZero { get; }

    /// <summary>The nearest double.</summary>
    double Double { get; }

    /// <summary>The sum.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>The product.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>A rational number.</summary>
    static abstract T Of(Rational value);

    /// <summary>A double; rationals refuse it with <see cref="Obstacle.Irrational"/>.</summary>
    static abstract T OfDouble(double value);

    /// <summary>1/x; of 0 it throws.</summary>
    T Inverse();

    /// <summary>x^k for a k that is no integer; of x below 0, and of what has no rational root in exact arithmetic, it throws.</summary>
    T Root(Rational exponent);
}
