using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Verify.Attention.Experiments;
using Verify.Attention.Plots;
using Verify.Testing;

namespace Verify.Attention.Tests.Plots;

public sealed class PlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_plot_shows_every_measured_mean_with_its_interval_and_names_every_series()
    {
        var report = new ExperimentReport("some-name", new(), "M < N & so on", true)
        {
            Rows =
            [
                new("first", "a", 1, 2, Agreement.Agrees, true) { Measured = 2.1, Low = 1.9, High = 2.2 },
                new("first", "b", 2, 3, Agreement.Agrees, true) { Measured = 3.1, Low = 2.9, High = 3.2 },
                new("second", "a", 1, 1, Agreement.Open, false),
            ],
        };
        var plot = XDocument.Parse(ExperimentPlot.Of(report));
        string[] words = [.. plot.Descendants(Svg + "text").Select(text => text.Value)];
        Assert.Superset(new HashSet<string> { "some-name", "first", "second", "M < N & so on", "mean over prompts" }, words.ToHashSet());

        // Two measured means, and one dot for each series in the legend.
        Assert.Equal(4, plot.Descendants(Svg + "circle").Count());
        var heights = plot.Descendants(Svg + "circle").Select(circle => double.Parse((string)circle.Attribute("cy")!, CultureInfo.InvariantCulture)).ToArray();
        Assert.True(heights[0] > heights[1]);
    }

    [Fact]
    public void Cases_are_named_below_the_axis()
    {
        var report = new ExperimentReport("x", new(), "case", true) { Rows = [new("s", "one case", 0, 1, Agreement.Open, false), new("s", "another", 1, 1, Agreement.Open, false)] };
        string[] words = [.. XDocument.Parse(ExperimentPlot.Of(report)).Descendants(Svg + "text").Select(text => text.Value)];
        Assert.Superset(new HashSet<string> { "one case", "another" }, words.ToHashSet());
    }

    [Fact]
    public void Means_of_very_different_sizes_stand_on_powers_of_ten()
    {
        var axis = ScaledAxis.ForMeans([0.2, 3, 70]);
        Assert.Equal((string[])["0.1", "1", "10", "100"], axis.Ticks.Select(axis.Text));
        Assert.Equal(0.5, axis.Share(Math.Sqrt(10)), 1e-12);
        Assert.False(ScaledAxis.ForMeans([0, 3, 70]).IsLogarithmic);
    }

    [Fact]
    public void An_axis_covers_its_values_with_five_to_nine_even_marks() => Prop.ForAll(
        Gen.Choose(-1000, 1000).Two().ToArbitrary(), Gen.Choose(-6, 6).ToArbitrary(), (ends, power) =>
        {
            double[] values = [ends.Item1 * Math.Pow(10, power), ends.Item2 * Math.Pow(10, power)];
            var axis = ScaledAxis.Over(values);
            return values.All(value => axis.Share(value) is >= -1e-9 and <= 1 + 1e-9) && axis.Ticks.Count() is >= 3 and <= 9
                && axis.Ticks.All(tick => Math.Abs(double.Parse(axis.Text(tick), CultureInfo.InvariantCulture) - tick) <= 1e-5 * axis.Step * 1000);
        }).Holds(300);
}
