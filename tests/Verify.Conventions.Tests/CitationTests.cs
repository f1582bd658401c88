using System.Text.RegularExpressions;

namespace Verify.Conventions.Tests;

/// <summary>What is cited as "Authors year" is in docs/references.bib under the key AuthorsYear, and nothing stands there that is not cited.</summary>
public sealed partial class CitationTests
{
    private static readonly string[] Keys = [.. Entry().Matches(Repository.Text("docs/references.bib")).Select(entry => entry.Groups[1].Value)];

    private static IEnumerable<string> Citing =>
        [.. Repository.Files("src", ".cs"), .. Repository.Files("proofs", ".claim", ".setting"), .. Repository.Files("docs", ".md"), "README.md"];

    public static TheoryData<string> Citations => [.. Citing.SelectMany(path => KeysIn(Repository.Text(path)).Distinct().Select(key => $"{path}: {key}"))];

    [Theory]
    [MemberData(nameof(Citations))]
    public void What_is_cited_is_in_the_references(string citation) => Assert.Contains(citation.Split(": ")[1], Keys);

    [Fact]
    public void What_is_in_the_references_is_cited() => Assert.Empty(Keys.Except(Citing.SelectMany(path => KeysIn(Repository.Text(path)))));

    [Fact]
    public void Keys_are_unique() => Assert.Equal(Keys.Distinct(), Keys);

    [Theory]
    [InlineData("as in Zhang, Frei &amp; Bartlett 2024, Lemma D.2", "ZhangFreiBartlett2024")]
    [InlineData("Dai et al. 2023", "Dai2023")]
    [InlineData("Haff (1979)", "Haff1979")]
    [InlineData("at most 2012 terms", null)]
    public void A_citation_is_authors_and_a_year(string text, string? key) => Assert.Equal(key, KeysIn(text).SingleOrDefault());

    private static IEnumerable<string> KeysIn(string text) => Citation().Matches(text.Replace("&amp;", "&"))
        .Select(citation => string.Concat(Author().Matches(citation.Groups["authors"].Value).Select(author => author.Value)) + citation.Groups["year"].Value);

    [GeneratedRegex(@"^@\w+\{(\w+),", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?<authors>(\p{Lu}\p{L}+(, | & ))*\p{Lu}\p{L}+)( et al\.)? \(?(?<year>(18|19|20)\d\d)\b")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\p{Lu}\p{L}+")]
    private static partial Regex Author();
}
