using System.Text.RegularExpressions;
using Verify.Testing;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>A result file opens with its title and its source, then says what its setting is, then makes its claims.</summary>
public sealed partial class FileConventionsTests
{
    private static readonly string References = File.ReadAllText(RepositoryFiles.PathOf("docs", "references.bib"));

    public static TheoryData<string> Files => [.. RepositoryFiles.ClaimFiles().Select(path => Path.GetRelativePath(RepositoryFiles.Root, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void OpensWithTitleSourceAndSetting(string path)
    {
        var lines = File.ReadAllLines(RepositoryFiles.PathOf(path));
        Assert.Matches(Title(), lines[0]);
        Assert.Matches(Source(), lines[1]);
        Assert.Equal("", lines[2]);
        Assert.StartsWith("# ", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryPaperIsInTheReferences(string path)
    {
        var source = File.ReadAllLines(RepositoryFiles.PathOf(path))[1];
        Assert.All(Paper().Matches(source), paper =>
        {
            var authors = Author().Matches(paper.Groups[1].Value).Select(author => author.Value);
            Assert.Contains("{" + string.Concat(authors) + paper.Groups[2].Value + ",", References, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void IsNamedByWhatItStates(string path) => Assert.Matches(FileName(), Path.GetFileName(path));

    [GeneratedRegex("^title  \"[A-Z].+\"$")]
    private static partial Regex Title();

    [GeneratedRegex("^source \".+\"$")]
    private static partial Regex Source();

    [GeneratedRegex(@"((?:\p{Lu}\p{L}+(?:, | & )?)+) (\d{4})")]
    private static partial Regex Paper();

    [GeneratedRegex(@"\p{Lu}\p{L}+")]
    private static partial Regex Author();

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.claim$")]
    private static partial Regex FileName();
}
