using System.Collections.Immutable;
using System.Text;
using Verify.Evidence;

namespace Verify.Reports.Catalogue;

/// <summary>One paper's part of the catalogue.</summary>
internal static class PaperSection
{
    /// <summary>Appends the paper's statements, and its files' other claims.</summary>
    public static void Append(StringBuilder page, Paper paper, string folder, ImmutableArray<FileReport> files, string proofs)
    {
        var cited = paper.Statements.Select(statement => (statement, Claims: ClaimsOf(statement, folder, files))).ToList();
        var open = paper.Statements.Where(statement => statement.Open.Length > 0).ToList();
        page.Append($"\n## {paper.Source}: {paper.Title}\n\n");
        page.Append($"{paper.Statements.Length} statements; {open.Count} with something open.\n\n");
        page.Append(Markdown.Head("place", "statement", "file", "verdict", "routes", "assumes")).Append('\n');
        foreach (var (statement, claims) in cited)
        {
            page.Append(Markdown.Row(
                statement.Place,
                statement.Text,
                string.Join(", ", statement.Claims.Select(citation => citation.File).Distinct().Select(file => Markdown.Link(file, $"{proofs}{folder}/{file}"))),
                Verdict(statement, claims),
                EvidenceText.Routes(claims),
                EvidenceText.Assumed(claims))).Append('\n');
        }

        AppendBeyond(page, files, [.. cited.SelectMany(pair => pair.Claims)], folder, proofs);
    }

    private static void AppendBeyond(StringBuilder page, ImmutableArray<FileReport> files, HashSet<ClaimReport> cited, string folder, string proofs)
    {
        var beyond = files.Select(file => (file, Claims: file.Claims.Where(claim => !cited.Contains(claim)).ToList())).Where(pair => pair.Claims.Count > 0).ToList();
        if (beyond.Count == 0)
        {
            return;
        }

        page.Append($"\nBeyond what the paper states:\n\n{Markdown.Head("file", "claims", "verdict")}\n");
        foreach (var (file, claims) in beyond)
        {
            var name = file.File.Path[(folder.Length + 1)..];
            page.Append(Markdown.Row(Markdown.Link(name, proofs + file.File.Path), string.Join("; ", claims.Select(claim => claim.Claim.Name)), EvidenceText.Verdicts(claims))).Append('\n');
        }
    }

    private static string Verdict(PaperStatement statement, IReadOnlyCollection<ClaimReport> claims)
    {
        var verdict = EvidenceText.Verdicts(claims) + EvidenceText.Ratios(claims);
        return statement.Open.Length == 0 ? verdict : $"{verdict}{(verdict.Length > 0 ? "; " : "")}open: {statement.Open}";
    }

    private static ImmutableArray<ClaimReport> ClaimsOf(PaperStatement statement, string folder, ImmutableArray<FileReport> files)
    {
        var place = $"{folder}/{PaperReader.FileName}: line {statement.Line}";
        return statement.Claims.IsEmpty && statement.Open.Length == 0
            ? throw new FormatException($"{place}: {statement.Place} has neither a claim nor a reason why it is open")
            : [.. statement.Claims.SelectMany(Cited)];

        IEnumerable<ClaimReport> Cited(ClaimCitation citation)
        {
            var file = files.FirstOrDefault(file => file.File.Path == $"{folder}/{citation.File}")
                ?? throw new FormatException($"{place}: {citation.File} is not among the files that were checked");
            return citation.Names.IsEmpty ? file.Claims : citation.Names.Select(name => file.Claims.FirstOrDefault(claim => claim.Claim.Name == name)
                ?? throw new FormatException($"{place}: {citation.File} has no claim named \"{name}\""));
        }
    }
}
