using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Simulation.Tests.Examining;

/// <summary>Entries, ones and indices, in doubles and in draws.</summary>
public sealed class EntryTests
{
    private const string Setting = """
        dim d >= 2
        dim N
        index i, j : d
        index n : N
        vector v : d
        matrix A, B : d × d
        matrix D : d × d, diag
        matrix Λ : d × d, spd
        random X : N × d ~ normal(rows: Λ)
        random Φ : d × d, spd, diag ~ any

        """;

    [Theory]
    [InlineData("entry(A B; i, j) = entry(B' A'; j, i)", Outcome.Agrees)]
    [InlineData("entry(A B; i, j) = entry(B A; i, j)", Outcome.Disagrees)]
    [InlineData("entry(D; i, j) = 0 assuming i != j", Outcome.Agrees)]
    [InlineData("entry(A; 1, 2) = entry(A'; 2, 1)", Outcome.Agrees)]
    [InlineData("entry(A; 1, 2) = entry(A; 2, 1)", Outcome.Disagrees)]
    [InlineData("ones' (A ∘ B) ones = tr(A' B)", Outcome.Agrees)]
    [InlineData("ones' A ones = tr(A)", Outcome.Disagrees)]
    [InlineData("E[(ones' X v)^2] = N v' Λ v", Outcome.Agrees)]
    [InlineData("E[(ones' X v)^2] = 2 N v' Λ v", Outcome.Disagrees)]
    [InlineData("E[norm(column(X'; n))^2] = tr(Λ)", Outcome.Agrees)]
    [InlineData("E[entry(X; n, 1)^2] = 2 entry(Λ; 1, 1)", Outcome.Disagrees)]
    [InlineData("E[Φ A Φ] = E[Φ ones ones' Φ] ∘ A", Outcome.Agrees)]
    [InlineData("E[Φ A Φ] = E[Φ^2] A", Outcome.Disagrees)]
    public void It_is_told(string statement, Outcome outcome) =>
        Assert.Equal(outcome, Examined.Find(SoundFile.Read(Setting + $"claim \"it\": {statement}\n").Claims.Single(), Examined.Settings with { WorkLimit = 1_000_000 }).Outcome);
}
