using System.Text.RegularExpressions;
using Verify.Attention.Theory;
using Verify.Evidence;
using Verify.Language.Routes;
using Verify.Simulation.Dense;
using Verify.Testing;

namespace Verify.Attention.Tests.Theory;

/// <summary>Predictions come from statements of the catalogue that are proved.</summary>
public sealed partial class StatedFileTests
{
    public static TheoryData<string> Files => [.. StatedFile.Names];

    /// <summary>Every claim whose right side or value is evaluated in src/Verify.Attention.</summary>
    public static TheoryData<string, string> Evaluated => new()
    {
        { "risk-at-the-optimum", "risk over tasks" },
        { "risk-under-shift", "any layer, one task" },
        { "risk-under-shift", "task shift" },
        { "risk-under-shift", "query shift" },
        { "risk-under-shift", "covariate shift" },
        { "risk-under-shift", "covariates scaled by c" },
        { "risk-on-random-covariances", "gradient at a diagonal U" },
        { "risk-on-random-covariances", "risk on one covariance" },
        { "risk-on-random-covariances", "risk over covariances" },
        { "global-minimum", "minimum of the loss" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_embedded_is_what_stands_in_proofs(string name) =>
        Assert.Equal(File.ReadAllText(RepositoryFiles.PathOf("proofs", "zhang-frei-bartlett-2024", name)), StatedFile.TextOf(name));

    [Theory]
    [MemberData(nameof(Evaluated))]
    public void What_is_evaluated_is_proved_by_the_algebra(string file, string name)
    {
        var claim = StatedFile.Read(file).Claims.Single(claim => claim.Name == name);
        Assert.Equal(Outcome.Proved, RouteCatalogue.Find("symbolic")!.Examine(claim, RouteSettings.Default, CancellationToken.None).Outcome);
    }

    [Fact]
    public void Every_claim_that_the_source_names_is_among_these()
    {
        var named = Directory.EnumerateFiles(RepositoryFiles.PathOf("src", "Verify.Attention"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(path => Literal().Matches(File.ReadAllText(path)).Select(literal => literal.Groups[1].Value));
        var claims = StatedFile.Names.Where(name => name.EndsWith(".claim")).SelectMany(name => StatedFile.Read(name[..^6]).Claims).Select(claim => claim.Name).ToHashSet();
        Assert.Empty(named.Where(claims.Contains).Except(Evaluated.Select(row => (string)row[1])));
    }

    /// <summary>E λᵢ^a λⱼ^b λₖ^c = a! b! c! for a + b + c ≤ 3 and different places, summed over the weighted matrices.</summary>
    [Fact]
    public void The_weighted_matrices_have_the_moments_of_exponential_variances()
    {
        double[] factorials = [1, 1, 2, 6];
        foreach (var (a, b, c) in from a in Enumerable.Range(0, 4) from b in Enumerable.Range(0, 4 - a) from c in Enumerable.Range(0, 4 - a - b) select (a, b, c))
        {
            var moment = DegreeThree.Exponential(4).Sum(atom => atom.Probability * Math.Pow(atom.Value[0, 0], a) * Math.Pow(atom.Value[1, 1], b) * Math.Pow(atom.Value[3, 3], c));
            Assert.Equal(factorials[a] * factorials[b] * factorials[c], moment, 1e-12);
        }

        Assert.Equal(6, DegreeThree.Exponential(1).Sum(atom => atom.Probability * Math.Pow(atom.Value[0, 0], 3)), 1e-12);
    }

    /// <summary>(C.8) by hand for one variance: ξ = 2, γ = 6 (1 + 1/N) + 6/N; and N → ∞ gives the 1/3 of section 4.3.</summary>
    [Theory]
    [InlineData(1, 1, 2.0 / 18)]
    [InlineData(1, 6, 2.0 / 8)]
    [InlineData(3, 1_000_000, 1.0 / 3)]
    public void The_limit_on_exponential_variances_is_known(int d, int n, double value)
    {
        var limit = Predictions.LimitOnExponential(d, n);
        Assert.Equal(0, Spectra.Distance(limit, Matrix.Of(d, d, (i, j) => i == j ? value : 0)), 1e-5);
    }

    [GeneratedRegex("\"([^\"\\n]+)\"")]
    private static partial Regex Literal();
}
