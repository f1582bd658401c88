using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>2^20 numbers of one stream are spread evenly over (0, 1), and so are pairs over the square.</summary>
public sealed class UniformLawTests
{
    private const int Cells = 64;
    private static readonly double[][] Rows = Sampling.Rows(Uniforms.Fill, StreamKey.For(2, "law"));

    private static IEnumerable<double> Numbers => Rows.SelectMany(row => row);

    [Fact]
    public void The_mean_is_a_half() => Sampling.AssertMean(Numbers, 0.5, 1.0 / 12);

    /// <summary>E (u - 1/2)² = 1/12, and E (u - 1/2)⁴ = 1/80.</summary>
    [Fact]
    public void The_variance_is_a_twelfth() => Sampling.AssertMean(Numbers.Select(u => (u - 0.5) * (u - 0.5)), 1.0 / 12, (1.0 / 80) - (1.0 / 144));

    [Fact]
    public void The_distribution_function_is_the_identity() => Sampling.AssertDistribution(Numbers, u => u);

    [Fact]
    public void Cells_of_equal_length_are_equally_likely() => Sampling.AssertEqualCounts(Counts(Numbers.Select(u => (int)(u * Cells))));

    /// <summary>2^52 cells are too many to count; here those of the last six of the first 26 bits.</summary>
    [Fact]
    public void Deep_bits_are_equally_likely() => Sampling.AssertEqualCounts(Counts(Numbers.Select(u => (int)((u * (1 << 26)) % Cells))));

    [Fact]
    public void The_lowest_bits_are_equally_likely() => Sampling.AssertEqualCounts(Counts(Numbers.Select(u => (int)((ulong)Math.ScaleB(u, 52) % Cells))));

    [Fact]
    public void Cells_of_the_square_of_both_entries_of_a_block_are_equally_likely() => Sampling.AssertEqualCounts(
        Counts(Enumerable.Range(0, Sampling.Entries / 2).SelectMany(k => Rows[2 * k].Zip(Rows[(2 * k) + 1], (u, v) => ((int)(8 * u) * 8) + (int)(8 * v)))));

    private static int[] Counts(IEnumerable<int> cells)
    {
        var counts = new int[Cells];
        foreach (var cell in cells)
        {
            counts[cell]++;
        }

        return counts;
    }
}
