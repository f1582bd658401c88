using Verify.Simulation.Drawing;

namespace Verify.Simulation.Tests.Drawing;

/// <summary>
/// Numbers that ought to have nothing to do with each other have no correlation, nor have their squares: for independent standard normal x and y the means of
/// xy, x(y² - 1), (x² - 1)y and (x² - 1)(y² - 1) are 0, and their variances 1, 2, 2 and 4.
/// </summary>
public sealed class IndependenceTests
{
    private static readonly StreamKey Key = StreamKey.For(3, "one");
    private static readonly double[][] Rows = Sampling.Rows(Normals.Fill, Key);

    [Fact]
    public void Entries_of_one_block_are_independent() => AssertIndependent(Pairs(pair => (Rows[2 * pair], Rows[(2 * pair) + 1])));

    [Fact]
    public void Entries_of_neighbouring_blocks_are_independent()
    {
        AssertIndependent(Pairs(pair => (Rows[2 * pair], Rows[((2 * pair) + 2) % Sampling.Entries])));
        AssertIndependent(Pairs(pair => (Rows[(2 * pair) + 1], Rows[((2 * pair) + 2) % Sampling.Entries])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(256)]
    public void Neighbouring_samples_are_independent(int steps) => AssertIndependent(Rows.SelectMany(row => row.Skip(steps).Zip(row)));

    [Fact]
    public void Samples_whose_high_words_differ_are_independent() => AssertIndependent(Across(Rows, Sampling.Rows(Normals.Fill, Key, 1UL << 32)));

    /// <summary>Keys that differ in one bit, in either word, are the hardest; those of labels differ in many.</summary>
    [Theory]
    [InlineData(1UL)]
    [InlineData(1UL << 31)]
    [InlineData(1UL << 32)]
    [InlineData(1UL << 63)]
    public void Streams_of_near_keys_are_independent(ulong difference) =>
        AssertIndependent(Across(Rows, Sampling.Rows(Normals.Fill, new(Key.Value ^ difference))));

    [Theory]
    [InlineData(3, "two")]
    [InlineData(4, "one")]
    public void Streams_of_other_seeds_and_labels_are_independent(ulong seed, string label) =>
        AssertIndependent(Across(Rows, Sampling.Rows(Normals.Fill, StreamKey.For(seed, label))));

    /// <summary>Uniform numbers are made standard: √12 (u - 1/2) has variance 1, and its square has variance 4/5.</summary>
    [Fact]
    public void Normal_and_uniform_numbers_of_one_stream_are_independent()
    {
        var pairs = Across(Rows, Sampling.Rows(Uniforms.Fill, Key)).Select(pair => (X: pair.First, Y: Math.Sqrt(12) * (pair.Second - 0.5))).ToArray();
        Sampling.AssertMean(pairs.Select(pair => pair.X * pair.Y), 0, 1);
        Sampling.AssertMean(pairs.Select(pair => ((pair.X * pair.X) - 1) * pair.Y), 0, 2);
        Sampling.AssertMean(pairs.Select(pair => ((pair.X * pair.X) - 1) * ((pair.Y * pair.Y) - 1)), 0, 2 * 4 / 5.0);
    }

    private static IEnumerable<(double First, double Second)> Pairs(Func<int, (double[] X, double[] Y)> rows) =>
        Enumerable.Range(0, Sampling.Entries / 2).Select(rows).SelectMany(pair => pair.X.Zip(pair.Y));

    private static IEnumerable<(double First, double Second)> Across(double[][] one, double[][] other) =>
        one.Zip(other).SelectMany(pair => pair.First.Zip(pair.Second));

    private static void AssertIndependent(IEnumerable<(double X, double Y)> numbers)
    {
        var pairs = numbers.ToArray();
        Sampling.AssertMean(pairs.Select(pair => pair.X * pair.Y), 0, 1);
        Sampling.AssertMean(pairs.Select(pair => pair.X * Centred(pair.Y)), 0, 2);
        Sampling.AssertMean(pairs.Select(pair => Centred(pair.X) * pair.Y), 0, 2);
        Sampling.AssertMean(pairs.Select(pair => Centred(pair.X) * Centred(pair.Y)), 0, 4);
    }

    private static double Centred(double x) => (x * x) - 1;
}
