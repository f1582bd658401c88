using Verify.Language.Elaboration;
using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Language.Tests.Printing;

/// <summary>A claim printed as a file of its own, bound symbols renamed where a substitution made that necessary, is the claim again when it is read.</summary>
public sealed class ClaimFileRoundTripTests
{
    public static TheoryData<string> Folders => [.. Directory.EnumerateDirectories(RepositoryFiles.PathOf("proofs")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryClaimOfTheCatalogueReadsAsItWas(string folder)
    {
        foreach (var claim in RepositoryFiles.ClaimFiles(folder).SelectMany(path => ClaimReader.Read(path).Claims))
        {
            AssertReadsAsItWas(claim);
        }
    }

    [Theory]
    [InlineData("random Y : scalar, spd ~ any\nrandom z : d ~ normal(cov: Y Λ)\nclaim \"x\": E[z z'] = E[Y] Λ")]
    [InlineData("claim \"x\": lim((Λ + s I)^-1; s -> 0) = Λ^-1")]
    [InlineData("claim \"x\": E[X' X][Λ := A A' + I] = N (A A' + I) assuming s > 0")]
    [InlineData("claim \"x\": E[tr(X' X)] + E[tr(X' X)][Λ := I] = N tr(Λ) + N d")]
    [InlineData("claim \"x\": E[tr(X' X)][Λ := 2 Λ] = E[tr(X' X)][Λ := Λ + Λ]")]
    [InlineData("claim \"x\": grad(tr(U' A); U)[A := U] = U")]
    [InlineData("claim \"x\": lim(s/N; N -> inf)[s := N] = 0 as N -> inf")]
    [InlineData("param K : (d + 1) × (d + 1)\nclaim \"x\": min(norm(K - [A, v; v', s])^2; K) = 0 at K = [A, v; v', s]")]
    [InlineData("param K : (d + 1) × (d + 1)\nclaim \"x\": flow(norm(K - [A, v; v', s])^2; K = [A, 0; 0, 1]) -> K [I; 0] = [A; v']")]
    [InlineData("param K : (d + 1) × (d + 1)\nclaim \"x\": K K' - K' K conserved along flow(norm(K [v; 1])^2; K)")]
    [InlineData("claim \"x\": tr(U U') = s^2 along flow(norm(U - A)^2; U = s I) assuming norm(A) <= 1, A != 0")]
    [InlineData("claim \"x\": tr(A' A) >= 0 assuming s > 0 by tr(A' A) = norm(A)^2, s * norm(A) >= 0")]
    [InlineData("claim \"x\": E[w' X' X w | X] <= tr(X' X) assuming X' X >= I")]
    [InlineData("claim \"x\": E[E[(w' v)^2 | w] + (w' v)^2] = 2 v' v")]
    public void AClaimReadsAsItWas(string lines)
    {
        var file = ClaimReader.ReadText("written.claim", SampleSymbols.Declarations + lines);
        Assert.Empty(file.Errors);
        AssertReadsAsItWas(Assert.Single(file.Claims));
    }

    [Fact]
    public void TheVariableOfALimitIsNotTheSymbolOfItsNameThatHasAValue()
    {
        var claim = ClaimReader.ReadText("written.claim", "scalar s\nclaim \"x\": lim(s; s -> 1) = s").Claims[0];
        var text = ClaimFileText.Print(claim, claim.Symbols.ToDictionary(symbol => symbol, _ => "2"));
        Assert.Equal("let s = 2\nscalar s₁\nclaim \"x\": lim(s₁; s₁ -> 1) = s\n", text.ReplaceLineEndings("\n"));
    }

    private static void AssertReadsAsItWas(Claim claim)
    {
        var text = ClaimFileText.Print(claim, new Dictionary<Symbol, string>());
        var read = ClaimReader.ReadText("printed.claim", text);
        if (read.Errors is [var first, ..] && first.Message.StartsWith("nothing fixes the size", StringComparison.Ordinal))
        {
            // Γ[Λ := I] leaves tr(I), whose size no text can give: there is no I or 0 with a size.
            return;
        }

        Assert.True(read.Errors.IsEmpty, $"{claim.Place.File}:{claim.Place.Line}: {(read.Errors.IsEmpty ? "" : read.Errors[0].Message)}\n{text}");
        var again = Assert.Single(read.Claims);
        Assert.Equal(text, ClaimFileText.Print(again, new Dictionary<Symbol, string>()));
        if (claim.Statement is Comparison { Left: Minimum } && again.Statement is MinimumClaim)
        {
            // min(…)[c := 2] = V with the value put in is the claim that V is the minimum, which means the same.
            return;
        }

        Assert.Equal(claim.Statement.GetType(), again.Statement.GetType());
        Assert.True(Expressions(claim).Zip(Expressions(again)).All(pair => AlphaEquivalence.Holds(pair.First, pair.Second)), text);
    }

    private static IEnumerable<Expr> Expressions(Claim claim) => Dependence.ExpressionsOf(claim.Statement).Concat(claim.Conditions.SelectMany(Dependence.ExpressionsOf));
}
