using System.Collections.Immutable;
using System.Numerics;

namespace Verify.Simulation.Statistics;

/// <summary>
/// What a test of a mean keeps of its samples. Sums of blocks are added in the order of the blocks, whichever worker made them, so that the
/// bits do not depend on threads.
/// </summary>
/// <param name="Count">n.</param>
/// <param name="Sum">Σ (x - c), with c a fixed centre near the mean.</param>
/// <param name="Squares">Σ (x - c)².</param>
/// <param name="Tilted">Σ φ(λ_j(x - m_j)) for each tilt j.</param>
internal sealed record MeanSums(long Count, double Sum, double Squares, ImmutableArray<double> Tilted)
{
    /// <summary>Whether every sample was a finite number, small enough to be squared.</summary>
    public bool IsFinite => double.IsFinite(Squares);

    /// <summary>The sums of no samples.</summary>
    public static MeanSums None(int tilts) => new(0, 0, 0, [.. new double[tilts]]);

    /// <summary>The sums of a block.</summary>
    public static MeanSums Of(ReadOnlySpan<double> samples, double centre, ImmutableArray<Tilt> tilts)
    {
        var tilted = ImmutableArray.CreateBuilder<double>(tilts.Length);
        foreach (var tilt in tilts)
        {
            tilted.Add(LaneSum.Of(samples, tilt));
        }

        return new(samples.Length, LaneSum.Of(samples, new Distance(centre)), LaneSum.Of(samples, new SquaredDistance(centre)), tilted.MoveToImmutable());
    }

    /// <summary>The sums of these samples and a block more. Another number of tilts throws <see cref="ArgumentException"/>.</summary>
    public MeanSums Add(MeanSums block) => block.Tilted.Length == Tilted.Length
        ? new(Count + block.Count, Sum + block.Sum, Squares + block.Squares, [.. Tilted.Zip(block.Tilted, (a, b) => a + b)])
        : throw new ArgumentException($"{block.Tilted.Length} tilts are added to {Tilted.Length}.", nameof(block));

    /// <summary>The mean of the samples, for the centre that they were summed around; not a number where there are none.</summary>
    public double Mean(double centre) => centre + (Sum / Count);

    /// <summary>The unbiased sample variance, at least 0; not a number below two samples.</summary>
    public double Variance() => Count < 2 ? double.NaN : Math.Max(0, Squares - (Sum / Count * Sum)) / (Count - 1);

    private readonly record struct Distance(double Centre) : ISummand
    {
        public double Zero => Centre;

        public Vector<double> Of(Vector<double> samples) => samples - new Vector<double>(Centre);
    }

    private readonly record struct SquaredDistance(double Centre) : ISummand
    {
        public double Zero => Centre;

        public Vector<double> Of(Vector<double> samples)
        {
            var distance = samples - new Vector<double>(Centre);
            return distance * distance;
        }
    }
}
