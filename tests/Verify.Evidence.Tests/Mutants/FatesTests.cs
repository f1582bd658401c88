using Verify.Evidence.Mutants;
using Verify.Language.Reading;

namespace Verify.Evidence.Tests.Mutants;

/// <summary>Mutants that are true, or say nothing, and near ones that are false.</summary>
public sealed class FatesTests
{
    [Fact]
    public void What_follows_from_an_inequality_is_told_from_what_does_not()
    {
        var report = MutantsOf.Judged("claim \"c\": norm(A ∘ B) <= norm(A) norm(B)");
        var fates = report.Mutants.Where(mutant => mutant.Mutant is { From: "norm(A) norm(B)", Place: "right side" }).ToLookup(mutant => mutant.Mutant.Rule, mutant => mutant.Fate);
        Assert.Equal([Fate.Follows], fates["coefficient doubled"]);
        Assert.Equal([Fate.Refuted], fates["coefficient halved"]);
        Assert.Equal([Fate.Refuted], fates["coefficient negated"]);
    }

    [Theory]
    [InlineData("tr(A ∘ B) <= norm(A) norm(B)", "coefficient negated", "tr(A ∘ B)", Fate.Follows)]
    [InlineData("tr(A B Λ) <= norm(A) norm(B Λ)", "transpose added", "A", Fate.Equivalent)]
    [InlineData("norm(A B) <= norm(A) norm(B)", "inequality tightened by 1 %", "norm(A B) <= norm(A) norm(B)", Fate.Refuted)]
    [InlineData("norm(A B) <= 2 norm(A) norm(B)", "inequality tightened by 1 %", "norm(A B) <= 2 norm(A) norm(B)", Fate.Equivalent)]
    [InlineData("norm(Λ A) > 0 assuming norm(A) = 1", "factor removed", "Λ A", Fate.Equivalent)]
    [InlineData("min(tr(U' Λ U) - 2 tr(U' Ω); U) = -tr(Ω Λ^-1 Ω) at Λ U = Ω", "factors exchanged", "Λ U", Fate.Refuted)]
    [InlineData("flow(tr(U' U) - 2 tr(U' Ω); U = 0) -> U = Ω", "transpose added", "U", Fate.Equivalent)]
    [InlineData("flow(tr(U' U) - 2 tr(U' A); U = 0) -> U = A", "transpose added", "U", Fate.Refuted)]
    [InlineData("tr(A ∘ B) <= norm(A) norm(B)", "coefficient halved", "tr(A ∘ B)", Fate.Follows)]
    [InlineData("tr(A ∘ B) <= norm(A) norm(B)", "coefficient doubled", "tr(A ∘ B)", Fate.Refuted)]
    [InlineData("-norm(A ∘ B) <= norm(A - B)", "coefficient negated", "-norm(A ∘ B)", Fate.Refuted)]
    [InlineData("norm(A) norm(B) - tr(A ∘ B) >= -norm(A)", "coefficient negated", "-norm(A)", Fate.Refuted)]
    [InlineData("norm(A ∘ B) <= norm(A) norm(B) + tr(Λ A A' + B B')", "A B for tr(A) B", "Λ A A'", Fate.Follows)]
    [InlineData("norm(A ∘ B) <= norm(A) norm(B) - tr(Λ A A' + B B') + tr(Λ A A' + B B')", "term dropped", "Λ A A' + B B'", Fate.Refuted)]
    [InlineData("norm(Λ A) > 0 assuming norm(A A') = 1 by norm(Λ A) > 0", "A B for tr(A) B", "Λ A", Fate.Refuted)]
    [InlineData("s >= -1 assuming s > 0", "condition removed", "s > 0", Fate.Refuted)]
    [InlineData("norm(U) >= -1/2 s norm(A) assuming s >= 0", "condition removed", "s >= 0", Fate.Refuted)]
    [InlineData("lim((N + s) / N; N -> inf) = 1", "exponent off by one", "N^-1", Fate.Void)]
    [InlineData("lim((N + s) / N; N -> inf) = 1", "limit changed by 1 %", "1", Fate.Refuted)]
    [InlineData("(N + s) / N = 1 as N -> inf", "exponent off by one", "N^-1", Fate.Refuted)]
    public void A_mutant_has_the_fate_that_it_should(string statement, string rule, string from, Fate fate)
    {
        var mutants = MutantsOf.Judged($"claim \"c\": {statement}").Mutants.Where(mutant => mutant.Mutant.Rule == rule && mutant.Mutant.From == from).ToList();
        Assert.NotEmpty(mutants);
        Assert.Contains(mutants, mutant => mutant.Fate == fate);
    }

    [Fact]
    public void What_is_void_counts_neither_as_settled_nor_as_a_survivor()
    {
        var score = new Score(6, 1, 1, 2, 2);
        Assert.Equal(12, score.Total);
        Assert.Equal(0.8, score.Settled, 12);
        Assert.Equal(1, new Score(0, 0, 0, 3, 0).Settled);
    }

    [Fact]
    public void What_the_moments_do_not_determine_is_not_made()
    {
        var file = ClaimReader.ReadText("moments.claim", "dim d\nvector v : d\nmatrix A : d × d\nrandom g : d ~ moments(cov: A A')\nclaim \"c\": E[(v' g)^2] = v' A A' v\n");
        var powers = MutantGenerator.Of(file.Claims.Single(), []).Mutants.Where(mutant => mutant.Rule == "exponent off by one");
        Assert.Equal(["v' g"], powers.Select(mutant => mutant.To));
    }
}
