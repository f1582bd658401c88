using System.Collections.Immutable;
using System.Text.Json;
using Verify.Evidence;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Reports;

/// <summary>The report <c>verify.report/1</c>: one JSON object in UTF-8, Greek letters as themselves.</summary>
public static class JsonReport
{
    /// <summary>The bytes of the report, with a line end.</summary>
    public static ReadOnlyMemory<byte> Of(RunReport report) => JsonDocuments.Write(json => Write(json, report));

    private static void Write(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartObject();
        json.WriteString("schema", "verify.report/1");
        json.WriteNumber("seed", report.Seed);
        json.WriteNumber("risk", report.Risk);
        json.WriteNumber("riskOfAClaim", report.RiskOfAClaim);
        json.WriteBoolean("reproducible", report.Reproducible);
        json.WriteStartArray("claims");
        foreach (var claim in report.Claims)
        {
            Write(json, claim);
        }

        json.WriteEndArray();
        JsonDocuments.WriteErrors(json, report.Errors);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClaimReport report)
    {
        json.WriteStartObject();
        json.WriteString("file", report.Claim.Place.File);
        json.WriteNumber("line", report.Claim.Place.Line);
        json.WriteString("name", report.Claim.Name);
        json.WriteString("expect", report.Claim.ExpectedTrue ? "true" : "false");
        json.WriteString("verdict", report.Verdict.Word());
        json.WriteBoolean("holds", report.Holds);
        if (report.Reason.Length > 0)
        {
            json.WriteString("reason", report.Reason);
        }

        json.WriteString("statement", report.Statement);
        json.WriteStartArray("routes");
        foreach (var route in report.Routes)
        {
            Write(json, route);
        }

        json.WriteEndArray();
        if (report.Difference is var (derived, difference))
        {
            json.WriteString("derived", derived);
            json.WriteString("difference", difference);
        }

        json.WritePropertyName("counterexample");
        Write(json, report.Claim, report.Counterexample);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RouteReport route)
    {
        json.WriteStartObject();
        json.WriteString("route", route.Route);
        json.WriteString("outcome", route.Finding.Outcome.Word());
        if (route.Finding.Detail.Length > 0)
        {
            json.WriteString("detail", route.Finding.Detail);
        }

        if (route.Finding.Instances is { } instances)
        {
            json.WriteNumber("instances", instances);
        }

        if (route.Finding.Sampled is { } sampled)
        {
            Write(json, sampled);
        }

        if (route.Finding.Detectable is { } detectable)
        {
            WriteFinite(json, "detectable", detectable);
        }

        if (route.Finding.BestRatio is { } best)
        {
            WriteFinite(json, "bestRatio", best.Value);
            json.WritePropertyName("bestRatioAt");
            WriteInstance(json, best.Dimensions, best.Values);
        }

        json.WriteNumber("seconds", Math.Round(route.Elapsed.TotalSeconds, 4));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SampledEvidence sampled)
    {
        json.WriteNumber("samples", sampled.Samples);
        WriteFinite(json, "estimate", sampled.Estimate);
        WriteFinite(json, "theory", sampled.Theory);
        WriteFinite(json, "standardError", sampled.StandardError);
        json.WriteNumber("margin", sampled.Margin);
        WriteFinite(json, "risk", sampled.Risk);
    }

    // JSON has no word for what is infinite or no number.
    private static void WriteFinite(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteInstance(
        Utf8JsonWriter json,
        ImmutableArray<KeyValuePair<Dimension, int>> dimensions,
        ImmutableArray<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>> values)
    {
        json.WriteStartObject();
        WriteValues(json, dimensions, values);
        json.WriteEndObject();
    }

    private static void WriteValues(
        Utf8JsonWriter json,
        ImmutableArray<KeyValuePair<Dimension, int>> dimensions,
        ImmutableArray<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>> values)
    {
        json.WriteStartObject("dimensions");
        foreach (var (dimension, value) in dimensions)
        {
            json.WriteNumber(dimension.Name, value);
        }

        json.WriteEndObject();
        json.WriteStartObject("values");
        foreach (var (symbol, rows) in values)
        {
            json.WriteString(symbol.Name, $"[{string.Join(", ", rows.Select(row => $"[{string.Join(", ", row)}]"))}]");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Claim claim, Counterexample? counterexample)
    {
        if (counterexample is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteValues(json, counterexample.Dimensions, counterexample.Values);
        json.WriteString("left", counterexample.Left);
        json.WriteString("right", counterexample.Right);
        json.WriteString("claimFile", CounterexampleFile.WithDomains(claim, counterexample));
        json.WriteEndObject();
    }
}
