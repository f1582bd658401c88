using System.Globalization;
using Verify.Attention.Experiments;

namespace Verify.Cli.Output;

/// <summary>Prints what an experiment found, in plain aligned columns.</summary>
public static class ExperimentTable
{
    /// <summary>The names of all experiments and what they ask.</summary>
    public static void PrintNames(Host host)
    {
        foreach (var line in Aligned([.. Catalogue.Names.Select(known => (string[])[known.Name, known.Question])]))
        {
            host.Out.WriteLine($"  {line}");
        }
    }

    /// <summary>The trained layers, then predicted and measured means with their intervals.</summary>
    public static void Print(Host host, ExperimentReport report)
    {
        var settings = report.Settings;
        host.Out.WriteLine(Invariant($"{report.Experiment}: d = {settings.D}, N = {settings.N}, seed {settings.Seed}"));
        foreach (var layer in report.Layers.Where(layer => layer.Steps > 0))
        {
            host.Out.WriteLine($"  layer trained on {layer.Name}: u U within {Bound(layer.Distance)} of the theory's limit");
        }

        string[] heads = ["series", "at", "predicted", "measured", "interval", "prompts", ""];
        foreach (var line in Aligned([heads, .. report.Rows.Select(Cells)]))
        {
            host.Out.WriteLine($"  {line}");
        }

        host.Out.WriteLine(Invariant($"Intervals hold together with a chance of {settings.Risk:0.##e-0} to be wrong; agreement rules out an error of {Share(settings.Margin)}."));
        if (!report.IsFinished)
        {
            host.Out.WriteLine("Stopped early, not reproducible.");
        }
    }

    private static string[] Cells(RowReport row) =>
    [
        row.Series,
        row.Label,
        Figure(row.Predicted),
        row.Measured is { } measured ? Figure(measured) : "-",
        row is { Low: { } low, High: { } high } ? $"{Figure(low)} to {Figure(high)}" : "-",
        row.Prompts.ToString(CultureInfo.InvariantCulture),
        row.Agreement.ToString().ToLowerInvariant() + (row is { IsExpected: true, Agreement: Agreement.Differs } ? ", as expected" : ""),
    ];

    private static IEnumerable<string> Aligned(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    // Four digits, and all of those before the point; what is only rounding is 0.
    private static string Figure(double value) => Math.Abs(value) switch
    {
        < 1e-12 => "0",
        < 1e-4 => value.ToString("0.#e-0", CultureInfo.InvariantCulture),
        var size => Math.Round(value, Math.Clamp(3 - (int)Math.Floor(Math.Log10(size)), 0, 7)).ToString("0.#######", CultureInfo.InvariantCulture),
    };

    // Of a distance that only says how far an integration went, the power of ten.
    private static string Bound(double value) => value is > 0 and < 1e-4 ? Invariant($"{Math.Pow(10, 2 + Math.Ceiling(Math.Log10(value))):0e-0} %") : Share(value);

    private static string Share(double value) => Invariant($"{100 * value:G3} %");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
