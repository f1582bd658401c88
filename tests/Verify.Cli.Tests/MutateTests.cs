using System.Text.Json;

namespace Verify.Cli.Tests;

public sealed class MutateTests
{
    private const string Settled = "dim d\nmatrix A, B : d × d\nclaim \"cycle\": tr(A B) = tr(B A)\n";
    private const string Unsettled = "dim d\nvector v : d\nclaim \"softmax\": softmax(v) = softmax(v)  assuming v' v < 0\n";

    [Fact]
    public void The_status_is_0_where_all_is_settled_and_1_where_an_identity_has_a_survivor()
    {
        using var folder = new ClaimFolder(("settled.claim", Settled), ("unsettled.claim", Unsettled));
        Assert.Equal(0, CommandLine.Run("mutate", folder["settled.claim"]).Status);
        var answer = CommandLine.Run("mutate", folder["unsettled.claim"]);
        Assert.Equal(1, answer.Status);
        Assert.Contains("survives: ", answer.Out);
    }

    [Fact]
    public void The_text_and_the_report_say_the_same()
    {
        using var folder = new ClaimFolder(("settled.claim", Settled));
        var answer = CommandLine.Run("mutate", folder["settled.claim"], "--json", folder["report.json"]);
        using var json = JsonDocument.Parse(File.ReadAllText(folder["report.json"]));
        Assert.Equal("verify.mutants/1", json.RootElement.GetProperty("schema").GetString());
        var claim = Assert.Single(json.RootElement.GetProperty("claims").EnumerateArray());
        var fates = claim.GetProperty("mutants").EnumerateArray().Select(mutant => mutant.GetProperty("fate").GetString()).ToList();
        Assert.Contains($"{fates.Count} mutants: {fates.Count(fate => fate == "refuted")} refuted, {fates.Count(fate => fate == "equivalent")} equivalent, 0 survive", answer.Out);
        var kind = Assert.Single(json.RootElement.GetProperty("kinds").EnumerateArray());
        Assert.Equal(("identities", fates.Count), (kind.GetProperty("kind").GetString(), kind.GetProperty("mutants").GetInt32()));
        Assert.Equal(fates.Count, json.RootElement.GetProperty("rules").EnumerateArray().Sum(rule => rule.GetProperty("mutants").GetInt32()));
    }

    [Fact]
    public void The_page_of_survivors_has_a_row_for_each()
    {
        using var folder = new ClaimFolder(("settled.claim", Settled), ("unsettled.claim", Unsettled));
        var answer = CommandLine.Run("mutate", folder["settled.claim"], folder["unsettled.claim"], "--survivors", folder["survivors.md"], "--json", folder["report.json"]);
        using var json = JsonDocument.Parse(File.ReadAllText(folder["report.json"]));
        var survivors = json.RootElement.GetProperty("claims").EnumerateArray().SelectMany(claim => claim.GetProperty("mutants").EnumerateArray())
            .Count(mutant => mutant.GetProperty("fate").GetString() == "survives");
        var rows = File.ReadAllLines(folder["survivors.md"]).Where(line => line.StartsWith("| [", StringComparison.Ordinal)).ToList();
        Assert.True(survivors > 0);
        Assert.Equal(survivors, rows.Count);
        Assert.All(rows, row => Assert.StartsWith("| [unsettled.claim](", row, StringComparison.Ordinal));
        Assert.Contains("by folder", answer.Out);
        var place = Assert.Single(json.RootElement.GetProperty("folders").EnumerateArray());
        Assert.Equal(survivors, place.GetProperty("survive").GetInt32());
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_an_error()
    {
        using var folder = new ClaimFolder(("settled.claim", Settled));
        var answer = CommandLine.Run("mutate", folder["settled.claim"], "--survivors", Path.Combine(folder["nowhere"], "survivors.md"));
        Assert.Equal(2, answer.Status);
        Assert.Contains("--survivors", answer.Error);
    }

    [Fact]
    public void Bad_arguments_are_said()
    {
        using var folder = new ClaimFolder(("settled.claim", Settled));
        Assert.Equal(2, CommandLine.Run("mutate", folder["settled.claim"], "--threads", "0").Status);
        Assert.Equal(2, CommandLine.Run("mutate", folder["settled.claim"], "--only", "cyclic").Status);
        Assert.Equal(2, CommandLine.Run("mutate", folder["nowhere.claim"]).Status);
    }

    [Fact]
    public void Errors_of_a_file_are_said_and_its_other_claims_are_mutated()
    {
        using var folder = new ClaimFolder(("half.claim", Settled + "claim \"bad\": tr(A C) = 0\n"));
        var answer = CommandLine.Run("mutate", folder["half.claim"]);
        Assert.Equal(2, answer.Status);
        Assert.Contains("C is not declared", answer.Error);
        Assert.Contains("of 1 claim:", answer.Out);
    }
}
