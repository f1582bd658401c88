using System.Text.Json;
using Verify.Evidence;
using Verify.Evidence.Mutants;
using Verify.Language.Printing;

namespace Verify.Reports;

/// <summary>What became of mutants as JSON, schema <c>verify.mutants/1</c>: each claim with every mutant of it, then the scores.</summary>
public static class MutantsJson
{
    /// <summary>The document in UTF-8, with a line end. It depends on the input and the seed alone.</summary>
    public static ReadOnlyMemory<byte> Of(MutationReport report) => JsonDocuments.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "verify.mutants/1");
        json.WriteNumber("seed", report.Seed);
        json.WriteBoolean("reproducible", report.Reproducible);
        json.WriteStartArray("claims");
        foreach (var claim in report.Claims)
        {
            Write(json, claim);
        }

        json.WriteEndArray();
        WriteScores(json, "rules", "rule", report.ByRule);
        WriteScores(json, "folders", "folder", report.ByFolder);
        WriteScores(json, "kinds", "kind", report.ByKind.Select(row => (row.Kind.Name(), row.Score)));
        JsonDocuments.WriteErrors(json, report.Errors);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, MutatedClaim claim)
    {
        json.WriteStartObject();
        json.WriteString("file", claim.Claim.Place.File);
        json.WriteNumber("line", claim.Claim.Place.Line);
        json.WriteString("name", claim.Claim.Name);
        json.WriteString("kind", claim.Kind.Name());
        json.WriteNumber("made", claim.Made);
        json.WriteStartArray("mutants");
        foreach (var mutant in claim.Mutants)
        {
            Write(json, mutant);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JudgedMutant judged)
    {
        json.WriteStartObject();
        json.WriteString("rule", judged.Mutant.Rule);
        json.WriteString("place", judged.Mutant.Place);
        json.WriteString("from", judged.Mutant.From);
        json.WriteString("to", judged.Mutant.To);
        json.WriteString("fate", judged.Fate.ToString().ToLowerInvariant());
        json.WriteString("settledBy", judged.SettledBy);
        if (judged.Fate is Fate.Survives or Fate.Conflict)
        {
            json.WriteString("statement", CorePrinter.Print(judged.Mutant.Claim.Statement));
            json.WriteString("reason", judged.Reason);
            if (judged.BestRatio is { } best && double.IsFinite(best.Value))
            {
                json.WriteNumber("bestRatio", best.Value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, string list, string key, IEnumerable<(string Name, Score Score)> rows)
    {
        json.WriteStartArray(list);
        foreach (var (name, score) in rows)
        {
            json.WriteStartObject();
            json.WriteString(key, name);
            json.WriteNumber("mutants", score.Total);
            json.WriteNumber("refuted", score.Refuted);
            json.WriteNumber("equivalent", score.Equivalent);
            json.WriteNumber("follows", score.Follows);
            json.WriteNumber("void", score.Void);
            json.WriteNumber("survive", score.Survive);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
