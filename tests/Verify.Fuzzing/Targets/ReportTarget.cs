using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Verify.Fuzzing.Inputs;
using Verify.Replay;
using Verify.Replay.Reading;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>JSON reports, and the counterexamples in them evaluated again: each gets an answer, or the report is refused.</summary>
internal sealed partial class ReportTarget : ITarget
{
    private static readonly string[] Numbers = ["0", "1", "-1", "1/2", "1/0", "-", "", "1e9", "00", "-7/3", "1 - 1", "99999999999999999999999999999", "NaN", "[[1]]", "null"];
    private readonly GrammarText _grammar = new();

    public string Name => "reports";

    public TimeSpan MostTime => TimeSpan.FromSeconds(20);

    // What the evaluation of a counterexample allocates within its limit of work, not what is held.
    public long MostBytes => 16_000_000_000;

    public byte[] Draw(SeededDraw draw)
    {
        if (draw.Below(16) == 0)
        {
            return ByteMutations.Random(draw);
        }

        var text = Report(draw);
        for (var times = draw.Below(4); times > 0; times--)
        {
            text = Changed(text, draw);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return draw.Below(8) == 0 ? ByteMutations.Of(bytes, draw) : bytes;
    }

    public void Feed(byte[] input)
    {
        try
        {
            foreach (var claim in ReportReader.Read(input))
            {
                if (claim.Counterexample is { } counterexample && Replayer.Replay(claim.Name, counterexample) is { Detail: "" } or { Outcome: < ReplayOutcome.Stands or > ReplayOutcome.CannotBeEvaluated })
                {
                    throw new InvalidOperationException("A counterexample was evaluated without an answer.");
                }
            }
        }
        catch (ReportException)
        {
        }
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
        var side = Numbers[draw.Below(Numbers.Length)];
        return $$"""
            { "file": "a.claim", "line": 1, "name": "c0", "counterexample": { "dimensions": { "d": {{1 + draw.Below(3)}}, "N": 2 },
              "values": { "A": "[[1, {{side}}], [0, 2]]", "c": "[[{{side}}]]" }, "left": "{{side}}", "right": "2", "claimFile": {{JsonSerializer.Serialize(string.Join('\n', lines))}} } }
            """;
    }

    // Dimensions are numbers and what is declared has values, as in the claim file of a counterexample.
    private static string Fixed(string line, SeededDraw draw) => Declared().Replace(line, declared =>
        string.Join('\n', declared.Groups[2].Value.Split(", ").Select(name => $"let {name} = {(declared.Groups[1].Value == "scalar" ? Number(draw) : $"[{Number(draw)}, {Number(draw)}; {Number(draw)}, {Number(draw)}]")}")));

    private static string Number(SeededDraw draw) => draw.Below(6) == 0 ? Numbers[draw.Below(Numbers.Length)] : $"{draw.Below(9) - 4}";

    private static string Changed(string text, SeededDraw draw)
    {
        var tokens = Tokens().Matches(text);
        var (one, other) = (tokens[draw.Below(tokens.Count)], tokens[draw.Below(tokens.Count)]);
        return text.Remove(one.Index, one.Length).Insert(one.Index, draw.Below(4) switch
        {
            0 => "",
            1 => other.Value,
            2 => $"{one.Value}, {other.Value}",
            _ => Numbers[draw.Below(Numbers.Length)],
        });
    }

    [GeneratedRegex(@"\b[dkNn]\b")]
    private static partial Regex Dimensions();

    [GeneratedRegex("^(scalar|matrix|vector) ([^:>]+)( .*)?$")]
    private static partial Regex Declared();

    [GeneratedRegex(@"""[^""\\]*""|-?\d+|[{}\[\],:]")]
    private static partial Regex Tokens();
}
