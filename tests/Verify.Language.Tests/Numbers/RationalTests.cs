using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Verify.Testing;

namespace Verify.Language.Tests.Numbers;

/// <summary>Arithmetic in machine words against fractions of big integers, with the corner cases of a word favoured.</summary>
public sealed class RationalTests
{
    private static readonly BigInteger[] Corners =
    [
        0, 1, -1, 2, -2, 3, 6, long.MaxValue, -(BigInteger)long.MaxValue, long.MinValue, -(BigInteger)long.MinValue, (BigInteger)long.MaxValue + 2,
        int.MaxValue, int.MinValue, ulong.MaxValue, (BigInteger)1 << 32, ((BigInteger)1 << 62) - 1, BigInteger.Pow(10, 30), -BigInteger.Pow(6, 50),
    ];

    private static readonly Gen<BigInteger> Integers = Gen.OneOf(
        Gen.Elements(Corners),
        Gen.Choose(-12, 12).Select(n => (BigInteger)n),
        Gen.Choose(int.MinValue, int.MaxValue).Two().Select(pair => ((BigInteger)pair.Item1 << 31) + pair.Item2));

    private static readonly Arbitrary<(BigInteger N, BigInteger D)[]> Fractions =
        Integers.Two().Select(pair => (pair.Item1, pair.Item2.IsZero ? 1 : pair.Item2)).ArrayOf(3).ToArbitrary();

    [Fact]
    public void ArithmeticIsThatOfFractions() => Prop.ForAll(Fractions, all =>
    {
        var (a, b) = (all[0], all[1]);
        var (x, y) = (Of(a), Of(b));
        return Same(x + y, (a.N * b.D) + (b.N * a.D), a.D * b.D) &&
            Same(x - y, (a.N * b.D) - (b.N * a.D), a.D * b.D) &&
            Same(x * y, a.N * b.N, a.D * b.D) &&
            Same(-x, -a.N, a.D) &&
            (b.N.IsZero || Same(x / y, a.N * b.D, a.D * b.N)) &&
            Math.Sign(x.CompareTo(y)) == ((a.N * b.D) - (b.N * a.D)).Sign * (a.D * b.D).Sign;
    }).Holds(5000);

    [Fact]
    public void EqualValuesAreEqualHoweverTheyArose() => Prop.ForAll(Fractions, all =>
    {
        var (x, y, z) = (Of(all[0]), Of(all[1]), Of(all[2]));
        var (left, right) = ((x + y) * z, (x * z) + (y * z));
        return left == right && left.Equals(right) && left.GetHashCode() == right.GetHashCode() && left.CompareTo(right) == 0 && (x + y - y) == x;
    }).Holds(5000);

    [Fact]
    public void TheFormIsCanonical() => Prop.ForAll(Fractions, all =>
    {
        var x = (Of(all[0]) * Of(all[1])) + Of(all[2]);
        return x.Denominator.Sign > 0 && BigInteger.GreatestCommonDivisor(x.Numerator, x.Denominator).IsOne &&
            x.IsInteger == x.Denominator.IsOne && x.IsZero == x.Numerator.IsZero && x.Sign == x.Numerator.Sign && x.IsOne == (x == 1);
    }).Holds(5000);

    [Fact]
    public void ANumberThatComesBackFromBigIntegersIsAWordAgain()
    {
        Rational large = BigInteger.Pow(10, 40);
        Assert.Equal((Rational)1, large / large);
        Assert.Equal(((Rational)7).GetHashCode(), (large + 7 - large).GetHashCode());
        Assert.Equal(default, large - large);
    }

    [Fact]
    public void CornersOfAWord()
    {
        Rational least = long.MinValue;
        Assert.Equal(-(BigInteger)long.MinValue, (-least).Numerator);
        Assert.Equal(-(BigInteger)long.MinValue, least.Abs().Numerator);
        Assert.Equal(new Rational(-1, -(BigInteger)long.MinValue), least.Inverse());
        Assert.Equal(least, least.Inverse().Inverse());
        Assert.Equal((Rational)long.MaxValue, -(Rational)(-long.MaxValue));
    }

    [Fact]
    public void PowersAreRepeatedProducts() => Prop.ForAll(Fractions, Gen.Choose(0, 6).ToArbitrary(), (all, k) =>
    {
        var x = Of(all[0]);
        var product = Enumerable.Repeat(x, k).Aggregate(Rational.One, (a, b) => a * b);
        return x.Power(k) == product && (x.IsZero || x.Power(-k) == product.Inverse());
    }).Holds(1000);

    [Fact]
    public void ADenominatorOfZeroIsRefused()
    {
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => Rational.Zero.Power(-1));
    }

    private static Rational Of((BigInteger N, BigInteger D) fraction) => new(fraction.N, fraction.D);

    private static bool Same(Rational value, BigInteger numerator, BigInteger denominator) => value.Numerator * denominator == numerator * value.Denominator;
}
