using System.Text;
using Verify.Evidence;

namespace Verify.Reports.Catalogue;

/// <summary>The page of what is wrong as printed: the statement, its counterexample, and the correction with its verdict.</summary>
public static class ErrataPage
{
    /// <summary>The page in Markdown. <paramref name="proofs"/> is how the page reaches the folder from which the report's paths are given: <c>../</c>.</summary>
    public static string Of(RunReport report, string proofs)
    {
        var page = new StringBuilder();
        page.Append("""
            # Errata

            Statements that are wrong as printed, how that was established, and how they read corrected. A statement enters this page only when the tool refutes it as
            printed; both statements are claims of the file named. The page is generated: `verify check proofs --errata docs/errata.md`.

            """);
        var source = "";
        foreach (var file in report.Files)
        {
            foreach (var (printed, corrected) in AsPrinted.PairsOf(file))
            {
                var paper = Paper(file.File.Source ?? "");
                page.Append(paper == source ? "" : $"\n## {paper}\n");
                source = paper;
                Append(page, file, printed, corrected, proofs);
            }
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, FileReport file, ClaimReport printed, ClaimReport? corrected, string proofs)
    {
        var subject = AsPrinted.Subject(printed);
        page.Append($"\n### {char.ToUpperInvariant(subject[0])}{subject[1..]}\n\n");
        page.Append($"{Markdown.Link(Path.GetFileName(file.File.Path), proofs + file.File.Path)}, {file.File.Source}. {file.File.Remark}\n\n");
        page.Append($"As printed, {printed.Verdict.Word()}:\n```\n{printed.Claim.Text}\n```\n");
        if (printed.Counterexample is { } counterexample)
        {
            var at = MatrixText.At(counterexample);
            page.Append($"Counterexample: {(at.Length == 0 ? "as it stands" : at)}; left {counterexample.Left}, right {counterexample.Right}.\n\n");
        }

        page.Append(corrected is null ? "No correction is claimed.\n" : $"Corrected, {corrected.Verdict.Word()}:\n```\n{corrected.Claim.Text}\n```\n");
    }

    // "Zhang, Frei & Bartlett 2024, (C.15)": what stands before the place.
    private static string Paper(string source) =>
        System.Text.RegularExpressions.Regex.Match(source, @"^.*?\d{4}") is { Success: true } match ? match.Value : source;
}
