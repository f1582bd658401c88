using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verify.Language.Reading;

namespace Verify.Reports;

/// <summary>What the JSON documents have in common.</summary>
internal static class JsonDocuments
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document in UTF-8, indented, Greek letters as themselves, with a line end.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            content(json);
        }

        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }

    /// <summary>The property <c>errors</c>: each error with its place.</summary>
    public static void WriteErrors(Utf8JsonWriter json, IEnumerable<Diagnostic> errors)
    {
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("file", error.Place.File);
            json.WriteNumber("line", error.Place.Line);
            json.WriteNumber("column", error.Place.Column);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
