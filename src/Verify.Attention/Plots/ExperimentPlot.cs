using System.Collections.Immutable;
using Verify.Attention.Experiments;

namespace Verify.Attention.Plots;

/// <summary>
/// An experiment as an SVG picture: for each series a line through the predicted means, and the measured ones as dots with their intervals. Where the places on the horizontal
/// axis are only numbers of cases, the labels of the cases stand below it.
/// </summary>
public static class ExperimentPlot
{
    private const int Width = 900;
    private const int Height = 480;
    private const int Left = 80;
    private const int Right = 600;
    private const int Top = 40;
    private const int Bottom = 360;
    private const int Aside = 9;

    // Told apart also by those who do not see red or green.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999"];

    /// <summary>The picture as text.</summary>
    public static string Of(ExperimentReport report)
    {
        var picture = new SvgText(Width, Height);
        var horizontal = IsOfCases(report) ? new(-0.5, report.Rows.Max(row => row.At) + 0.5, 1) : ScaledAxis.Over(report.Rows.Select(row => row.At));
        var vertical = ScaledAxis.ForMeans(report.Rows.SelectMany(Shown));
        picture.Words((Left + Right) / 2, 24, report.Experiment, "middle");
        DrawAxes(picture, report, horizontal, vertical);
        var series = report.Rows.GroupBy(row => row.Series).ToImmutableArray();
        for (var i = 0; i < series.Length; i++)
        {
            var (colour, y) = (Colours[i % Colours.Length], Top + 40 + (18 * i));
            var aside = IsOfCases(report) ? Aside * (i - ((series.Length - 1) / 2.0)) : 0;
            DrawPredicted(picture, [.. series[i].OrderBy(row => row.At).Select(row => (Across(row.At) + aside, Up(row.Predicted)))], colour, !IsOfCases(report));
            foreach (var row in series[i])
            {
                DrawMeasured(picture, row, colour, at => Across(at) + aside, Up);
            }

            picture.Line(Right + 20, y, Right + 44, y, colour, 1.5);
            picture.Dot(Right + 32, y, colour);
            picture.Words(Right + 52, y + 4, series[i].Key, "start");
        }

        picture.Words(Right + 20, Top + 4, "line: predicted", "start");
        picture.Words(Right + 20, Top + 22, "dot and bar: measured", "start");
        return picture.ToString();

        double Across(double value) => Left + ((Right - Left) * horizontal.Share(value));
        double Up(double value) => Bottom - ((Bottom - Top) * vertical.Share(value));
    }

    private static bool IsOfCases(ExperimentReport report) => report.Axis == Plan.Cases;

    // A line through means that belong together, a short line at each that does not.
    private static void DrawPredicted(SvgText picture, IReadOnlyList<(double X, double Y)> means, string colour, bool areJoined)
    {
        if (areJoined && means.Count > 1)
        {
            picture.Path(means, colour);
            return;
        }

        foreach (var (x, y) in means)
        {
            picture.Line(x - Aside, y, x + Aside, y, colour, 1.5);
        }
    }

    private static IEnumerable<double> Shown(RowReport row) => ((double?[])[row.Predicted, row.Measured, row.Low, row.High]).OfType<double>();

    private static void DrawMeasured(SvgText picture, RowReport row, string colour, Func<double, double> across, Func<double, double> up)
    {
        if (row.Measured is not { } measured)
        {
            return;
        }

        var x = across(row.At);
        if (row is { Low: { } low, High: { } high } && double.IsFinite(low) && double.IsFinite(high))
        {
            picture.Line(x, up(low), x, up(high), colour);
            picture.Line(x - 4, up(low), x + 4, up(low), colour);
            picture.Line(x - 4, up(high), x + 4, up(high), colour);
        }

        picture.Dot(x, up(measured), colour);
    }

    private static void DrawAxes(SvgText picture, ExperimentReport report, ScaledAxis horizontal, ScaledAxis vertical)
    {
        picture.Line(Left, Bottom, Right, Bottom, "black");
        picture.Line(Left, Bottom, Left, Top, "black");
        foreach (var tick in vertical.Ticks)
        {
            var y = Bottom - ((Bottom - Top) * vertical.Share(tick));
            picture.Line(Left - 5, y, Left, y, "black");
            picture.Line(Left, y, Right, y, "#dddddd", 0.5);
            picture.Words(Left - 8, y + 4, vertical.Text(tick), "end");
        }

        foreach (var (at, text, turn) in Marks(report, horizontal))
        {
            var x = Left + ((Right - Left) * horizontal.Share(at));
            picture.Line(x, Bottom, x, Bottom + 5, "black");
            picture.Words(x, Bottom + 20, text, turn == 0 ? "middle" : "end", turn);
        }

        picture.Words((Left + Right) / 2, Height - 12, IsOfCases(report) ? "" : report.Axis, "middle");
        picture.Words(22, (Top + Bottom) / 2, "mean over prompts", "middle", -90);
    }

    private static IEnumerable<(double At, string Text, int Turn)> Marks(ExperimentReport report, ScaledAxis horizontal) => IsOfCases(report)
        ? report.Rows.DistinctBy(row => row.At).Select(row => (row.At, row.Label, -30))
        : horizontal.Ticks.Select(tick => (tick, horizontal.Text(tick), 0));
}
