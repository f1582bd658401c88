using System.Text.Json;

namespace Verify.Cli.Tests;

/// <summary>The report that <c>--json</c> writes, as the reference describes it.</summary>
public sealed class JsonTests
{
    private const string Claims = """
        dim d
        matrix Λ : d × d, spd
        claim "true": tr(Λ + Λ) = 2 tr(Λ)
        refute "near miss": tr(Λ + Λ) = 3 tr(Λ)
        """;

    [Fact]
    public void Standard_output_holds_one_object_and_nothing_else()
    {
        using var folder = new ClaimFolder(("loss.claim", Claims), ("broken.claim", "dim d\nclaim \"c\": d = e\n"));
        var answer = CommandLine.Run("check", folder.Root, "--json", "-", "--seed", "7", "--risk", "1e-3");
        using var report = JsonDocument.Parse(answer.Out);
        var root = report.RootElement;
        Assert.Equal(["schema", "seed", "risk", "reproducible", "claims", "errors"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("verify.report/1", 7, 1e-3, true), (root.GetProperty("schema").GetString(), root.GetProperty("seed").GetInt32(), root.GetProperty("risk").GetDouble(), root.GetProperty("reproducible").GetBoolean()));
        Assert.Equal(2, root.GetProperty("claims").GetArrayLength());
        var error = root.GetProperty("errors").EnumerateArray().Single();
        Assert.Equal((folder["broken.claim"], 2, 16), (error.GetProperty("file").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public void A_claim_has_the_properties_of_the_reference()
    {
        using var folder = new ClaimFolder(("loss.claim", Claims));
        using var report = JsonDocument.Parse(CommandLine.Run("check", folder.Root, "--json", "-").Out);
        var claims = report.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal([("true", "proved", true, 3), ("false", "refuted", true, 4)], claims.Select(claim => (
            claim.GetProperty("expect").GetString()!, claim.GetProperty("verdict").GetString()!, claim.GetProperty("holds").GetBoolean(), claim.GetProperty("line").GetInt32())));
        Assert.All(claims, claim => Assert.Equal(folder["loss.claim"], claim.GetProperty("file").GetString()));
        Assert.Contains("Λ", claims[0].GetProperty("statement").GetString());
        Assert.Equal(["symbolic", "coordinates"], claims[0].GetProperty("routes").EnumerateArray().Select(route => route.GetProperty("route").GetString()));
        Assert.Equal(["proved", "agrees"], claims[0].GetProperty("routes").EnumerateArray().Select(route => route.GetProperty("outcome").GetString()));
        Assert.True(claims[0].GetProperty("routes")[1].GetProperty("instances").GetInt32() > 0);
        Assert.Equal(JsonValueKind.Null, claims[0].GetProperty("counterexample").ValueKind);
        var counterexample = claims[1].GetProperty("counterexample");
        Assert.Equal(1, counterexample.GetProperty("dimensions").GetProperty("d").GetInt32());
        Assert.Equal("[[1]]", counterexample.GetProperty("values").GetProperty("Λ").GetString());
        Assert.Equal(("2", "3"), (counterexample.GetProperty("left").GetString(), counterexample.GetProperty("right").GetString()));
    }

    [Fact]
    public void The_bytes_are_utf8_with_letters_as_themselves()
    {
        using var folder = new ClaimFolder(("loss.claim", Claims));
        CommandLine.Run("check", folder.Root, "--json", folder["report.json"]);
        var text = File.ReadAllText(folder["report.json"]);
        Assert.Contains("Λ", text);
        Assert.DoesNotContain("\\u", text);
        Assert.NotEqual(0xEF, File.ReadAllBytes(folder["report.json"])[0]);
    }

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        using var folder = new ClaimFolder(("loss.claim", Claims), ("report.json", "old"));
        Assert.Equal(0, CommandLine.Run("check", folder["loss.claim"], "--json", folder["report.json"]).Status);
        Assert.StartsWith("{", File.ReadAllText(folder["report.json"]));
        Directory.CreateDirectory(folder["taken"]);
        var answer = CommandLine.Run("check", folder["loss.claim"], "--json", folder["taken"]);
        Assert.Equal(2, answer.Status);
        Assert.Contains("verify: error: --json:", answer.Error);
        Assert.Equal(["loss.claim", "report.json"], Directory.EnumerateFiles(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_seed_determines_the_report_whatever_the_threads()
    {
        using var folder = new ClaimFolder(("a.claim", Claims), ("b.claim", Claims.Replace("Λ", "Γ")));
        Assert.Equal(Timeless("1"), Timeless("5"));

        string Timeless(string threads) => string.Join('\n', CommandLine.Run("check", folder.Root, "--json", "-", "--threads", threads).Out
            .Split('\n').Where(line => !line.Contains("\"seconds\"")));
    }
}
