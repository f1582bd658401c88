using Verify.Evidence;
using Verify.Language.Printing;

namespace Verify.Cli.Output;

/// <summary>Prints how a claim was derived: numbered steps, each with its rule.</summary>
public static class DerivationText
{
    /// <summary>As text.</summary>
    public static void Print(TextWriter writer, ClaimReport report)
    {
        writer.WriteLine($"{report.Claim.Place.File}:{report.Claim.Place.Line}: {VerdictText.Title(report)}: {report.Statement}");
        foreach (var route in report.Routes)
        {
            writer.WriteLine($"  {route.Route}: {route.Finding.Outcome.Word()}{(route.Finding.Detail.Length == 0 ? "" : $": {route.Finding.Detail}")}");
            foreach (var (step, number) in route.Finding.Derivation.Select((step, index) => (step, index + 1)))
            {
                writer.WriteLine($"  {number,3}. {step.Rule}");
                writer.WriteLine($"         {CorePrinter.Print(step.From)}");
                writer.WriteLine($"       → {CorePrinter.Print(step.To)}");
            }
        }
    }

    /// <summary>As LaTeX for a document that loads amsmath: an enumeration of displayed steps.</summary>
    public static void PrintLatex(TextWriter writer, ClaimReport report)
    {
        writer.WriteLine($"% {report.Claim.Place.File}:{report.Claim.Place.Line}: {VerdictText.Title(report)} is {report.Verdict.Word()}");
        foreach (var route in report.Routes.Where(route => !route.Finding.Derivation.IsEmpty))
        {
            writer.WriteLine(@"\begin{enumerate}");
            foreach (var step in route.Finding.Derivation)
            {
                writer.WriteLine($@"\item {LatexWords(step.Rule)}");
                writer.WriteLine($@"  \[ {LatexPrinter.Print(step.From)} \;\to\; {LatexPrinter.Print(step.To)} \]");
            }

            writer.WriteLine(@"\end{enumerate}");
        }
    }

    /// <summary>The characters that mean something to LaTeX, escaped.</summary>
    private static string LatexWords(string words) => string.Concat(words.Select(letter => letter switch
    {
        '\\' => @"\textbackslash{}",
        '^' => @"\textasciicircum{}",
        '~' => @"\textasciitilde{}",
        '{' or '}' or '_' or '%' or '&' or '#' or '$' => $"\\{letter}",
        _ => letter.ToString(),
    }));
}
