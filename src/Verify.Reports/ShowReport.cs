using System.Collections.Immutable;
using System.Text.Json;
using Verify.Evidence;
using Verify.Language.Printing;
using Verify.Language.Reading;

namespace Verify.Reports;

/// <summary>What <c>verify show --format json</c> prints, <c>verify.show/1</c>: each line's text, its normal form as text and as LaTeX.</summary>
public static class ShowReport
{
    /// <summary>The bytes of the report, with a line end.</summary>
    public static ReadOnlyMemory<byte> Of(ImmutableArray<ShownLine> lines, ImmutableArray<Diagnostic> errors) => JsonDocuments.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "verify.show/1");
        json.WriteStartArray("shows");
        foreach (var line in lines)
        {
            Write(json, line);
        }

        json.WriteEndArray();
        JsonDocuments.WriteErrors(json, errors);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ShownLine line)
    {
        json.WriteStartObject();
        json.WriteString("file", line.Show.Place.File);
        json.WriteNumber("line", line.Show.Place.Line);
        json.WriteString("text", line.Show.Text);
        if (line.Derived.NormalForm is { } form)
        {
            json.WriteString("normalForm", CorePrinter.PrintInFull(form));
            json.WriteString("latex", LatexPrinter.PrintInFull(form));
        }
        else
        {
            json.WriteNull("normalForm");
            json.WriteString("detail", line.Derived.Detail);
        }

        json.WriteEndObject();
    }
}
