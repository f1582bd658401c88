using Spectre.Console;
using Verify.Evidence;

namespace Verify.Cli.Output;

/// <summary>The verdicts of a file as a table that fits the terminal.</summary>
public static class VerdictTable
{
    /// <summary>Prints the table at a width in columns.</summary>
    public static void Print(Host host, int width, IEnumerable<ClaimReport> claims)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(host.Out),
            Ansi = host.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = host.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn(""), new TableColumn("verdict"), new TableColumn("claim"), new TableColumn("routes"), new TableColumn("time").RightAligned());
        foreach (var claim in claims)
        {
            var style = StyleOf(claim);
            table.AddRow(
                new Text(VerdictText.Standing(claim), style) { Overflow = Overflow.Fold },
                new Text(claim.Verdict.Word(), style),
                new Text(VerdictText.Title(claim)),
                new Text(VerdictText.Routes(claim)),
                new Text(VerdictText.Seconds(claim.Elapsed)));
        }

        console.Write(table);
    }

    private static Style StyleOf(ClaimReport claim) => VerdictText.Standing(claim) switch
    {
        "holds" => new(Color.Green),
        "open" => new(Color.Yellow),
        _ => new(Color.Red, decoration: Decoration.Bold),
    };
}
