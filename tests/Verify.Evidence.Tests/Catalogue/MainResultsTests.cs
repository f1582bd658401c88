using Verify.Language;
using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>
/// What the main results assume is written down a second time: what each claim ranges and averages over, where its flow starts, its conditions, and the statement with
/// every definition put in. No hypothesis can be added to the page without being added here.
/// </summary>
public sealed class MainResultsTests
{
    private const string Sizes = "for all d, N ≥ 1; Λ : d × d, spd";
    private const string Weights = Sizes + "; P : d × d; U : d × d; p : d; a : d; c : d; b : d; u : scalar; v : scalar";
    private const string WeightsOnManifold = Sizes + "; P : d × d; U : d × d; p : d; c : d; u : scalar; v : scalar";
    private const string Prompt = "; with X : N × d ~ normal(rows: Λ); w : d ~ normal(I); q : d ~ normal(Λ): ";
    private const string Start = "; s : scalar > 0; T : d × d";
    private const string Γ = "((1 + 1/N) Λ + tr(Λ)/N * I)";
    private const string Minimum = "1/2 tr(Λ) - 1/2 tr(Λ^2 " + Γ + "^-1)";
    private const string RootOfNorm = "sqrt(norm(" + Γ + "^-1))";
    private const string Limit = "norm(" + Γ + "^-1)^(-1/2) " + Γ + "^-1";
    private static readonly string Prediction = PredictionOf("[P, p; a', u]", "[U, c; b', v]");
    private static readonly string Loss = LossOf(Prediction);
    private static readonly string LossOnManifold = LossOf(PredictionOf("[P, p; 0', u]", "[U, c; 0', v]"));

    private static readonly (string Name, string Understood)[] Stated =
    [
        ("loss on the manifold (5.5)", WeightsOnManifold + Prompt + LossOnManifold + $" = 1/2 u^2 tr({Γ} Λ U Λ U') - u tr(Λ^2 U') + 1/2 tr(Λ)"),
        ("invariant manifold, a", Weights + Start + Prompt + $"a = 0 along flow({Loss}; a = 0, u = s, U = s T T', b = 0)"),
        ("invariant manifold, b", Weights + Start + Prompt + $"b = 0 along flow({Loss}; a = 0, u = s, U = s T T', b = 0)"),
        ("flow of U (5.4)", WeightsOnManifold + Prompt + $"-grad({LossOnManifold}; U) = u Λ^2 - u^2 {Γ} Λ U Λ"),
        ("flow of u (5.4)", WeightsOnManifold + Prompt + $"-grad({LossOnManifold}; u) = tr(Λ^2 U') - u tr({Γ} Λ U Λ U')"),
        ("idle weights (3.6)", Weights.Replace("spd;", "spd; X : N × d; w : d; q : d;") + ": " + Prediction + " = " + PredictionOf("[0, 0; a', u]", "[U, 0; b', 0]")),
        ("conserved quantity (A.12)", Weights + Prompt + $"u^2 - tr(U U') conserved along flow({Loss}; a, u, U, b) assuming a = 0, b = 0"),
        ("balanced path (A.12)", WeightsOnManifold + Start + Prompt + $"u^2 = tr(U U') along flow({LossOnManifold}; U = s T T', u = s) assuming norm(T T') = 1"),
        ("minimum (5.6)", WeightsOnManifold + Prompt + $"min({LossOnManifold}; U, u) = {Minimum} at u U = {Γ}^-1"),
        ("the square (Corollary A.2)", WeightsOnManifold + Prompt + $"{LossOnManifold} = {Minimum} + 1/2 norm({Γ}^(1/2) (u Λ^(1/2) U Λ^(1/2) - Λ {Γ}^-1))^2"),
        ("limit (4.1), a minimiser", $"{Sizes}: {RootOfNorm} ({Limit}) = {Γ}^-1"),
        ("limit (4.1), balanced", $"{Sizes}: {RootOfNorm}^2 = tr({Limit} ({Limit})')"),
    ];

    private static string Path => RepositoryFiles.PathOf("proofs", "zhang-frei-bartlett-2024", "main-results.claim");

    private static ClaimFile File => ClaimReader.Read(Path);

    [Fact]
    public void Each_is_understood_as_stated_here() => Assert.Equal(Stated, File.Claims.Select(claim => (claim.Name, UnderstoodStatement.Print(claim))));

    [Fact]
    public void The_page_stands_alone() => Assert.DoesNotContain(System.IO.File.ReadLines(Path), line => line.StartsWith("use", StringComparison.Ordinal));

    /// <summary>Read from the statement itself, so that nothing hangs on how it is printed.</summary>
    [Fact]
    public void Only_the_covariance_the_scale_and_the_stated_conditions_are_restricted()
    {
        Assert.All(File.Claims.SelectMany(claim => claim.Dimensions), dimension => Assert.Empty(dimension.LowerBounds));
        Assert.All(File.Claims.SelectMany(claim => claim.Symbols), symbol =>
        {
            Assert.Equal(symbol.Name == "Λ" ? MatrixAttributes.PositiveDefinite : MatrixAttributes.None, symbol.Attributes);
            Assert.Equal(symbol.Name == "s" ? new(Rational.Zero, LowerStrict: true) : ScalarRange.Real, symbol.Range);
        });
        Assert.Equal(
            ["balanced path (A.12)", "conserved quantity (A.12)"],
            File.Claims.Where(claim => !claim.Conditions.IsEmpty).Select(claim => claim.Name).Order());
    }

    [Fact]
    public void All_of_them_are_proved()
    {
        var reports = CatalogueRun.Report.Files.Single(file => file.File.Path == Path).Claims;
        Assert.All(reports, report => Assert.Equal(Verdict.Proved, report.Verdict));
        Assert.All(reports, report => Assert.True(report.Claim.ExpectedTrue));
    }

    private static string PredictionOf(string valueWeights, string keyWeights)
    {
        const string prompt = "[X', q; (X w)', 0]";
        return $"[0, 1] ({prompt} + {valueWeights} {prompt} ({prompt}' {keyWeights} {prompt}) / N) [0; 1]";
    }

    private static string LossOf(string prediction) => $"1/2 E[({prediction} - w' q)^2]";
}
