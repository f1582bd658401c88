using System.Globalization;
using System.Numerics;

namespace Verify.Language;

/// <summary>An exact rational number n/d in lowest terms with d &gt; 0; <c>default</c> is 0.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominatorLessOne;

    /// <summary>numerator / denominator, reduced. A zero denominator throws <see cref="DivideByZeroException"/>.</summary>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A rational number with denominator 0.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        _numerator = divisor.IsOne ? numerator : numerator / divisor;
        _denominatorLessOne = (divisor.IsOne ? denominator : denominator / divisor) - 1;
    }

    private Rational(BigInteger integer) => _numerator = integer;

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One { get; } = new(BigInteger.One);

    /// <summary>The numerator, which carries the sign.</summary>
    public BigInteger Numerator => _numerator;

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _numerator.Sign;

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => _numerator.IsZero;

    /// <summary>Whether the value is 1.</summary>
    public bool IsOne => _numerator.IsOne && IsInteger;

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => _denominatorLessOne.IsZero;

    /// <summary>An integer as a rational.</summary>
    public static implicit operator Rational(int value) => new(value);

    /// <summary>An integer as a rational.</summary>
    public static implicit operator Rational(long value) => new(value);

    /// <summary>An integer as a rational.</summary>
    public static implicit operator Rational(BigInteger value) => new(value);

    /// <summary>The nearest double, for display and for search only.</summary>
    public static explicit operator double(Rational value) =>
        value.IsInteger ? (double)value._numerator : Math.Exp(BigInteger.Log(BigInteger.Abs(value._numerator)) - BigInteger.Log(value.Denominator)) * value.Sign;

    /// <summary>a + b.</summary>
    public static Rational operator +(Rational a, Rational b) => a.IsInteger && b.IsInteger
        ? new(a._numerator + b._numerator)
        : new((a._numerator * b.Denominator) + (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>a - b.</summary>
    public static Rational operator -(Rational a, Rational b) => a + (-b);

    /// <summary>-a.</summary>
    public static Rational operator -(Rational a) => a.IsInteger ? new(-a._numerator) : new(-a._numerator, a.Denominator);

    /// <summary>a b.</summary>
    public static Rational operator *(Rational a, Rational b) => a.IsInteger && b.IsInteger
        ? new(a._numerator * b._numerator)
        : new(a._numerator * b._numerator, a.Denominator * b.Denominator);

    /// <summary>a / b; b = 0 throws <see cref="DivideByZeroException"/>.</summary>
    public static Rational operator /(Rational a, Rational b) => new(a._numerator * b.Denominator, a.Denominator * b._numerator);

    /// <summary>Equality of values.</summary>
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>a &lt; b.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>a &gt; b.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>a ≤ b.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>a ≥ b.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>The value without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>1 / this; 0 throws <see cref="DivideByZeroException"/>.</summary>
    public Rational Inverse() => new(Denominator, _numerator);

    /// <summary>this^k for an integer k; 0 to a negative power throws <see cref="DivideByZeroException"/>.</summary>
    public Rational Power(int exponent) => exponent >= 0
        ? new(BigInteger.Pow(_numerator, exponent), BigInteger.Pow(Denominator, exponent))
        : new(BigInteger.Pow(Denominator, -exponent), BigInteger.Pow(_numerator, -exponent));

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorLessOne);

    /// <summary><c>-3/4</c>, or <c>5</c> for an integer.</summary>
    public override string ToString() => IsInteger
        ? _numerator.ToString(CultureInfo.InvariantCulture)
        : _numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
}
