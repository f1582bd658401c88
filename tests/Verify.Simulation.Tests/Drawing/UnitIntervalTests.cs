using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>The ends of the unit interval are in it or not, as the names say, and no bit is lost.</summary>
public sealed class UnitIntervalTests
{
    private static readonly double Cell = Math.ScaleB(1, -53);

    [Theory]
    [InlineData(0UL, 0UL)]
    [InlineData(ulong.MaxValue, (1UL << 53) - 1)]
    [InlineData(1UL << 11, 1UL)]
    [InlineData((1UL << 11) - 1, 0UL)]
    [InlineData(1UL << 32, 1UL << 21)]
    [InlineData(0xFFFF_FFFFUL, (1UL << 21) - 1)]
    [InlineData(0x8000_0000_0000_0000, 1UL << 52)]
    [InlineData(0x7FFF_FFFF_FFFF_FFFF, (1UL << 52) - 1)]
    public void The_top_bits_are_the_fraction(ulong bits, ulong m)
    {
        Assert.Equal(m * Cell, UnitInterval.WithZero(new(bits))[0]);
        Assert.Equal(((1UL << 53) - m) * Cell, UnitInterval.WithOne(new(bits))[0]);
        Assert.Equal((m | 1) * Cell, UnitInterval.Open(new(bits))[0]);
    }

    [Fact]
    public void The_ends_are_where_they_should_be()
    {
        Assert.Equal((0, 1 - Cell), (UnitInterval.WithZero(new(0UL))[0], UnitInterval.WithZero(new(ulong.MaxValue))[0]));
        Assert.Equal((1, Cell), (UnitInterval.WithOne(new(0UL))[0], UnitInterval.WithOne(new(ulong.MaxValue))[0]));
        Assert.Equal((Cell, 1 - Cell), (UnitInterval.Open(new(0UL))[0], UnitInterval.Open(new(ulong.MaxValue))[0]));
    }
}
