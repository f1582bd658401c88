using System.Globalization;
using System.Numerics;

namespace Verify.Language;

/// <summary>
/// An exact rational number n/d in lowest terms with d &gt; 0; <c>default</c> is 0. Numbers whose parts both lie within ±(2^63 - 1) are kept in two
/// machine words; larger ones spill into big integers. The constructor decides, so each value has one representation.
/// </summary>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly BigParts? _big;

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

        var (n, d) = divisor.IsOne ? (numerator, denominator) : (numerator / divisor, denominator / divisor);
        if (d <= long.MaxValue && n <= long.MaxValue && n >= -long.MaxValue)
        {
            (_numerator, _denominatorLessOne) = ((long)n, (long)d - 1);
        }
        else
        {
            _big = new(n, d);
        }
    }

    // Already in lowest terms, both parts within one word.
    private Rational(long numerator, long denominator) => (_numerator, _denominatorLessOne) = (numerator, denominator - 1);

    private sealed record BigParts(BigInteger Numerator, BigInteger Denominator);

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One => new(1L, 1L);

    /// <summary>The numerator, which carries the sign.</summary>
    public BigInteger Numerator => _big?.Numerator ?? _numerator;

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => _big?.Denominator ?? (BigInteger)_denominatorLessOne + 1;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _big?.Numerator.Sign ?? Math.Sign(_numerator);

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => _big is null && _numerator == 0;

    /// <summary>Whether the value is 1.</summary>
    public bool IsOne => _big is null && _numerator == 1 && _denominatorLessOne == 0;

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => _big?.Denominator.IsOne ?? _denominatorLessOne == 0;

    private long SmallDenominator => _denominatorLessOne + 1;

    /// <summary>An integer as a rational.</summary>
    public static implicit operator Rational(int value) => new(value, 1L);

    /// <summary>An integer as a rational.</summary>
    public static implicit operator Rational(long value) => value == long.MinValue ? new(value, BigInteger.One) : new(value, 1L);

    /// <summary>An integer as a rational.</summary>
    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The nearest double, for display and for search only.</summary>
    public static explicit operator double(Rational value) => value._big is not { } big ? value._numerator / (double)value.SmallDenominator
        : big.Denominator.IsOne ? (double)big.Numerator
        : Math.Exp(BigInteger.Log(BigInteger.Abs(big.Numerator)) - BigInteger.Log(big.Denominator)) * value.Sign;

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

    /// <inheritdoc/>
    public int CompareTo(Rational other) => _big is null && other._big is null
        ? ((Int128)_numerator * other.SmallDenominator).CompareTo((Int128)other._numerator * SmallDenominator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne && Equals(_big, other._big);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorLessOne, _big);

    /// <summary><c>-3/4</c>, or <c>5</c> for an integer.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);
}
