using System.Text.Json;
using Verify.Attention.Experiments;

namespace Verify.Reports;

/// <summary>What an experiment found as JSON, schema <c>verify.experiment/1</c>.</summary>
public static class ExperimentJson
{
    /// <summary>The document in UTF-8. A number that is infinite, or that there is none of, is <c>null</c>.</summary>
    public static ReadOnlyMemory<byte> Of(ExperimentReport report) => JsonDocuments.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "verify.experiment/1");
        json.WriteString("experiment", report.Experiment);
        WriteSettings(json, report.Settings);
        json.WriteBoolean("reproducible", report.IsFinished);
        json.WriteString("axis", report.Axis);
        json.WriteStartArray("layers");
        foreach (var layer in report.Layers)
        {
            WriteLayer(json, layer);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in report.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteSettings(Utf8JsonWriter json, ExperimentSettings settings)
    {
        json.WriteNumber("seed", settings.Seed);
        json.WriteNumber("risk", settings.Risk);
        json.WriteNumber("margin", settings.Margin);
        json.WriteNumber("prompts", settings.Prompts);
        json.WriteString("training", settings.Training.ToString().ToLowerInvariant());
        json.WriteNumber("d", settings.D);
        json.WriteNumber("N", settings.N);
        json.WriteNumber("condition", settings.Condition);
    }

    private static void WriteLayer(Utf8JsonWriter json, LayerReport layer)
    {
        json.WriteStartObject();
        json.WriteString("name", layer.Name);
        json.WriteNumber("steps", layer.Steps);
        WriteNumber(json, "distance", layer.Distance);
        json.WriteStartArray("weights");
        foreach (var weight in layer.Weights)
        {
            json.WriteNumberValue(weight);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, RowReport row)
    {
        json.WriteStartObject();
        json.WriteString("series", row.Series);
        json.WriteString("label", row.Label);
        WriteNumber(json, "at", row.At);
        WriteNumber(json, "predicted", row.Predicted);
        WriteNumber(json, "measured", row.Measured);
        WriteNumber(json, "low", row.Low);
        WriteNumber(json, "high", row.High);
        json.WriteNumber("prompts", row.Prompts);
        json.WriteString("agreement", row.Agreement.ToString().ToLowerInvariant());
        json.WriteBoolean("expected", row.IsExpected);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
