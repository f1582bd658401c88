using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Language.Tests.Printing;

public sealed class CoreRoundTripTests
{
    private const CoreParts Printable = CoreParts.Entries | CoreParts.Expectations | CoreParts.Gradients | CoreParts.Inverses | CoreParts.RandomSymbols;

    [Fact]
    public void What_is_read_is_the_same_after_printing_and_reading_again() =>
        Prop.ForAll(CoreGenerators.Expressions(new(SampleSymbols.D, SampleSymbols.D), Printable), expression =>
        {
            // The first reading settles where signs stand and which size an empty 0 has.
            if (Read(CorePrinter.Print(expression)) is not { } once)
            {
                return HasOpenSize(expression);
            }

            return Read(CorePrinter.Print(once)) is { } again && AlphaEquivalence.Holds(once, again);
        }).Holds(300);

    [Fact]
    public void A_matrix_expression_reads_as_it_was() =>
        Prop.ForAll(CoreGenerators.Expressions(new(SampleSymbols.D, SampleSymbols.D), Printable), expression =>
            expression.FreeSymbols.Count == 0 || HasOpenSize(expression) || HasSign(expression) || (Read(CorePrinter.Print(expression)) is { } read && AlphaEquivalence.Holds(expression, read))).Holds(300);

    [Theory]
    [InlineData("1/2 s^2 tr(Λ U Λ U')")]
    [InlineData("A - U")]
    [InlineData("-A U - 2 U")]
    [InlineData("s/N")]
    [InlineData("tr(Λ)/N * A")]
    [InlineData("sqrt(tr(Λ))/d")]
    [InlineData("E[X w | w]")]
    [InlineData("E[w' X' X w | w]")]
    [InlineData("grad(tr(U' Λ U); U)")]
    [InlineData("grad(tr(U' Λ U); U)[U := A]")]
    [InlineData("min(tr(U' U) - tr(A U); U)")]
    [InlineData("lim(tr(Λ)/N; N -> inf)")]
    [InlineData("lim(s^2 - 1; s -> 1/2)")]
    [InlineData("[A, v; v', s]")]
    public void TheTextIsTheOneThatAPersonWrites(string text) => Assert.Equal(text, CorePrinter.Print(Read(text)!));

    [Fact]
    public void ABoundSymbolThatWouldHideAFreeOneIsRenamed()
    {
        var read = Read("grad(tr(U' A); U)[A := U]")!;
        Assert.Equal("grad(tr(U₁' U); U₁)[U₁ := U]", CorePrinter.Print(read));
    }

    [Fact]
    public void ASymbolBoundWithAnotherLawHasAnotherName()
    {
        var read = Read("E[tr(X' X)] + E[tr(X' X)][Λ := I]")!;
        Assert.Equal("E[tr(X' X)] + E[tr(X₁' X₁)]", CorePrinter.Print(read));
    }

    [Fact]
    public void WhatIsLargeIsCutOff()
    {
        Expr e = Expr.Of(SampleSymbols.A);
        for (var i = 0; i < 60; i++)
        {
            e = Expr.Add(e, e);
        }

        Assert.Equal("… + …", CorePrinter.Print(e));
    }

    [Fact]
    public void ALongSumShowsItsLeadingTermsAndWholeWhereAskedFor()
    {
        var terms = Enumerable.Range(2, 3000).Select(k => Expr.Times(Expr.Of(k), Expr.Of(SampleSymbols.A)));
        var sum = Expr.Add([.. terms]);
        Assert.StartsWith("2 A + 3 A + 4 A + ", CorePrinter.Print(sum), StringComparison.Ordinal);
        Assert.EndsWith(" A + …", CorePrinter.Print(sum), StringComparison.Ordinal);
        Assert.EndsWith(" + 3001 A", CorePrinter.PrintInFull(sum), StringComparison.Ordinal);
    }

    [Fact]
    public void LatexNamesAndFractions()
    {
        Assert.Equal(@"\tfrac{1}{2} s \operatorname{tr}\left(\Lambda {U}^{\top}\right)", LatexPrinter.Print(Read("1/2 s tr(Λ U')")!));
        Assert.Equal(@"\frac{s}{N} + \mathbb{E}\left[{w}^{\top} w\right]", LatexPrinter.Print(Read("s/N + E[w' w]")!));
    }

    private static Expr? Read(string text)
    {
        var file = ClaimReader.ReadText("round.claim", SampleSymbols.Declarations + "show " + text);
        return file.Shows is [var show] ? show.Expression : null;
    }

    private static bool HasOpenSize(Expr expression) => Any(expression, e => e is IdentityMatrix or ZeroMatrix || (e is Power or Trace && e.Children[0] is Number));

    private static bool HasSign(Expr expression) => Any(expression, e => e is Number { Value.Sign: <= 0 });

    private static bool Any(Expr expression, Func<Expr, bool> holds) => holds(expression) || expression.Children.Any(child => Any(child, holds));
}
