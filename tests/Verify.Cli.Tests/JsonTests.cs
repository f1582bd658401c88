using System.Text.Json;
using Verify.Evidence;
using Verify.Language.Routes;
using Verify.Reports;

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
        Assert.Equal(["schema", "seed", "risk", "riskOfAClaim", "reproducible", "claims", "errors"], root.EnumerateObject().Select(property => property.Name));
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
        Assert.Equal(["symbolic", "coordinates", "simulation"], claims[0].GetProperty("routes").EnumerateArray().Select(route => route.GetProperty("route").GetString()));
        Assert.Equal(["proved", "agrees", "agrees"], claims[0].GetProperty("routes").EnumerateArray().Select(route => route.GetProperty("outcome").GetString()));
        Assert.True(claims[0].GetProperty("routes")[1].GetProperty("instances").GetInt32() > 0);
        Assert.Equal(JsonValueKind.Null, claims[0].GetProperty("counterexample").ValueKind);
        var counterexample = claims[1].GetProperty("counterexample");
        Assert.Equal(1, counterexample.GetProperty("dimensions").GetProperty("d").GetInt32());
        Assert.Equal("[[1]]", counterexample.GetProperty("values").GetProperty("Λ").GetString());
        Assert.Equal(("2", "3"), (counterexample.GetProperty("left").GetString(), counterexample.GetProperty("right").GetString()));
    }

    [Fact]
    public void What_was_sampled_stands_beside_its_outcome()
    {
        using var folder = new ClaimFolder(("loss.claim", Claims + """

            dim N
            random X : N × d ~ normal(rows: Λ)
            claim "mean": E[tr(X' X)] = N tr(Λ)
            refute "N forgotten": E[tr(X' X)] = tr(Λ) + N - 1
            """));
        using var report = JsonDocument.Parse(CommandLine.Run("check", folder.Root, "--routes", "simulation", "--margin", "0.02", "--json", "-").Out);
        var routes = report.RootElement.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("routes")[0]).ToList();
        string[] sampled = ["samples", "estimate", "theory", "standardError", "margin", "risk", "detectable"];
        Assert.Equal([1, 0, 7, 7], routes.Select(route => sampled.Count(name => route.TryGetProperty(name, out _))));
        Assert.Equal(["route", "outcome", "detail", "instances", .. sampled, "seconds"], routes[2].EnumerateObject().Select(property => property.Name));
        Assert.All(routes.Skip(2), route => Assert.True(Value(route, "samples") > 1000 && Value(route, "standardError") > 0 && Value(route, "margin") == 0.02));
        Assert.Equal(["agrees", "disagrees"], routes.Skip(2).Select(route => route.GetProperty("outcome").GetString()));
        Assert.True(Error(routes[2]) < 0.02 && Value(routes[2], "detectable") < 0.05);
        Assert.True(Error(routes[3]) > Value(routes[3], "standardError") / Value(routes[3], "theory"));

        static double Value(JsonElement route, string name) => route.GetProperty(name).GetDouble();

        static double Error(JsonElement route) => Math.Abs(Value(route, "estimate") - Value(route, "theory")) / Value(route, "theory");
    }

    /// <summary>A wider margin for what is proved: the look is short.</summary>
    [Fact]
    public void The_margin_is_the_one_within_which_a_claim_was_looked_at()
    {
        using var folder = new ClaimFolder(("loss.claim", "dim d, N\nmatrix Λ : d × d, spd\nrandom X : N × d ~ normal(rows: Λ)\nclaim \"mean\": E[tr(X' X)] = N tr(Λ)\n"));
        using var report = JsonDocument.Parse(CommandLine.Run("check", folder.Root, "--margin", "0.02", "--json", "-").Out);
        Assert.Equal(0.2, report.RootElement.GetProperty("claims")[0].GetProperty("routes")[2].GetProperty("margin").GetDouble(), 1e-12);
    }

    /// <summary>The run is stopped when a fifth of the first claim's draws is done: what they say so far is in the report, and the claim stays undecided.</summary>
    [Fact]
    public void A_run_that_was_stopped_reports_what_was_sampled_until_then()
    {
        using var folder = new ClaimFolder(("a.claim", "dim d, N\nmatrix Λ : d × d, spd\nrandom X : N × d ~ normal(rows: Λ)\nclaim \"long\": E[tr((X' X)^2)] = N (N + 1) tr(Λ^2) + N tr(Λ)^2\nclaim \"not begun\": tr(Λ) = tr(Λ')\n"));
        using var stop = new CancellationTokenSource();
        var settings = RunSettings.Default with { Routes = [RouteCatalogue.Find("simulation")!], RouteSettings = RouteSettings.Default with { Margin = 1e-6 }, Threads = 1 };
        var run = Checker.Check(Checker.Read([folder["a.claim"]], 1), settings, progress => Stop(progress.Done), stop.Token);
        using var report = JsonDocument.Parse(JsonReport.Of(run));
        Assert.False(report.RootElement.GetProperty("reproducible").GetBoolean());
        var claims = report.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.All(claims, claim => Assert.Equal("undecided", claim.GetProperty("verdict").GetString()));
        var route = claims[0].GetProperty("routes")[0];
        Assert.True(route.GetProperty("samples").GetInt64() > 0);
        var (estimate, theory) = (route.GetProperty("estimate").GetDouble(), route.GetProperty("theory").GetDouble());
        Assert.InRange(estimate / theory, 0.5, 2);
        Assert.StartsWith("stopped; until then", route.GetProperty("detail").GetString());
        Assert.Contains("stopped; until then", claims[0].GetProperty("reason").GetString());
        Assert.Equal(0, claims[1].GetProperty("routes").GetArrayLength());

        void Stop(double done)
        {
            if (done > 0.1)
            {
                stop.Cancel();
            }
        }
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
