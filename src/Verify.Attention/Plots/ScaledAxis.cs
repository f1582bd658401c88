using System.Globalization;

namespace Verify.Attention.Plots;

/// <summary>An axis of a plot: numbers to places along it, from an even range, of the numbers or of their decimal logarithms.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends, above.</param>
/// <param name="Step">The distance of its marks.</param>
internal sealed record ScaledAxis(double Low, double High, double Step)
{
    private const int Marks = 6;
    private const double WideRange = 30;

    /// <summary>Whether the range is of logarithms.</summary>
    public bool IsLogarithmic { get; private init; }

    /// <summary>The marks.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(i => Low + (i * Step)).Select(x => IsLogarithmic ? Math.Pow(10, x) : x);

    /// <summary>The axis for means: from 0, or by powers of ten where all are positive and the largest is more than 30 times the least.</summary>
    public static ScaledAxis ForMeans(IEnumerable<double> values)
    {
        double[] shown = [.. values.Where(double.IsFinite).DefaultIfEmpty(0)];
        return shown.Min() > 0 && shown.Max() > WideRange * shown.Min()
            ? new(Math.Floor(Math.Log10(shown.Min())), Math.Ceiling(Math.Log10(shown.Max())), 1) { IsLogarithmic = true }
            : Over(shown.Append(0));
    }

    /// <summary>The axis that shows all values, with marks at 1, 2 or 5 times a power of ten.</summary>
    public static ScaledAxis Over(IEnumerable<double> values)
    {
        double[] shown = [.. values.Where(double.IsFinite).DefaultIfEmpty(0)];
        var (low, high) = (shown.Min(), shown.Max());
        if (high - low <= 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            high = low + Math.Max(Math.Abs(low), 1);
        }

        var rough = (high - low) / Marks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>From 0 at the beginning to 1 at the end.</summary>
    public double Share(double value) => ((IsLogarithmic ? Math.Log10(value) : value) - Low) / (High - Low);

    /// <summary>A mark as text, without the rounding of its sum.</summary>
    public string Text(double tick) => IsLogarithmic ? tick.ToString("G6", CultureInfo.InvariantCulture)
        : Math.Round(tick / Step) is var count && count == 0 ? "0" : (count * Step).ToString("G6", CultureInfo.InvariantCulture);
}
