using System.Numerics;
using Verify.Simulation.Drawing;
using Verify.Testing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>The elementary functions are as near to the exact values as they say, and round in each lane as plain numbers do.</summary>
public sealed class ElementaryTests
{
    private const double LastPlaceOfOne = 1.0 / (1L << 52);

    /// <summary>Stated in <see cref="Elementary"/>, in units in the last place.</summary>
    private const double StatedOfLog = 1;
    private const double StatedOfSineAndCosine = 2;

    /// <summary>What the platform's functions are trusted with, in units in the last place.</summary>
    private const double Platform = 1;

    private static IEnumerable<double> PositiveNumbers(int count)
    {
        double[] middles = [0.5, 1, 2, Math.Sqrt(0.5), Math.Sqrt(2)];
        var corners = middles.SelectMany(x => (double[])[Math.BitDecrement(x), x, Math.BitIncrement(x)])
            .Concat([2.2250738585072014e-308, double.MaxValue, LastPlaceOfOne / 2]);
        var draw = new SeededDraw(11);
        return corners.Concat(Enumerable.Range(0, count).Select(i => (i % 4) switch
        {
            0 => (draw.Symmetric() + 1 + LastPlaceOfOne) / 2,
            1 => Math.ScaleB(1.5 + (draw.Symmetric() / 2), draw.Below(2045) - 1022),
            2 => 1 + (draw.Symmetric() * Math.ScaleB(1, -draw.Below(40))),
            _ => 1.06 + (0.36 * draw.Symmetric()),
        })).Where(x => x > 0);
    }

    // Multiples of 2^-53 in [0, 1): anywhere, and near the eighths, where the quarter changes or a function is 0.
    private static IEnumerable<double> Turns(int count)
    {
        var draw = new SeededDraw(12);
        var near =
            from eighth in Enumerable.Range(0, 9)
            from step in Enumerable.Range(0, 50)
            from sign in (int[])[-1, 0, 1]
            select (eighth / 8.0) + (sign * Math.ScaleB(1, step - 53));
        return near.Where(u => u is >= 0 and < 1).Concat(Enumerable.Range(0, count).Select(_ => (draw.Symmetric() + 1) / 2));
    }

    [Fact]
    public void The_error_of_the_logarithm_is_as_stated() =>
        Assert.InRange(PositiveNumbers(4000).Where(x => x != 1).Max(x => FixedPoint.ErrorOfLog(Log(x), x)), 0.5, StatedOfLog);

    [Fact]
    public void The_errors_of_sine_and_cosine_are_as_stated()
    {
        Assert.InRange(Turns(4000).Where(u => u % 0.5 != 0).Max(u => FixedPoint.ErrorOfSine(SineAndCosine(u).Sine, u)), 0.5, StatedOfSineAndCosine);
        Assert.InRange(Turns(4000).Where(u => u % 0.5 != 0.25).Max(u => FixedPoint.ErrorOfCosine(SineAndCosine(u).Cosine, u)), 0.5, StatedOfSineAndCosine);
    }

    [Fact]
    public void Values_at_the_quarters_are_exact()
    {
        Assert.Equal(0, Log(1));
        Assert.Equal([(0, 1), (1, 0), (0, -1), (-1, 0), (0, 1)], new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(SineAndCosine));
    }

    /// <summary>Both are within their own error of the exact value; places of the larger exponent count, hence twice the platform's.</summary>
    [Fact]
    public void The_platform_has_the_same_values_within_both_errors()
    {
        Assert.All(PositiveNumbers(40000), x => Assert.InRange(Places(Log(x), Math.Log(x)), 0, StatedOfLog + (2 * Platform)));
        Assert.All(Turns(40000), u =>
        {
            var (sine, cosine) = SineAndCosine(u);
            Assert.InRange(Places(sine, double.SinPi(2 * u)), 0, StatedOfSineAndCosine + (2 * Platform));
            Assert.InRange(Places(cosine, double.CosPi(2 * u)), 0, StatedOfSineAndCosine + (2 * Platform));
        });
    }

    [Fact]
    public void Every_lane_has_the_bits_of_plain_numbers()
    {
        Assert.All(PositiveNumbers(40000).Chunk(Vector<double>.Count).Where(chunk => chunk.Length == Vector<double>.Count), chunk =>
            Assert.Equal(chunk.Select(PlainNumbers.Log), Lanes(Elementary.Log(new(chunk)))));
        Assert.All(Turns(40000).Chunk(Vector<double>.Count).Where(chunk => chunk.Length == Vector<double>.Count), chunk =>
        {
            var (sine, cosine) = Elementary.SineAndCosineOfTurns(new(chunk));
            Assert.Equal(chunk.Select(PlainNumbers.SineAndCosineOfTurns), Lanes(sine).Zip(Lanes(cosine)));
        });
    }

    private static double Log(double x) => Elementary.Log(new(x))[0];

    private static (double Sine, double Cosine) SineAndCosine(double u)
    {
        var (sine, cosine) = Elementary.SineAndCosineOfTurns(new(u));
        return (sine[0], cosine[0]);
    }

    private static double Places(double a, double b) => a == b ? 0 : Math.Abs(a - b) / (Math.BitIncrement(Math.Abs(a)) - Math.Abs(a));

    private static double[] Lanes(Vector<double> vector) => [.. Enumerable.Range(0, Vector<double>.Count).Select(i => vector[i])];
}
