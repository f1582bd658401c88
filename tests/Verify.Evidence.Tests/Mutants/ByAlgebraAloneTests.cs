using Verify.Evidence.Mutants;
using Verify.Language.Routes;
using Verify.Symbolics;

namespace Verify.Evidence.Tests.Mutants;

/// <summary>What is said to follow from a claim, where no other route could refute it first: what is true may, and what is false never does.</summary>
public sealed class ByAlgebraAloneTests
{
    [Theory]
    [InlineData("tr(A ∘ B) <= norm(A) norm(B)", "coefficient halved", "tr(A ∘ B)")]
    [InlineData("norm(A ∘ B) <= norm(A) norm(B)", "coefficient doubled", "norm(A) norm(B)")]
    [InlineData("norm(A ∘ B) <= norm(A) norm(B) + tr(Λ A A' + B B')", "A B for tr(A) B", "Λ A A'")]
    public void What_is_true_follows(string statement, string rule, string from) => Assert.Contains(Fate.Follows, Fates(statement, rule, from));

    [Theory]
    [InlineData("tr(A ∘ B) <= norm(A) norm(B)", "coefficient doubled", "tr(A ∘ B)")]
    [InlineData("norm(A ∘ B) <= norm(A) norm(B)", "coefficient halved", "norm(A) norm(B)")]
    [InlineData("norm(A ∘ B) <= norm(A) norm(B)", "coefficient negated", "norm(A) norm(B)")]
    [InlineData("-norm(A ∘ B) <= norm(A - B)", "coefficient negated", "-norm(A ∘ B)")]
    [InlineData("norm(A ∘ B) >= -norm(A) norm(B)", "coefficient negated", "-norm(A) norm(B)")]
    [InlineData("norm(A ∘ B) <= norm(A) norm(B) + tr(Λ A A' + B B')", "coefficient negated", "Λ A A'")]
    [InlineData("s >= -1 assuming s > 0", "condition removed", "s > 0")]
    [InlineData("norm(U) >= -1/2 s norm(A) assuming s >= 0", "condition removed", "s >= 0")]
    public void What_is_false_does_not(string statement, string rule, string from) =>
        Assert.All(Fates(statement, rule, from), fate => Assert.True(fate is Fate.Survives, $"{fate}"));

    private static List<Fate> Fates(string statement, string rule, string from)
    {
        var judge = new MutantJudge([new SymbolicRoute()], RouteSettings.Default);
        var fates = MutantsOf.Statement(statement).Mutants.Where(mutant => mutant.Rule == rule && mutant.From == from)
            .Select(mutant => judge.Judge(mutant, CancellationToken.None).Fate).ToList();
        Assert.NotEmpty(fates);
        return fates;
    }
}
