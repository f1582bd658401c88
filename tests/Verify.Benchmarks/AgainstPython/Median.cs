namespace Verify.Benchmarks.AgainstPython;

/// <summary>The median of a few figures.</summary>
internal static class Median
{
    /// <summary>The middle one of an odd number.</summary>
    public static double Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
