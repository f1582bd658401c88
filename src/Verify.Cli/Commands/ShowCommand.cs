using System.Collections.Immutable;
using System.Text;
using Verify.Cli.Input;
using Verify.Cli.Output;
using Verify.Evidence;
using Verify.Language.Printing;
using Verify.Reports;

namespace Verify.Cli.Commands;

/// <summary><c>verify show</c>: what the <c>show</c> lines of a file derive.</summary>
public static class ShowCommand
{
    /// <summary>Reads, derives, prints, and gives the exit status: 2 for errors of the input, 3 where something could not be derived, otherwise 0.</summary>
    public static int Run(Host host, string path, string format)
    {
        var files = Corpus.Read([path], RunSettings.Default.Threads, file => file.Shows.Length, "show lines");
        var shown = Derivations.Of(files, RunSettings.Default, host.Interrupt);
        switch (format)
        {
            case "json":
                host.Out.Write(Encoding.UTF8.GetString(ShowReport.Of(shown, [.. files.SelectMany(file => file.Errors)]).Span));
                break;
            case "latex":
                Print(host.Out, shown, "% ", line => LatexPrinter.PrintInFull(line.Derived.NormalForm!));
                break;
            default:
                Print(host.Out, shown, "", line => $"  = {CorePrinter.PrintInFull(line.Derived.NormalForm!)}");
                break;
        }

        host.Out.Flush();
        ErrorOutput.Print(host, files.SelectMany(file => file.Errors));
        return files.Any(file => !file.Errors.IsEmpty) ? ExitStatus.Unusable
            : shown.Any(line => line.Derived.NormalForm is null) ? ExitStatus.Undecided
            : ExitStatus.Holds;
    }

    private static void Print(TextWriter writer, ImmutableArray<ShownLine> shown, string comment, Func<ShownLine, string> normalForm)
    {
        foreach (var line in shown)
        {
            writer.WriteLine($"{comment}{line.Show.Place.File}:{line.Show.Place.Line}: {line.Show.Text.ReplaceLineEndings(" ")}");
            writer.WriteLine(line.Derived.NormalForm is null ? $"{comment}  undecided: {line.Derived.Detail}" : normalForm(line));
        }
    }
}
