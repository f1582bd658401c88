using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Arithmetic;
using Verify.Language;
using Verify.Testing;
using Interval = Verify.Coordinates.Arithmetic.Interval;

namespace Verify.Coordinates.Tests.Arithmetic;

/// <summary>Every operation on intervals contains the exact result, and is narrow.</summary>
public sealed class IntervalTests
{
    private const int Bits = 80;
    private static readonly Arbitrary<(Rational, Rational)> Pairs = Gen.Choose(-99, 99).Zip(Gen.Choose(1, 12), (n, d) => new Rational(n, d)).Two().ToArbitrary();

    [Fact]
    public void OperationsContainTheResult() => Prop.ForAll(Pairs, pair =>
    {
        var (a, b) = pair;
        var (x, y) = (Interval.Of(a, Bits), Interval.Of(b, Bits));
        return Encloses(x + y, a + b) && Encloses(x - y, a - b) && Encloses(x * y, a * b) && Encloses(x.Power(2), a * a) && Encloses(x.Power(3), a * a * a)
            && (b.IsZero || Encloses(y.Inverse(), b.Inverse()))
            && (a.Sign < 0 || (Encloses(x.Power(2).Root(2), a) && Encloses(x.Power(3).Root(3), a)));
    }).Holds(500);

    [Fact]
    public void AnIntervalAroundZeroHasNoSignAndNoInverse()
    {
        var around = Interval.Of(new(-1, 3), Bits).Hull(Interval.Of(new(1, 3), Bits));
        Assert.Null(around.Sign);
        Assert.Throws<LimitException>(() => around.Inverse());
    }

    [Fact]
    public void AnExponentialContainsTheResult() => Prop.ForAll(Pairs, pair =>
    {
        // Against doubles, and against itself: exp(a) exp(b) and exp(a + b) share exp(a + b), and 96 more bits only narrow an interval.
        var (a, b) = pair;
        var (x, y, sum) = (Interval.Of(a, Bits).Exponential(), Interval.Of(b, Bits).Exponential(), Interval.Of(a + b, Bits).Exponential());
        var narrow = Interval.Of(a, Bits + 96).Exponential();
        var expected = Math.Exp((double)a);
        return Math.Abs((double)x.Middle - expected) <= 1e-12 * expected + 1e-20
            && ((x * y) - sum).Sign is null or 0
            && narrow.Low >= x.Low << 96 && narrow.High <= x.High << 96
            && x.Radius <= x.Middle * new Rational(1, 1L << 40) + new Rational(1, 1L << 60);
    }).Holds(300);

    [Fact]
    public void AnExponentialOfAnIntervalContainsThoseOfItsEnds()
    {
        var (low, high) = (Interval.Of(new(-7, 3), Bits), Interval.Of(new(5, 2), Bits));
        var both = low.Hull(high).Exponential();
        Assert.True(both.Low <= low.Exponential().Low && both.High >= high.Exponential().High);
        Assert.Equal(Interval.Of(1, Bits).Middle, Interval.Of(0, Bits).Exponential().Middle, (a, b) => (a - b).Abs() <= new Rational(1, 1L << 60));
        Assert.Throws<LimitException>(() => Interval.Of(5000, Bits).Exponential());
        Assert.Throws<LimitException>(() => Interval.Of(-5000, Bits).Exponential());
    }

    // Roots of tiny intervals are wide in proportion, hence the generous bound.
    private static bool Encloses(Interval interval, Rational value) =>
        (interval.Middle - value).Abs() <= interval.Radius && interval.Radius < new Rational(1, 1 << 20);
}
