using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Decisions;

/// <summary>What route 1 says of the catalogue: nothing that is claimed is disproved, nothing that is refuted is proved.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Files => [.. RepositoryFiles.ClaimFiles().Select(path => Path.GetRelativePath(RepositoryFiles.Root, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_algebra_never_contradicts_what_a_file_expects(string path)
    {
        var wrong = ClaimReader.Read(RepositoryFiles.PathOf(path)).Claims
            .Where(claim => Claims.Examine(claim).Outcome == (claim.ExpectedTrue ? Outcome.Disagrees : Outcome.Proved))
            .Select(claim => claim.Name);
        Assert.Empty(wrong);
    }

    /// <summary>
    /// The paper's own results need no counterexample search and no luck: every claim is proved, but for one strict inequality between fourth moments, where the whole minimum is attained,
    /// what has to be integrated, and what is said of singular values, of numbers of eigenvalues and of the mean of a Kronecker product.
    /// </summary>
    [Fact]
    public void The_paper_is_proved()
    {
        string[] integrated =
        [
            "from u = 2 s: a minimiser", "from u = 2 s: its balance", "Θ Λ is not 0",
            "the limit (5.9), for every s", "the limit (5.9), far beyond the bound", "u stays positive (A.13), for every s",
            "the limit (4.12) rests: U", "the limit (4.12) rests: u", "u stays positive (C.10)", "the limit (4.12), for every s", "u stays positive (C.10), for every s", "u stays positive (C.10), for every s",
            "gradient domination (C.14)", "twice as much", "the flow ends at a minimiser",
        ];
        string[] singular = ["trace and singular values", "largest singular value out", "trace and singular values, of any sizes", "largest singular value out, of any sizes"];
        string[] eigenvalues = ["one negative eigenvalue of 𝒳", "at least d + 1 negative eigenvalues, corrected", "d + 1 negative eigenvalues", "never more than N + 1"];
        var left = RepositoryFiles.ClaimFiles("zhang-frei-bartlett-2024")
            .SelectMany(path => ClaimReader.Read(path).Claims)
            .Where(claim => claim.ExpectedTrue && Claims.Examine(claim).Outcome != Outcome.Proved)
            .Select(claim => claim.Name);
        string[] random = ["M is definite", "ν is at most each of them (C.13)", "the minimum"];
        string[] others = ["attained nowhere else", "heavier than Gaussian", "the limit (4.1)"];
        Assert.Equal(((string[])[.. integrated, .. singular, .. eigenvalues, .. random, .. others]).Order(StringComparer.Ordinal), left.Order(StringComparer.Ordinal));
    }
}
