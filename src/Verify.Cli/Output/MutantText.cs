using System.Globalization;
using Verify.Evidence;
using Verify.Evidence.Mutants;
using Verify.Language.Printing;

namespace Verify.Cli.Output;

/// <summary>Prints a run of <c>verify mutate</c>: a line for each claim, every mutant that survives or is a finding, and the scores.</summary>
public static class MutantText
{
    private const int Longest = 400;

    /// <summary>Prints the report.</summary>
    public static void Print(TextWriter writer, MutationReport report, TimeSpan elapsed)
    {
        foreach (var (file, claims) in report.Files.Where(file => !file.Claims.IsEmpty))
        {
            writer.WriteLine(file.Title is { } title ? $"{file.Path}: {title}" : file.Path);
            var widest = Math.Min(60, claims.Max(claim => claim.Claim.Name.Length + 2));
            foreach (var claim in claims)
            {
                Print(writer, claim, widest);
            }

            writer.WriteLine();
        }

        Table(writer, "by rule", report.ByRule);
        Table(writer, "by folder", report.ByFolder);
        Table(writer, "by kind of statement", report.ByKind.Select(row => (row.Kind.Name(), row.Score)));
        writer.WriteLine(Summary(report, elapsed));
        writer.Flush();
    }

    private static void Print(TextWriter writer, MutatedClaim claim, int widest)
    {
        var score = Score.Of(claim.Mutants);
        var name = $"\"{claim.Claim.Name}\"".PadRight(widest);
        var left = claim.Made > claim.Mutants.Length ? $", of {claim.Made} that the rules make" : "";
        writer.WriteLine($"  {name}  {Mutants(score.Total)}: {Fates(score)}{left}");
        foreach (var mutant in claim.Mutants)
        {
            if (mutant.Fate is Fate.Survives or Fate.Conflict || mutant is { Fate: Fate.Equivalent, Mutant.SaysMore: true })
            {
                Print(writer, mutant);
            }
        }
    }

    private static void Print(TextWriter writer, JudgedMutant judged)
    {
        var mutant = judged.Mutant;
        var change = mutant.To.Length == 0 ? $"{Shortened(mutant.From)} is not assumed" : $"{Shortened(mutant.From)} becomes {Shortened(mutant.To)}";
        var fate = judged.Fate switch { Fate.Equivalent => "is proved all the same", Fate.Conflict => "is a conflict", _ => "survives" };
        writer.WriteLine($"    {fate}: {mutant.Rule}, {mutant.Place}: {change}");
        if (judged.Fate == Fate.Equivalent)
        {
            return;
        }

        writer.WriteLine($"      {Shortened(CorePrinter.Print(mutant.Claim.Statement))}");
        writer.WriteLine($"      {Shortened(judged.Reason)}");
        if (judged.BestRatio is { } best)
        {
            writer.WriteLine($"      best ratio {best.Value.ToString("0.######", CultureInfo.InvariantCulture)}");
        }
    }

    private static void Table(TextWriter writer, string title, IEnumerable<(string Name, Score Score)> rows)
    {
        var all = rows.ToList();
        var widest = Math.Max(title.Length, all.Select(row => row.Name.Length).DefaultIfEmpty(0).Max());
        writer.WriteLine($"{title.PadRight(widest)}  mutants  refuted  equivalent  follows  void  survive  settled");
        foreach (var (name, score) in all)
        {
            writer.WriteLine($"{name.PadRight(widest)}  {score.Total,7}  {score.Refuted,7}  {score.Equivalent,10}  {score.Follows,7}  {score.Void,4}  {score.Survive,7}  {Percent(score),7}");
        }

        writer.WriteLine();
    }

    private static string Summary(MutationReport report, TimeSpan elapsed)
    {
        var score = Score.Of([.. report.Mutants]);
        var claims = report.Claims.Count();
        var errors = report.Errors.Count();
        return $"{Mutants(score.Total)} of {(claims == 1 ? "1 claim" : $"{claims} claims")}: {Fates(score)}; {Percent(score)} settled"
            + (errors > 0 ? $"; {(errors == 1 ? "1 error" : $"{errors} errors")} in the input" : "")
            + (report.Reproducible ? "" : "; stopped early, not reproducible")
            + $"; {VerdictText.Seconds(elapsed)}";
    }

    private static string Fates(Score score) =>
        $"{score.Refuted} refuted, {score.Equivalent} equivalent, {Some(score.Follows, "follow, ")}{Some(score.Void, "void, ")}{score.Survive} survive";

    private static string Some(int count, string fate) => count > 0 ? $"{count} {fate}" : "";

    private static string Mutants(int count) => count == 1 ? "1 mutant" : $"{count} mutants";

    // Rounded down, so that 100 % means all.
    private static string Percent(Score score) => (Math.Floor(1000 * score.Settled) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Shortened(string text) => text.Length <= Longest ? text : $"{text.AsSpan(0, Longest)}… ({text.Length} characters)";
}
