using System.Globalization;
using System.Security;
using System.Text;

namespace Verify.Attention.Plots;

/// <summary>Writes the elements of an SVG picture. Numbers have two decimals, whatever the language of the machine.</summary>
internal sealed class SvgText(int width, int height)
{
    private readonly StringBuilder _text = new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" ")
        .Append("font-family=\"sans-serif\" font-size=\"13\">\n")
        .Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n");

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1) => _text.Append(
        CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{colour}\" stroke-width=\"{thickness:0.##}\"/>\n");

    /// <summary>A line through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string colour) => _text.Append(CultureInfo.InvariantCulture,
        $"<polyline points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")))}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>\n");

    /// <summary>A dot.</summary>
    public void Dot(double x, double y, string colour) =>
        _text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"3.5\" fill=\"{colour}\"/>\n");

    /// <summary>Words: <c>start</c>, <c>middle</c> or <c>end</c> at the place, turned by degrees about it.</summary>
    public void Words(double x, double y, string words, string anchor, int turn = 0) => _text.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\"{(turn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate({turn} {x:0.##} {y:0.##})\""))}>{SecurityElement.Escape(words)}</text>\n");

    /// <summary>The picture.</summary>
    public override string ToString() => $"{_text}</svg>\n";
}
