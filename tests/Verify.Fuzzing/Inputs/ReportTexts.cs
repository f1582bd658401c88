using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Verify.Evidence;
using Verify.Language.Routes;
using Verify.Reports;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>JSON reports: one that the tool wrote, and ones made with claims of the grammar and odd numbers, both changed.</summary>
internal sealed partial class ReportTexts
{
    private const string Refuted = "dim d\nmatrix A, B : d × d\nrefute \"trace, as printed\": tr(A B) = tr(A) tr(B)\n";
    private static readonly string[] Numbers = ["0", "1", "-1", "1/2", "1/0", "-", "", "1e9", "00", "-7/3", "1 - 1", "99999999999999999999999999999", "NaN", "[[1]]", "null"];
    private static readonly string[] Signs = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\uD800", "true", "null", "1e999", "0.5", "-0", "\uFEFF", "/*", "\u0301"];
    private readonly GrammarText _grammar = new();
    private readonly string _written = Encoding.UTF8.GetString(JsonReport.Of(new KeptRun(Refuted, RunSettings.Default with { RouteSettings = RouteSettings.Default with { WorkLimit = 200_000 }, Threads = 1 }).Report).Span);

    public ReportTexts()
    {
        var written = Tokens().Matches(_written).Select(match => match.Value).ToArray();
        Mix = new Mix()
            .With(400, "random bytes", ByteMutations.Random)
            .With(600, "signs in disorder", draw => string.Concat(Enumerable.Range(0, Mix.Length(draw, 64)).Select(_ => draw.Below(2) == 0 ? Signs[draw.Below(Signs.Length)] : written[draw.Below(written.Length)])))
            .With(1000, "made", Report)
            .With(1000, "bytes changed", draw => ByteMutations.Of(Encoding.UTF8.GetBytes(draw.Below(2) == 0 ? _written : Report(draw)), draw))
            .With(10, "deep or long", Extreme)
            .With(2000, "written by the tool, changed", draw => Changed(written, draw))
            .With(4990, "made, changed", draw => Changed(Tokens().Matches(Report(draw)).Select(match => match.Value), draw));
    }

    /// <summary>For the reader.</summary>
    public Mix Mix { get; }

    private static string Extreme(SeededDraw draw)
    {
        var n = 1 + draw.Below(draw.Below(20) == 0 ? 100_000 : 1000);
        var inner = draw.Below(4) switch
        {
            0 => string.Concat(Enumerable.Repeat("[", n)) + string.Concat(Enumerable.Repeat("]", n)),
            1 => "{" + string.Join(',', Enumerable.Range(0, n).Select(i => $"\"d{(draw.Below(n) == 0 ? 0 : i)}\":1")) + "}",
            2 => $"{{\"A\":\"[[{string.Join(", ", Enumerable.Repeat("7", n))}]]\"}}",
            _ => $"{{\"A\":\"[[1{new string('0', n)}]]\"}}",
        };
        return "{\"schema\":\"verify.report/1\",\"claims\":[{\"file\":\"a\",\"line\":1,\"name\":\"c\",\"counterexample\":{\"dimensions\":" + (draw.Below(2) == 0 ? inner : "{}")
            + ",\"values\":" + inner + ",\"left\":\"0\",\"right\":\"1\",\"claimFile\":\"\"}}]}";
    }

    private string Report(SeededDraw draw) => $$"""
        { "schema": "verify.report/1", "seed": 1, "claims": [ {{string.Join(", ", Enumerable.Range(0, 1 + draw.Below(2)).Select(_ => Claim(draw)))}} ] }
        """;

    private string Claim(SeededDraw draw)
    {
        var lines = _grammar.File(draw, claims: 1).TrimEnd().Split('\n')
            .Where(line => !line.StartsWith("dim ", StringComparison.Ordinal))
            .Select(line => Dimensions().Replace(line, name => name.Value is "d" or "k" ? "2" : "3"))
            .Select(line => Fixed(line, draw));
        var side = Entry(draw);
        return $$"""
            { "file": "a.claim", "line": 1, "name": "c0", "counterexample": { "dimensions": { "d": {{1 + draw.Below(3)}}, "N": 2 },
              "values": { "A": "[[1, {{side}}], [0, 2]]", "c": "[[{{Entry(draw)}}]]" }, "left": "{{side}}", "right": "2", "claimFile": {{JsonSerializer.Serialize(string.Join('\n', lines))}} } }
            """;
    }

    // Dimensions are numbers and what is declared has values, as in the claim file of a counterexample.
    private static string Fixed(string line, SeededDraw draw) => Declared().Replace(line, declared =>
        string.Join('\n', declared.Groups[2].Value.Split(", ").Select(name => $"let {name} = {(declared.Groups[1].Value == "scalar" ? Number(draw) : $"[{Number(draw)}, {Number(draw)}; {Number(draw)}, {Number(draw)}]")}")));

    private static string Number(SeededDraw draw) => draw.Below(6) == 0 ? Numbers[draw.Below(Numbers.Length)] : $"{draw.Below(9) - 4}";

    private static string Changed(IEnumerable<string> text, SeededDraw draw)
    {
        List<string> tokens = [.. text];
        for (var times = Mix.Length(draw, 16); times > 0; times--)
        {
            var (at, other) = (draw.Below(tokens.Count), tokens[draw.Below(tokens.Count)]);
            tokens[at] = (tokens[at] is ['"', ..] ? draw.Below(8) : 2 + draw.Below(6)) switch
            {
                0 => other is ['"', ..] ? other : $"\"{Numbers[draw.Below(Numbers.Length)]}\"",
                1 => InText(tokens[at], draw),
                2 => tokens[at] is [>= '0' and <= '9', ..] ? $"{draw.Below(100) - 1}" : tokens[at],
                3 => other,
                4 => Signs[draw.Below(Signs.Length)],
                5 => $"{tokens[at]}, {other}",
                6 => Numbers[draw.Below(Numbers.Length)],
                _ => "",
            };
        }

        return string.Concat(tokens);
    }

    // A character between the quotes is another one.
    private static string InText(string text, SeededDraw draw)
    {
        var at = 1 + draw.Below(Math.Max(1, text.Length - 2));
        return text.Length < 3 ? text : text[..at] + "01-/[], \\\"xé"[draw.Below(12)] + text[(at + draw.Below(2))..];
    }

    private static string Entry(SeededDraw draw) => draw.Below(6) > 0 ? Numbers[draw.Below(4)] : Numbers[draw.Below(Numbers.Length)];

    [GeneratedRegex(@"\b[dkNn]\b")]
    private static partial Regex Dimensions();

    [GeneratedRegex("^(scalar|matrix|vector) ([^:>]+)( .*)?$")]
    private static partial Regex Declared();

    /// <summary>Texts between quotes, numbers and signs; the gaps fall away.</summary>
    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|-?[\w.]+|[{}\[\],:]")]
    private static partial Regex Tokens();
}
