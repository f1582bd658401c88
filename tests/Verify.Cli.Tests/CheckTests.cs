namespace Verify.Cli.Tests;

/// <summary><c>verify check</c> on small files: selection, statuses, and what is printed.</summary>
public sealed class CheckTests
{
    private const string Setting = "dim d, N\nmatrix Λ : d × d, spd\nrandom X : N × d ~ normal(rows: Λ)\n";
    private const string True = "claim \"second moment\": E[X' X] = N Λ\n";
    private const string False = "claim \"N forgotten\": E[X' X] = Λ\n";
    private const string NearMiss = "refute \"N forgotten, as printed\": E[X' X] = Λ\n";
    private const string WrongNearMiss = "refute \"no near miss\": E[X' X] = N Λ\n";

    [Theory]
    [InlineData(0, True + NearMiss)]
    [InlineData(1, True + False)]
    [InlineData(1, True + WrongNearMiss)]
    [InlineData(2, True + "claim \"faulty\": tr(Q) = 0\n")]
    [InlineData(2, False + "claim \"faulty\": tr(Q) = 0\n")]
    public void The_exit_status_is_the_first_that_applies(int status, string claims)
    {
        using var folder = new ClaimFolder(("a.claim", Setting + claims));
        Assert.Equal(status, CommandLine.Run("check", folder.Root).Status);
    }

    [Theory]
    [InlineData("symbolic", "proved", "symbolic proved")]
    [InlineData("coordinates", "supported", "coordinates agrees")]
    [InlineData("simulation", "supported", "simulation agrees")]
    public void A_route_can_be_asked_alone(string route, string verdict, string said)
    {
        using var folder = new ClaimFolder(("a.claim", Setting + True));
        var answer = CommandLine.Run("check", folder.Root, "--routes", route);
        Assert.Equal(0, answer.Status);
        Assert.Contains($"  holds  {verdict,-9}  claim \"second moment\"", answer.Out);
        Assert.Contains($" s  {said}", answer.Out);
        Assert.DoesNotContain(", ", answer.Out.Split('\n')[1]);
    }

    [Fact]
    public void All_three_routes_are_asked_where_none_is_named()
    {
        using var folder = new ClaimFolder(("a.claim", Setting + True));
        Assert.Matches(@"symbolic proved, coordinates agrees \(\d+\), simulation agrees \(\d+\)", CommandLine.Run("check", folder.Root).Out);
    }

    [Fact]
    public void A_budget_stops_the_run_and_the_report_says_so()
    {
        using var folder = new ClaimFolder(("a.claim", Setting + string.Concat(Enumerable.Range(0, 3000).Select(i => True.Replace("moment", $"moment {i}")))));
        var answer = CommandLine.Run("check", folder.Root, "--budget", "0.001", "--json", folder["report.json"]);
        Assert.Equal(3, answer.Status);
        Assert.Contains("\"reproducible\": false", File.ReadAllText(folder["report.json"]));
        Assert.Contains("stopped early, not reproducible", answer.Out);
    }

    [Fact]
    public void A_refutation_shows_where_and_what_the_derived_side_is()
    {
        using var folder = new ClaimFolder(("a.claim", Setting + False));
        var answer = CommandLine.Run("check", folder.Root);
        Assert.Contains("counterexample: ", answer.Out);
        Assert.Contains("left: ", answer.Out);
        Assert.Contains("the derived side is: N Λ", answer.Out);
        Assert.Contains("left minus right: ", answer.Out);
        Assert.Contains("as a claim file:", answer.Out);
    }

