using System.Text;
using Verify.Evidence;
using Verify.Language;
using Verify.Language.Printing;

namespace Verify.Cli.Output;

/// <summary>Prints how a claim was derived: numbered steps, each with its rule.</summary>
public static class DerivationText
{
    /// <summary>As text, long sides broken between terms at the width in columns.</summary>
    public static void Print(TextWriter writer, ClaimReport report, int width)
    {
        writer.WriteLine($"{report.Claim.Place.File}:{report.Claim.Place.Line}: {VerdictText.Title(report)}: {report.Statement}");
        foreach (var route in report.Routes)
        {
            writer.WriteLine($"  {route.Route}: {route.Finding.Outcome.Word()}{(route.Finding.Detail.Length == 0 ? "" : $": {route.Finding.Detail}")}");
            foreach (var (step, number) in route.Finding.Derivation.Select((step, index) => (step, index + 1)))
            {
                writer.WriteLine($"  {number,3}. {step.Rule}");
                writer.WriteLine(Broken("         ", CorePrinter.Print(step.From), width));
                writer.WriteLine(Broken($"       {Sign(step.Relation)} ", CorePrinter.Print(step.To), width));
            }
        }
    }

    private static string Sign(Relation relation) => relation switch
    {
        Relation.Less => "<",
        Relation.LessOrEqual => "≤",
        Relation.Greater => ">",
        Relation.GreaterOrEqual => "≥",
        Relation.NotEqual => "≠",
        _ => "→",
    };

    private static string LatexSign(Relation relation) => relation switch
    {
        Relation.Less => "<",
        Relation.LessOrEqual => @"\le",
        Relation.Greater => ">",
        Relation.GreaterOrEqual => @"\ge",
        Relation.NotEqual => @"\ne",
        _ => @"\to",
    };

    /// <summary>The text behind a lead, on as many lines as it needs: broken before a sign where there is one, or else at a space.</summary>
    private static string Broken(string lead, string text, int width)
    {
        var (lines, rest, room) = (new StringBuilder(lead), text, Math.Max(width - lead.Length - 2, 20));
        while (rest.Length > room)
        {
            var at = Math.Max(rest.LastIndexOf(" + ", room, room, StringComparison.Ordinal), rest.LastIndexOf(" - ", room, room, StringComparison.Ordinal));
            at = at > room / 3 ? at : rest.LastIndexOf(' ', room, room);
            if (at <= 0)
            {
                break;
            }

            lines.AppendLine(rest[..at]).Append(' ', lead.Length + 2);
            (rest, room) = (rest[(at + 1)..], Math.Max(width - lead.Length - 4, 20));
        }

        return lines.Append(rest).ToString();
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
                writer.WriteLine($@"  \[ {LatexPrinter.Print(step.From)} \;{LatexSign(step.Relation)}\; {LatexPrinter.Print(step.To)} \]");
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
