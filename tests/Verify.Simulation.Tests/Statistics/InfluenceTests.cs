using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Verify.Simulation.Statistics;
using Verify.Testing;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>φ is as its supermartingale needs it.</summary>
public sealed class InfluenceTests
{
    private static readonly Arbitrary<double> Numbers = Gen.Choose(-400, 400).Zip(Gen.Choose(-999, 999))
        .Select(pair => pair.Item2 * Math.Pow(10, pair.Item1 / 40.0)).ToArbitrary();

    [Fact]
    public void It_is_odd() => Prop.ForAll(Numbers, z => Influence.Of(-z) == -Influence.Of(z)).Holds(500);

    [Fact]
    public void It_lies_between_the_two_logarithms() => Prop.ForAll(Numbers, z =>
    {
        var tolerance = 1e-14 * (1 + Math.Abs(Influence.Of(z)));
        return Influence.Of(z) <= Math.Log(1 + z + (z * z / 2)) + tolerance && Influence.Of(z) >= -Math.Log(1 - z + (z * z / 2)) - tolerance;
    }).Holds(500);

    [Fact]
    public void It_increases_with_a_slope_of_at_most_one() => Prop.ForAll(Numbers, Numbers, (a, b) =>
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        var rise = Influence.Of(high) - Influence.Of(low);
        return rise >= 0 && rise <= (high - low) + 1e-14;
    }).Holds(500);

    [Fact]
    public void It_is_the_identity_to_second_order() => Assert.Equal(1e-4 - (1e-12 / 6), Influence.Of(1e-4), 15);

    [Fact]
    public void Its_vectors_are_its_scalars() => Prop.ForAll(Numbers, z =>
        Math.Abs(Influence.Of(new Vector<double>(z))[0] - Influence.Of(z)) <= Math.ScaleB(Math.Max(1, Math.Abs(Influence.Of(z))), -50)).Holds(500);

    [Theory]
    [InlineData(0)]
    [InlineData(1e150)]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    public void It_is_finite_at_every_finite_number(double z)
    {
        Assert.InRange(Influence.Of(z), 0, 700);
        Assert.Equal(Influence.Of(z), Influence.Of(new Vector<double>(z))[0], 12);
        Assert.Equal(-Influence.Of(z), Influence.Of(new Vector<double>(-z))[0], 12);
    }
}
