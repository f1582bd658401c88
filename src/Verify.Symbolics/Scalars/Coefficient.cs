using System.Numerics;
using Verify.Language;

namespace Verify.Symbolics.Scalars;

/// <summary>An exact rational coefficient: two 64-bit integers in lowest terms, which spill into a <see cref="Rational"/> when they overflow; <c>default</c> is 0.</summary>
internal readonly struct Coefficient : IEquatable<Coefficient>
{
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly Spilled? _spilled;

    private Coefficient(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Coefficient(Rational value)
    {
        // Small values are always held small, so that equality needs no arithmetic.
        if (value.Numerator >= -long.MaxValue && value.Numerator <= long.MaxValue && value.Denominator <= long.MaxValue)
        {
            _numerator = (long)value.Numerator;
            _denominatorLessOne = (long)value.Denominator - 1;
        }
        else
        {
            _spilled = new(value);
        }
    }

    /// <summary>1.</summary>
    public static Coefficient One { get; } = new(1, 1);

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => _numerator == 0 && _spilled is null;

    /// <summary>Whether the value is 1.</summary>
    public bool IsOne => _numerator == 1 && _denominatorLessOne == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _spilled is { } big ? big.Value.Sign : Math.Sign(_numerator);

    /// <summary>The value as a rational number.</summary>
    public Rational Value => _spilled is { } big ? big.Value
        : _denominatorLessOne == 0 ? _numerator : new Rational(_numerator, new BigInteger(_denominatorLessOne) + 1);

    public static implicit operator Coefficient(int value) => new(value, 1);

    public static Coefficient operator +(Coefficient a, Coefficient b)
    {
        if (a._spilled is not null || b._spilled is not null)
        {
            return new(a.Value + b.Value);
        }

        if (a._denominatorLessOne == 0 && b._denominatorLessOne == 0)
        {
            var sum = unchecked(a._numerator + b._numerator);
            var overflow = ((a._numerator ^ sum) & (b._numerator ^ sum)) < 0 || sum == long.MinValue;
            return overflow ? new(a.Value + b.Value) : new(sum, 1);
        }

        var (p, q) = ((Int128)a._denominatorLessOne + 1, (Int128)b._denominatorLessOne + 1);
        return Reduced((a._numerator * q) + (b._numerator * p), p * q);
    }

    public static Coefficient operator -(Coefficient a) =>
        a._spilled is { } big ? new(-big.Value) : new(-a._numerator, a._denominatorLessOne + 1);

    public static Coefficient operator -(Coefficient a, Coefficient b) => a + (-b);

    public static Coefficient operator *(Coefficient a, Coefficient b)
    {
        if (a._spilled is not null || b._spilled is not null)
        {
            return new(a.Value * b.Value);
        }

        var numerator = (Int128)a._numerator * b._numerator;
        if (a._denominatorLessOne == 0 && b._denominatorLessOne == 0)
        {
            return numerator >= -long.MaxValue && numerator <= long.MaxValue ? new((long)numerator, 1) : new(a.Value * b.Value);
        }

        return Reduced(numerator, ((Int128)a._denominatorLessOne + 1) * ((Int128)b._denominatorLessOne + 1));
    }

    /// <summary>a / b; b = 0 throws <see cref="DivideByZeroException"/>.</summary>
    public static Coefficient operator /(Coefficient a, Coefficient b) => a * new Coefficient(b.Value.Inverse());

    /// <summary>A rational number as a coefficient.</summary>
    public static Coefficient Of(Rational value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Coefficient other) => _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne
        && (_spilled is null ? other._spilled is null : other._spilled is { } big && _spilled.Value == big.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Coefficient other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _spilled is { } big ? big.Value.GetHashCode() : HashCode.Combine(_numerator, _denominatorLessOne);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();

    private static Coefficient Reduced(Int128 numerator, Int128 denominator)
    {
        if (denominator <= long.MaxValue && numerator >= -long.MaxValue && numerator <= long.MaxValue)
        {
            var (n, d) = ((long)numerator, (long)denominator);
            var (x, y) = (Math.Abs(n), d);
            while (y != 0)
            {
                (x, y) = (y, x % y);
            }

            return new(n / x, d / x);
        }

        return new(new Rational((BigInteger)numerator, (BigInteger)denominator));
    }

    private sealed record Spilled(Rational Value);
}
