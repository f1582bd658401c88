using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Verify.Reports.Catalogue;

/// <summary>Reads <c>statements.paper</c>, the list of what a paper states.</summary>
/// <remarks>
/// <code>
/// title  "Trained Transformers Learn Linear Models In-Context"
/// source "Zhang, Frei &amp; Bartlett 2024"
///
/// Lemma A.3 (A.12) | u² = tr(U U') on the whole path
///   balance-law.claim: "balance law (A.12)", "the start is balanced"
///   open: why something of it is not claimed yet
/// </code>
/// An indented line belongs to the statement above it. <c>#</c> begins a comment line.
/// </remarks>
public static partial class PaperReader
{
    /// <summary>The name of the list in a paper's folder.</summary>
    public const string FileName = "statements.paper";

    private const string Open = "open: ";

    /// <summary>Reads the text of a list; a line that fits nothing is a <see cref="FormatException"/> with its number.</summary>
    public static Paper Read(string text)
    {
        var (title, source) = ("", "");
        var statements = ImmutableArray.CreateBuilder<PaperStatement>();
        var citations = ImmutableArray.CreateBuilder<ClaimCitation>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Trim() is "" || line.StartsWith('#'))
            {
                continue;
            }

            if (Heading().Match(line) is { Success: true } heading)
            {
                (title, source) = heading.Groups[1].Value == "title" ? (heading.Groups[2].Value, source) : (title, heading.Groups[2].Value);
            }
            else if (!line.StartsWith(' ') && line.Split(" | ", 2) is [var place, var statement])
            {
                TakeCitations();
                statements.Add(new(place.Trim(), statement.Trim(), [], "", i + 1));
            }
            else if (line.StartsWith(' ') && statements.Count > 0 && line.Trim() is var below && below.StartsWith(Open, StringComparison.Ordinal))
            {
                statements[^1] = statements[^1] with { Open = below[Open.Length..] };
            }
            else if (line.StartsWith(' ') && statements.Count > 0 && Citation().Match(line.Trim()) is { Success: true } citation)
            {
                citations.Add(new(citation.Groups[1].Value, [.. citation.Groups[2].Captures.Select(name => name.Value)]));
            }
            else
            {
                throw new FormatException($"line {i + 1}: expected 'PLACE | statement', and below it, indented, 'FILE.claim: \"name\", …' or 'open: reason'");
            }
        }

        TakeCitations();
        return new(title, source, statements.ToImmutable());

        void TakeCitations()
        {
            if (statements.Count > 0)
            {
                statements[^1] = statements[^1] with { Claims = citations.ToImmutable() };
                citations.Clear();
            }
        }
    }

    [GeneratedRegex("""^(title|source)\s+"(.+)"$""")]
    private static partial Regex Heading();

    [GeneratedRegex("""^([^:"]+\.claim)(?:: (?:"([^"]+)"(?:, |$))+)?$""")]
    private static partial Regex Citation();
}