    /// <summary>The counterexample in the output is itself a claim file: cut out and checked, it is read and refuted again.</summary>
    [Theory]
    [InlineData(False)]
    [InlineData("claim \"wrong law\": E[tr(X Λ X')] = N tr(Λ)\n")]
    [InlineData("param U : d × d\nclaim \"wrong gradient\": grad(tr(U' Λ U); U) = Λ U\n")]
    [InlineData("param U : d × d\nparam u : scalar\nclaim \"not conserved\": u^2 + tr(U U') conserved along flow(1/2 tr((u U - Λ) (u U - Λ)'); U, u)\n")]
    [InlineData("param U : d × d\nclaim \"wrong minimum\": min(1/2 tr((U - Λ) (U - Λ)'); U) = tr(Λ)\n")]
    [InlineData("vector v : d\nscalar c > 0\nclaim \"wrong order\": v' Λ v < c\n")]
    [InlineData("claim \"wrong limit\": lim(tr(Λ)/N + d; N -> inf) = 0\n")]
    [InlineData("claim \"wrong inverse\": (Λ + I)^-1 = Λ^-1 + I\n")]
    [InlineData("claim \"conditional\": E[tr(X' X) | X] = N tr(Λ)\n")]
    [InlineData("matrix A : d × d\nclaim \"blocks\": tr([A, Λ; Λ, A]) = tr(A)\n")]
    public void The_counterexample_as_a_claim_file_is_read_and_refuted_again(string claim)
    {
        using var folder = new ClaimFolder(("a.claim", Setting + claim));
        var first = CommandLine.Run("check", folder.Root);
        Assert.Equal(1, first.Status);
        folder.Write("pasted.claim", Pasted(first.Out));
        var second = CommandLine.Run("check", folder["pasted.claim"]);
        Assert.True(second.Status == 1, $"{Pasted(first.Out)}\n{second.Out}{second.Error}");
        Assert.Contains("refuted", second.Out);
    }

    [Fact]
    public void Only_the_named_claims_are_checked()
    {
        using var folder = new ClaimFolder(("a.claim", Setting + True + False));
        var answer = CommandLine.Run("check", folder.Root, "--only", "second moment");
        Assert.Equal(0, answer.Status);
        Assert.StartsWith("1 claim: 1 hold", answer.Out.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public void An_unknown_name_lists_those_that_are_near()
    {
        using var folder = new ClaimFolder(("a.claim", Setting + True + False));
        var answer = CommandLine.Run("check", folder.Root, "--only", "second moments");
        Assert.Equal(2, answer.Status);
        Assert.Equal("verify: error: no claim is named \"second moments\"; there is \"second moment\"", answer.Error.Trim());
    }

    [Theory]
    [InlineData("k=2", "--at: no claim has a dimension 'k'; there are N, d")]
    [InlineData("m=2,d=4", "--at: m = 2 is below its bound m >= d + 1 = 5")]
    public void Fixed_sizes_must_be_dimensions_within_their_bounds(string sizes, string message)
    {
        using var folder = new ClaimFolder(("a.claim", sizes.StartsWith('m') ? Setting + "dim m >= d + 1\nclaim \"b\": m - d > 0\n" : Setting + True));
        var answer = CommandLine.Run("check", folder.Root, "--at", sizes);
        Assert.Equal((2, $"verify: error: {message}"), (answer.Status, answer.Error.Trim()));
    }

    [Fact]
    public void Fixed_sizes_are_those_of_the_counterexample()
    {
        using var folder = new ClaimFolder(("a.claim", Setting + False));
        Assert.Contains("counterexample: d = 2, N = 3", CommandLine.Run("check", folder.Root, "--at", "d=2, N=3").Out);
    }

    [Fact]
    public void Files_are_read_once_and_in_order()
    {
        using var folder = new ClaimFolder(("b.claim", Setting + True), ("a/z.claim", Setting + True), ("a.claim", Setting + True));
        var answer = CommandLine.Run("check", folder.Root, folder["b.claim"]);
        var headings = answer.Out.Split('\n').Where(line => line.StartsWith(folder.Root)).ToList();
        Assert.Equal([folder["a.claim"], folder["a/z.claim"], folder["b.claim"]], headings);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    public void A_table_fits_the_terminal(int width)
    {
        using var folder = new ClaimFolder(("a.claim", Setting + True + NearMiss));
        var table = CommandLine.RunAt(width, "check", folder.Root).Out.Split('\n').Where(line => line.Length > 0 && "╭│├╰".Contains(line[0])).ToList();
        Assert.NotEmpty(table);
        Assert.All(table, line => Assert.True(line.TrimEnd().Length <= width));
    }

    private static string Pasted(string output)
    {
        const string Indent = "      ";
        return string.Join('\n', output.Split('\n').SkipWhile(line => !line.EndsWith("as a claim file:")).Skip(1).TakeWhile(line => line.StartsWith(Indent)).Select(line => line[Indent.Length..])) + "\n";
    }
}
