using System.Collections.Immutable;
using System.Text;
using Verify.Evidence;

namespace Verify.Reports.Catalogue;

/// <summary>The page that holds what papers state against the claims that stand for it.</summary>
public static class CataloguePage
{
    /// <summary>
    /// The page in Markdown: for each paper its statements in order, with place, file, verdict, routes and assumptions, then the claims that go beyond the paper;
    /// then every other file in a line. <paramref name="papers"/> has the list of each folder that holds one, the folder named as in the report's paths;
    /// <paramref name="proofs"/> is how the page reaches these paths: <c>../</c>. A claim that a list names and no file has is a <see cref="FormatException"/>.
    /// </summary>
    public static string Of(RunReport report, IReadOnlyDictionary<string, Paper> papers, string proofs)
    {
        var page = new StringBuilder();
        page.Append("""
            # Catalogue

            What papers state, and what the claims in `proofs/` establish of it. A verdict is that of the claims named, all three routes together; what is left open says why. The ratio of an
            inequality is the largest ratio of its smaller side to its larger one that a search found: 1 is tight.
            The page is generated: `verify check proofs --catalogue docs/catalogue.md`.

            """);
        foreach (var (folder, paper) in papers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var files = report.Files.Where(file => file.File.Path.StartsWith(folder + "/", StringComparison.Ordinal)).ToImmutableArray();
            PaperSection.Append(page, paper, folder, files, proofs);
        }

        var others = report.Files.Where(file => !papers.Keys.Any(folder => file.File.Path.StartsWith(folder + "/", StringComparison.Ordinal))).ToList();
        if (others.Count > 0)
        {
            page.Append($"\n## Other claims\n\n{Markdown.Head("file", "what it is about", "claims", "verdicts")}\n");
            others.ForEach(file => page.Append(Row(file, proofs)).Append('\n'));
        }

        return page.ToString();
    }

    private static string Row(FileReport file, string proofs) => Markdown.Row(
        Markdown.Link(file.File.Path, proofs + file.File.Path),
        file.File.Title ?? "",
        file.Claims.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
        EvidenceText.Verdicts(file.Claims));
}
