using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Instances;

/// <summary>Doubles as the decimals a reader would write.</summary>
public sealed class RationalsTests
{
    private static readonly Arbitrary<double> Doubles =
        (from high in Gen.Choose(int.MinValue, int.MaxValue) from low in Gen.Choose(int.MinValue, int.MaxValue) select BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)low))
        .Where(double.IsFinite).ToArbitrary();

    [Theory]
    [InlineData(0.137, 137, 1000)]
    [InlineData(-2.5, -5, 2)]
    [InlineData(0, 0, 1)]
    [InlineData(-0.0, 0, 1)]
    [InlineData(1e22, 0, 0)]
    [InlineData(3e-5, 3, 100000)]
    [InlineData(1200, 1200, 1)]
    public void A_short_decimal_is_that_decimal(double value, long numerator, long denominator) =>
        Assert.Equal(denominator == 0 ? Rational.One * System.Numerics.BigInteger.Pow(10, 22) : new Rational(numerator, denominator), Rationals.Of(value));

    /// <summary>The quotient of two big integers, rounded by the parser of the runtime from a decimal with more digits than it needs.</summary>
    [Fact]
    public void The_decimal_reads_back_as_the_same_number() => Prop.ForAll(Doubles, value =>
    {
        var exact = Rationals.Of(value);
        var tens = 0;
        while (!(exact * System.Numerics.BigInteger.Pow(10, tens)).IsInteger)
        {
            tens++;
        }

        var text = (exact * System.Numerics.BigInteger.Pow(10, tens)).Numerator.ToString(CultureInfo.InvariantCulture) + "E-" + tens;
        return double.Parse(text, CultureInfo.InvariantCulture) == value;
    }).Holds(200);

    [Fact]
    public void A_matrix_keeps_its_rows()
    {
        var rows = Rationals.Of(new Verify.Simulation.Dense.Matrix(2, 3, [1, 0.5, 0.25, -1, 0.1, 3]));
        Assert.Equal([[1, new(1, 2), new(1, 4)], [-1, new(1, 10), 3]], rows.Select(row => row.ToArray()).ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Rationals.Of(value));
}
