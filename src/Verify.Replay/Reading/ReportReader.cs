using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Verify.Language;

namespace Verify.Replay.Reading;

/// <summary>Reads the claims of a report <c>verify.report/1</c> that may come from anyone. Whatever the bytes, what is wrong is a <see cref="ReportException"/>.</summary>
public static class ReportReader
{
    /// <summary>The largest report, in bytes.</summary>
    public const int MostBytes = 64 << 20;

    private const int MostDepth = 16;

    private const int MostDigits = 4000;

    private const int MostEntries = 4096;

    /// <summary>Reads the report of a path.</summary>
    public static ImmutableArray<ReportedClaim> ReadFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var block = new byte[1 << 16];
            for (int count; (count = file.Read(block)) > 0;)
            {
                bytes.Write(block, 0, count);
                if (bytes.Length > MostBytes)
                {
                    throw new ReportException($"the report is larger than {MostBytes >> 20} MiB");
                }
            }

            return Read(bytes.ToArray());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ReportException(fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "the file cannot be read");
        }
    }

    /// <summary>Reads a report.</summary>
    public static ImmutableArray<ReportedClaim> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new ReportException($"the report is larger than {MostBytes >> 20} MiB");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
            var root = new Node(document.RootElement, "");
            return root["schema"].Text() == "verify.report/1" ? [.. root["claims"].Items().Select(ClaimOf)] : throw root["schema"].Fault("\"verify.report/1\" is expected");
        }
        catch (InvalidOperationException)
        {
            throw new ReportException("a name in it is no text in UTF-8");
        }
        catch (JsonException fault)
        {
            throw new ReportException($"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}: this is no JSON: {fault.Message.Split(" LineNumber")[0].ReplaceLineEndings(" ")}");
        }
    }

    private static ReportedClaim ClaimOf(Node claim) =>
        new(claim["file"].Text(), claim["line"].Integer(1, int.MaxValue), claim["name"].Text(), claim["counterexample"] is { IsNull: false } counterexample ? CounterexampleOf(counterexample) : null);

    private static ReportedCounterexample CounterexampleOf(Node node) => new(
        node["dimensions"].Properties().ToImmutableDictionary(pair => pair.Name, pair => (int)pair.Value.Integer(1, int.MaxValue)),
        node["values"].Properties().ToImmutableDictionary(pair => pair.Name, pair => MatrixOf(pair.Value)),
        node["left"].Text(),
        node["right"].Text(),
        node["claimFile"].Text());

    private static ImmutableArray<ImmutableArray<Rational>> MatrixOf(Node node)
    {
        var text = node.Text();
        if (text is not ['[', '[', .., ']', ']'])
        {
            throw node.Fault("rows of rational numbers are expected, as in [[1, 1/2], [0, 1]]");
        }

        ImmutableArray<ImmutableArray<Rational>> rows = [.. text[2..^2].Split("], [").Select(row => row.Split(", ").Select(entry => NumberOf(node, entry)).ToImmutableArray())];
        return rows.Any(row => row.Length != rows[0].Length) ? throw node.Fault("its rows have different lengths")
            : (long)rows.Length * rows[0].Length > MostEntries ? throw node.Fault($"it has more than {MostEntries} entries")
            : rows;
    }

    private static Rational NumberOf(Node node, string text)
    {
        var parts = text.Split('/');
        return text.Length <= MostDigits && parts.Length <= 2 && TryInteger(parts[0], out var numerator) && TryInteger(parts.Length == 2 ? parts[1] : "1", out var denominator) && denominator.Sign > 0
            ? new(numerator, denominator)
            : throw node.Fault($"\"{(text.Length <= 40 ? text.ReplaceLineEndings(" ") : text[..40].ReplaceLineEndings(" ") + "…")}\" is no rational number");
    }

    private static bool TryInteger(string text, out BigInteger value)
    {
        value = 0;
        return text.TrimStart('-').Length is > 0 && text.TrimStart('-').All(char.IsAsciiDigit) && BigInteger.TryParse(text, out value);
    }
}
