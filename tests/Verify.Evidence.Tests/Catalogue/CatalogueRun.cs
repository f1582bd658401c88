using Verify.Testing;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>All files of <c>proofs</c>, read and checked once for all tests.</summary>
internal static class CatalogueRun
{
    private static readonly Lazy<RunReport> OnlyRun = new(() =>
    {
        var files = Checker.Read(RepositoryFiles.ClaimFiles(), RunSettings.Default.Threads);
        return Checker.Check(files, RunSettings.Default, _ => { }, CancellationToken.None);
    });

    /// <summary>The verdicts with the settings of a plain <c>verify check proofs</c>.</summary>
    public static RunReport Report => OnlyRun.Value;

    /// <summary>The claims of the files in one folder of <c>proofs</c>.</summary>
    public static IEnumerable<ClaimReport> ClaimsIn(string folder)
    {
        var paths = RepositoryFiles.ClaimFiles(folder).ToHashSet();
        return Report.Files.Where(file => paths.Contains(file.File.Path)).SelectMany(file => file.Claims);
    }

    /// <summary>One line on a claim: where it is, what came out and why.</summary>
    public static string Describe(ClaimReport report) =>
        $"{Path.GetRelativePath(RepositoryFiles.Root, report.Claim.Place.File)}:{report.Claim.Place.Line} \"{report.Claim.Name}\": {report.Verdict.Word()}; "
        + string.Join("; ", report.Routes.Select(route => $"{route.Route} {route.Finding.Outcome.Word()}, {route.Finding.Detail}"));
}
