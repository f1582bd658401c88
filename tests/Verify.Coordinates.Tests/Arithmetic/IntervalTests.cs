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

    // Roots of tiny intervals are wide in proportion, hence the generous bound.
    private static bool Encloses(Interval interval, Rational value) =>
        (interval.Middle - value).Abs() <= interval.Radius && interval.Radius < new Rational(1, 1 << 20);
}
