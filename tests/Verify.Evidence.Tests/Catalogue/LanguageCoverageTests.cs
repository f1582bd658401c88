using Verify.Testing;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>docs/language-coverage.md lists the constructs of the language; proofs/language has a claim that holds and a near miss for each.</summary>
public sealed class LanguageCoverageTests
{
    private static readonly IReadOnlyList<(string Construct, string File)> Listed = [.. Rows()];

    [Fact]
    public void EachConstructIsListedOnce() => Assert.Equal(Listed.Count, Listed.Select(row => row.Construct).Distinct().Count());

    [Fact]
    public void EachConstructHasAClaimThatHolds() =>
        Assert.All(Listed, row => Assert.Contains(Tried(row), claim => claim.Claim.ExpectedTrue && claim.Holds));

    [Fact]
    public void EachConstructHasANearMissThatIsRefuted() =>
        Assert.All(Listed, row => Assert.Contains(Tried(row), claim => !claim.Claim.ExpectedTrue && claim.Holds));

    [Fact]
    public void EachClaimIsOfAListedConstruct() =>
        Assert.Empty(CatalogueRun.ClaimsIn("language").Select(claim => ConstructOf(claim.Claim.Name)).Except(Listed.Select(row => row.Construct)));

    private static IEnumerable<ClaimReport> Tried((string Construct, string File) row) => CatalogueRun.ClaimsIn("language")
        .Where(claim => ConstructOf(claim.Claim.Name) == row.Construct && Path.GetFileName(claim.Claim.Place.File) == row.File);

    private static string ConstructOf(string name) => name.Split(':')[0];

    private static IEnumerable<(string Construct, string File)> Rows() =>
        from line in File.ReadLines(RepositoryFiles.PathOf("docs", "language-coverage.md"))
        where line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("(../proofs/language/", StringComparison.Ordinal)
        let cells = line.Split(" | ")
        select (cells[0][2..], Path.GetFileName(cells[^1].Split('(')[1].Split(')')[0]));
}
