using Verify.Testing;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>The catalogue holds: what is claimed is proved or supported, what is refuted has a counterexample.</summary>
public sealed class EveryClaimHoldsTests
{
    [Fact]
    public void EveryFileIsRead() =>
        Assert.Empty(CatalogueRun.Report.Errors.Select(error => $"{error.Place.File}:{error.Place.Line}:{error.Place.Column} {error.Message}"));

    [Fact]
    public void EveryFileStatesSomething() =>
        Assert.All(CatalogueRun.Report.Files, file => Assert.NotEmpty(file.Claims));

    [Fact]
    public void EveryClaimHolds() =>
        Assert.Empty(CatalogueRun.Report.Claims.Where(claim => !claim.Holds).Select(CatalogueRun.Describe));

    [Fact]
    public void NoRouteBreaksDown() =>
        Assert.Empty(CatalogueRun.Report.Claims.Where(claim => claim.Faulted).Select(CatalogueRun.Describe));

    [Fact]
    public void EveryRefutationHasACounterexample() =>
        Assert.All(CatalogueRun.Report.Claims.Where(claim => claim.Verdict == Verdict.Refuted), claim => Assert.NotNull(claim.Counterexample));

    [Fact]
    public void CounterexamplesAreNearMissesOnly() =>
        Assert.All(CatalogueRun.ClaimsIn("counterexamples"), claim => Assert.False(claim.Claim.ExpectedTrue, claim.Claim.Name));

    [Theory]
    [InlineData("gaussian")]
    [InlineData("calculus")]
    public void ResultsAreClaimed(string folder) =>
        Assert.All(CatalogueRun.ClaimsIn(folder), claim => Assert.True(claim.Claim.ExpectedTrue, claim.Claim.Name));

    [Fact]
    public void NamesAreUniqueInAFile() =>
        Assert.All(CatalogueRun.Report.Files, file => Assert.Equal(file.Claims.Length, file.Claims.Select(claim => claim.Claim.Name).Distinct().Count()));
}
