using System.Text.RegularExpressions;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>docs/hypotheses.md says of each hypothesis of the paper whether it is used; the claims that it names exist and have the verdicts that it gives them.</summary>
public sealed partial class HypothesesTests
{
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(RepositoryFiles.PathOf("docs", "hypotheses.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("../proofs/", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ")),
    ];

    [Fact]
    public void Each_row_has_five_cells_and_the_last_is_evidence() => Assert.All(Rows, row =>
    {
        Assert.Equal(5, row.Length);
        Assert.Empty(Evidence().Replace(row[4], "").Replace("; ", ""));
    });

    [Fact]
    public void Each_hypothesis_of_a_statement_stands_once() =>
        Assert.Equal(Rows.Count, Rows.Select(row => (row[0], row[1])).Distinct().Count());

    [Fact]
    public void Each_claim_exists_in_the_file_named()
    {
        var claims = RepositoryFiles.ClaimFiles().ToDictionary(path => path, path => ClaimReader.Read(path).Claims.Select(claim => claim.Name).ToHashSet());
        Assert.NotEmpty(Named());
        Assert.All(Named(), named => Assert.Contains(named.Name, claims[named.Path]));
    }

    [Fact]
    public void Each_claim_has_the_verdict_given()
    {
        var verdicts = CatalogueRun.Report.Claims.ToDictionary(claim => (claim.Claim.Place.File, claim.Claim.Name), claim => claim.Verdict.Word());
        Assert.All(Named(), named => Assert.Equal((named.Name, named.Verdict), (named.Name, verdicts[(named.Path, named.Name)])));
    }

    private static IEnumerable<(string Verdict, string Path, string Name)> Named() =>
        from row in Rows
        from Match evidence in Evidence().Matches(row[4])
        from Capture name in evidence.Groups["name"].Captures
        select (evidence.Groups["verdict"].Value, RepositoryFiles.PathOf("proofs", evidence.Groups["path"].Value), name.Value);

    [GeneratedRegex("""(?<verdict>proved|supported|refuted) in \[[a-z-]+\]\(\.\./proofs/(?<path>[a-z0-9/-]+\.claim)\): "(?<name>[^"]+)"(, "(?<name>[^"]+)")*""")]
    private static partial Regex Evidence();
}
