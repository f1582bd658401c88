using System.Globalization;
using System.Text;
using Verify.Evidence.Mutants;

namespace Verify.Reports.Catalogue;

/// <summary>The page of mutants that nothing settled: what was changed, what was tried, and how near to 1 the ratio of the sides of an inequality came.</summary>
public static class SurvivorsPage
{
    private const int LongestExpression = 70;
    private const int LongestReason = 240;

    /// <summary>The page in Markdown. <paramref name="proofs"/> is how the page reaches the folder from which the report's paths are given: <c>../</c>.</summary>
    public static string Of(MutationReport report, string proofs)
    {
        var page = new StringBuilder();
        var score = Score.Of([.. report.Mutants]);
        page.Append(CultureInfo.InvariantCulture, $"""
            # Mutants that survive

            What `verify mutate` leaves open, as [mutants.md](mutants.md) explains: {score.Survive} of {score.Total} mutants of {report.Claims.Count()} claims. The best ratio of the sides is the largest that was found: one below 1
            says that the bound leaves room, one of 1 that the mutant is close where it was looked at. Conditions that were removed belong to theorems whose hypotheses are sufficient and not seen to be necessary. The page is
            generated: `verify mutate proofs --survivors docs/survivors.md`.


            """);
        page.Append(Markdown.Head("file", "claim", "what was changed", "from", "to", "best ratio", "what was tried")).Append('\n');
        foreach (var claim in report.Claims)
        {
            foreach (var mutant in claim.Mutants.Where(mutant => mutant.Fate is Fate.Survives or Fate.Conflict))
            {
                Append(page, claim, mutant, proofs);
            }
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, MutatedClaim claim, JudgedMutant judged, string proofs)
    {
        var (mutant, path) = (judged.Mutant, claim.Claim.Place.File);
        page.Append(Markdown.Row(
            Markdown.Link(Path.GetFileName(path), proofs + path),
            claim.Claim.Name,
            $"{mutant.Rule}, {mutant.Place}",
            Code(mutant.From),
            mutant.To.Length == 0 ? "not assumed" : Code(mutant.To),
            judged.BestRatio is { } best && double.IsFinite(best.Value) ? best.Value.ToString("G5", CultureInfo.InvariantCulture) : "",
            Shortened(judged.Reason, LongestReason))).Append('\n');
    }

    private static string Code(string expression) => Markdown.Code(Shortened(expression, LongestExpression));

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : $"{text.AsSpan(0, longest)}…";
}
