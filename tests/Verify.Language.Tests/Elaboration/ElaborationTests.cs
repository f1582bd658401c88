using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Language.Tests.Elaboration;

public sealed class ElaborationTests
{
    [Theory]
    [InlineData("A + I", "A + I")]
    [InlineData("tr(2 I A)", "tr(2 I A)")]
    [InlineData("[A, 0; 0, s] W", "[A, 0; 0, s] W")]
    [InlineData("0 A + 0", "0 A + 0")]
    [InlineData("C 0 + y v'", "C 0 + y v'")]
    public void SizesOfZeroAndIdentityAreFound(string text, string printed) => Assert.Equal(printed, CorePrinter.Print(Show(text)));

    [Fact]
    public void EachExpectationHasItsOwnCopies()
    {
        var sum = Assert.IsType<Sum>(Show("E[w' w] + E[w' w]"));
        Assert.NotSame(((Expectation)sum.Terms[0]).Bound[0], ((Expectation)sum.Terms[1]).Bound[0]);
        Assert.Empty(sum.FreeSymbols);
    }

    [Fact]
    public void AHeldSymbolStaysFree()
    {
        var held = Assert.IsType<Expectation>(Show("E[X w | w]"));
        Assert.Equal("X", Assert.Single(held.Bound).Name);
        Assert.Contains(held.FreeSymbols, symbol => symbol.Name == "w");
    }

    [Fact]
    public void ASymbolReachedThroughALawIsAveragedUnlessHeld()
    {
        const string random = "random Σ : d × d, spd ~ any\nrandom z : d ~ normal(Σ)\n";
        var both = Assert.IsType<Expectation>(Show("E[z' z]", random));
        Assert.Equal(["Σ", "z"], both.Bound.Select(symbol => symbol.Name));
        Assert.Contains(both.Bound[0], ((NormalLaw)both.Bound[1].Law!).Covariance.FreeSymbols);
        var held = Assert.IsType<Expectation>(Show("E[z' z | Σ]", random));
        Assert.Equal("z", Assert.Single(held.Bound).Name);
    }

    [Fact]
    public void AnExpectationDoesNotAverageAValueThatIsPutIntoIt()
    {
        var product = Assert.IsType<Expectation>(Show("E[s w' w][s := w' v]"));
        Assert.Contains(product.FreeSymbols, symbol => symbol is { Name: "w", Role: SymbolRole.Random });
    }

    [Fact]
    public void AGradientIsTakenBeforeItsParameterIsReplaced()
    {
        var gradient = Assert.IsType<Gradient>(Show("grad(tr(U' U); U)[U := A]"));
        Assert.Equal("A", ((SymbolValue)gradient.At).Symbol.Name);
        Assert.Contains(gradient.Bound, gradient.Body.FreeSymbols);
    }

    [Fact]
    public void ADimensionIsReplacedInSizesThatAreBound()
    {
        var trace = Assert.IsType<Expectation>(Show("E[tr(X' X)][N := M]", "dim M\n"));
        Assert.Equal("M × d", Assert.Single(trace.Bound).Shape.ToString());
        Assert.Equal("tr(Λ)/M", CorePrinter.Print(Show("(tr(Λ)/N)[N := M]", "dim M\n")));
    }

    [Fact]
    public void ADefinitionWithArgumentsIsPutInAsWritten()
    {
        const string definitions = "let quadratic(P, x) = x' P x\nlet slope(F, P) = grad(F; P)\n";
        Assert.Equal("v' I v + (A v)' Λ (A v)", CorePrinter.Print(Show("quadratic(I, v) + quadratic(Λ, A v)", definitions)));
        Assert.Equal("grad(tr(U); U)", CorePrinter.Print(Show("slope(tr(U), U)", definitions)));
    }

    [Fact]
    public void ADefinitionWhoseSizeIsOpenTakesItWhereItIsUsed()
    {
        Assert.Equal("A (I + I) + A", CorePrinter.Print(Show("A J + A", "let J = I + I\n")));
        Assert.Equal("y' (I + I) y", CorePrinter.Print(Show("y' J y", "let J = I + I\n")));
    }

    [Fact]
    public void DeepSharingCostsNothing()
    {
        var lines = string.Join("\n", Enumerable.Range(1, 60).Select(i => $"let x{i} = x{i - 1} + x{i - 1}"));
        var text = SampleSymbols.Declarations + "let x0 = tr(A Λ)\n" + lines + "\nclaim \"deep\": x60[A := I] = 2 x59\n";
        var file = ClaimReader.ReadText("deep.claim", text);
        Assert.Empty(file.Errors);
        Assert.Equal("for all d ≥ 1; Λ : d × d, spd; A : d × d: … + … = 2 …", UnderstoodStatement.Print(Assert.Single(file.Claims)));
    }

    [Fact]
    public void ADefinitionThatGrowsWithoutEndIsAnError()
    {
        var lines = string.Join("\n", Enumerable.Range(1, 40).Select(i => $"let f{i}(p) = f{i - 1}(f{i - 1}(p))"));
        var file = ClaimReader.ReadText("deep.claim", "scalar s\nlet f0(p) = p + p\n" + lines + "\nshow f40(s)\n");
        Assert.Contains("more than", Assert.Single(file.Errors).Message);
    }

    [Fact]
    public void AChainOfDefinitionsThatIsTooDeepIsAnError()
    {
        var lines = string.Join("\n", Enumerable.Range(1, 5000).Select(i => $"let x{i} = x{i - 1} + 1"));
        var file = ClaimReader.ReadText("deep.claim", "scalar x0\n" + lines + "\nclaim \"sound\": x3000 = x0 + 3000\n");
        Assert.Equal(4001, Assert.Single(file.Errors).Place.Line);
        Assert.Single(file.Claims);
    }

    [Fact]
    public void AClaimAsUnderstoodNamesWhatItDependsOn()
    {
        var file = ClaimReader.ReadText("c.claim", SampleSymbols.Declarations + "claim \"x\": E[X' X] = N Λ assuming s > 0\n");
        Assert.Equal(
            "for all d, N ≥ 1; Λ : d × d, spd; s : scalar; with X : N × d ~ normal(rows: Λ): E[X' X] = N Λ assuming s > 0",
            UnderstoodStatement.Print(Assert.Single(file.Claims)));
    }

    private static Expr Show(string text, string more = "") => Assert.Single(SoundFile.Read(SampleSymbols.Declarations + more + "show " + text).Shows).Expression;
}
