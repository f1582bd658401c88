using Verify.Reports.Catalogue;
using Verify.Testing;

namespace Verify.Cli.Tests;

/// <summary>The catalogue and the errata, which <c>verify check</c> writes from the claims and the lists of what papers state.</summary>
public sealed class PagesTests
{
    private const string Claims = """
        title  "Traces"
        source "Nobody 2024, Lemma 1"

        # Cyclic traces.
        dim d >= 2
        matrix A, B : d × d
        matrix Λ : d × d, spd
        claim  "cyclic": tr(A B) = tr(B A)
        claim  "under a condition": tr(A Λ) = tr(B Λ) assuming A = B
        claim  "beyond": tr(A + B) = tr(A) + tr(B)
        """;

    private const string Printed = """
        title  "The trace of a product"
        source "Nobody 2024, Lemma 2"

        # Of one by one matrices it would hold.
        dim d
        matrix A, B : d × d
        refute "Lemma 2, as printed": tr(A B) = tr(A) tr(B)
        claim  "Lemma 2, corrected": tr(A B) = tr(B A)
        """;

    private const string List = """
        title  "On traces"
        source "Nobody 2024"

        # the lemmas
        Lemma 1 (1) | The trace is cyclic | and so on
          traces.claim: "cyclic", "under a condition"
        Lemma 2 | The trace of a product
          as-printed/product.claim
        Lemma 3 | Nobody knows
          open: no certificate is known
        """;

    [Fact]
    public void The_catalogue_holds_the_statements_against_the_claims()
    {
        using var folder = new ClaimFolder(("paper/traces.claim", Claims), ("paper/as-printed/product.claim", Printed), ("paper/statements.paper", List), ("other.claim", Claims));
        Assert.Equal(0, CommandLine.StartIn(folder.Root, "check", "paper", "other.claim", "--catalogue", "catalogue.md", "--seed", "3").Status);
        var rows = File.ReadAllLines(folder["catalogue.md"]).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        Assert.Equal(
        [
            "| place | statement | file | verdict | routes | assumes |",
            "| Lemma 1 (1) | The trace is cyclic \\| and so on | [traces.claim](./paper/traces.claim) | proved | symbolic proved; coordinates agrees; simulation agrees | `d ≥ 2`, `Λ spd`, `A = B` |",
            "| Lemma 2 | The trace of a product | [as-printed/product.claim](./paper/as-printed/product.claim) | as printed refuted; corrected proved | symbolic disagrees 1, proved 1; coordinates agrees 1, disagrees 1; simulation agrees 1, disagrees 1 |  |",
            "| Lemma 3 | Nobody knows |  | open: no certificate is known |  |  |",
            "| file | claims | verdict |",
            "| [traces.claim](./paper/traces.claim) | beyond | proved |",
            "| file | what it is about | claims | verdicts |",
            "| [other.claim](./other.claim) | Traces | 3 | proved |",
        ], rows);
    }

    [Fact]
    public void The_errata_show_each_pair_with_its_counterexample()
    {
        using var folder = new ClaimFolder(("traces.claim", Claims), ("as-printed/product.claim", Printed));
        Assert.Equal(0, CommandLine.StartIn(folder.Root, "check", ".", "--errata", "errata.md").Status);
        var page = File.ReadAllText(folder["errata.md"]);
        Assert.Contains("## Nobody 2024\n\n### Lemma 2\n", page);
        Assert.Contains("Of one by one matrices it would hold.", page);
        Assert.Contains("refute \"Lemma 2, as printed\": tr(A B) = tr(A) tr(B)\n", page);
        Assert.Contains("Counterexample: d = 2, A = ", page);
        Assert.Contains("Corrected, proved:\n```\nclaim  \"Lemma 2, corrected\": tr(A B) = tr(B A)\n```\n", page);
        Assert.DoesNotContain("cyclic", page);
    }

    [Theory]
    [InlineData("Lemma 1 | A\n  nowhere.claim\n", "line 1: nowhere.claim is not among the files that were checked")]
    [InlineData("Lemma 1 | A\n\n  traces.claim: \"cyclical\"\n", "line 1: traces.claim has no claim named \"cyclical\"")]
    [InlineData("Lemma 1 | A\n", "line 1: Lemma 1 has neither a claim nor a reason why it is open")]
    [InlineData("Lemma 1\n", "line 1: expected 'PLACE | statement'")]
    [InlineData("  traces.claim\n", "line 1: expected 'PLACE | statement'")]
    [InlineData("Lemma 1 | A\n  traces.claim \"cyclic\"\n", "line 2: expected 'PLACE | statement'")]
    public void A_list_that_does_not_fit_is_an_error_and_leaves_the_old_page(string list, string message)
    {
        using var folder = new ClaimFolder(("traces.claim", Claims), ("statements.paper", list), ("page.md", "old"));
        var answer = CommandLine.Run("check", folder.Root, "--catalogue", folder["page.md"]);
        Assert.Equal(2, answer.Status);
        Assert.Contains(message, answer.Error);
        Assert.Equal("old", File.ReadAllText(folder["page.md"]));
    }

    [Fact]
    public void A_page_of_some_claims_is_refused()
    {
        using var folder = new ClaimFolder(("traces.claim", Claims));
        var answer = CommandLine.Run("check", folder.Root, "--only", "cyclic", "--errata", folder["page.md"]);
        Assert.Equal(2, answer.Status);
        Assert.Contains("--only", answer.Error);
        Assert.False(File.Exists(folder["page.md"]));
    }

    /// <summary>The rest of the page, verdicts and routes, is compared by the continuous integration, which checks every claim.</summary>
    [Fact]
    public void The_catalogue_of_this_repository_has_every_statement_of_its_lists()
    {
        var page = File.ReadAllText(RepositoryFiles.PathOf("docs", "catalogue.md"));
        var lists = Directory.EnumerateFiles(RepositoryFiles.PathOf("proofs"), PaperReader.FileName, SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists.SelectMany(list => PaperReader.Read(File.ReadAllText(list)).Statements), statement =>
            Assert.Contains($"| {statement.Place} | {statement.Text.Replace("|", "\\|")} |", page));
    }

    [Fact]
    public void What_is_wrong_as_printed_stands_beside_its_correction() => Assert.All(
        Directory.EnumerateFiles(RepositoryFiles.PathOf("proofs"), "*.claim", SearchOption.AllDirectories).Where(path => path.Contains("as-printed")),
        path =>
        {
            var claims = Verify.Language.Reading.ClaimReader.Read(path).Claims;
            var printed = claims.Where(claim => claim.Name.EndsWith(", as printed", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(printed);
            Assert.All(printed, claim =>
            {
                Assert.False(claim.ExpectedTrue);
                Assert.Contains(claims, other => other.ExpectedTrue && other.Name == claim.Name.Replace(", as printed", ", corrected"));
            });
        });
}
