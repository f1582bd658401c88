using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Simulation.Reduction;

/// <summary>One point of a cubature and its weight.</summary>
/// <param name="Weight">The weight; all of a rule add up to 1.</param>
/// <param name="Standard">The point z, one number for each entry.</param>
internal sealed record CubaturePoint(Rational Weight, double[] Standard);

/// <summary>
/// Rules Σ wₖ f(zₖ) that are E[f(z)] for every polynomial f of a degree, for z of n independent entries with mean 0, variance 1 and no third moment; those of
/// degree 4 and 5 for standard normal entries.
/// </summary>
internal static class Cubature
{
    /// <summary>The rule. Where f(z) = f(-z) for all z, half of the points do. A degree above 5 throws <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static ImmutableArray<CubaturePoint> Of(int n, int degree, bool isEven) => degree switch
    {
        <= 1 => [new(Rational.One, new double[n])],
        <= 3 => [.. Axes(n, Math.Sqrt(n), new(1, 2 * n), isEven)],
        <= 5 => [.. Fifth(n, isEven)],
        _ => throw new ArgumentOutOfRangeException(nameof(degree), degree, "No rule of this degree."),
    };

    // ±r on each axis.
    private static IEnumerable<CubaturePoint> Axes(int n, double r, Rational weight, bool isEven) =>
        Signed(Enumerable.Range(0, n).Select(i => Point(n, (i, r))), weight, isEven);

    // The products of the three points ±√3 and 0 on the line that have at most two entries beside 0.
    private static IEnumerable<CubaturePoint> Fifth(int n, bool isEven)
    {
        var r = Math.Sqrt(3);
        var pairs = Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).SelectMany(j => new[] { Point(n, (i, r), (j, r)), Point(n, (i, r), (j, -r)) }));
        return Axes(n, r, new(4 - n, 18), isEven)
            .Concat(Signed(pairs, new(1, 36), isEven))
            .Prepend(new(Rational.One + new Rational(n * (n - 7), 18), new double[n]));
    }

    private static IEnumerable<CubaturePoint> Signed(IEnumerable<double[]> points, Rational weight, bool isEven) => points.SelectMany(point => isEven
        ? new[] { new CubaturePoint(2 * weight, point) }
        : [new(weight, point), new(weight, Array.ConvertAll(point, x => -x))]);

    private static double[] Point(int n, params ReadOnlySpan<(int Entry, double Value)> entries)
    {
        var point = new double[n];
        foreach (var (entry, value) in entries)
        {
            point[entry] = value;
        }

        return point;
    }
}
