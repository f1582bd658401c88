using System.Collections.Immutable;

namespace Verify.Language.Tests.Statement;

public sealed class SubstitutionTests
{
    private static readonly Dimension D = new("d");
    private static readonly Dimension N = new("N");
    private static readonly Dimension M = new("M");
    private static readonly Symbol Λ = new("Λ", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
    private static readonly Symbol A = new("a", new(D, Size.One), SymbolRole.Parameter);
    private static readonly Symbol B = new("b", new(D, Size.One), SymbolRole.Parameter);

    [Fact]
    public void ValuesAreExchangedAtOnce()
    {
        var swap = new Substitution([new(A, Expr.Of(B)), new(B, Expr.Of(A))]);
        Assert.Same(Expr.Subtract(Expr.Of(B), Expr.Of(A)), swap.In(Expr.Subtract(Expr.Of(A), Expr.Of(B))));
    }

    [Fact]
    public void WhatIsNotReachedIsTheSameObject()
    {
        var e = MeanSquare(Vector("x", Expr.Of(Λ)));
        Assert.Same(e, Substitution.Of(A, Expr.Of(B)).In(e));
    }

    [Fact]
    public void ABoundSymbolWhoseLawMentionsTheReplacedGetsAFreshCopy()
    {
        var x = Vector("x", Expr.Of(Λ));
        var result = Assert.IsType<Expectation>(Substitution.Of(Λ, Expr.Identity(D)).In(MeanSquare(x)));
        Assert.NotSame(x, result.Bound[0]);
        Assert.Same(Expr.Identity(D), ((NormalLaw)result.Bound[0].Law!).Covariance);
        Assert.Same(MeanSquare(result.Bound[0]), result);
    }

    [Fact]
    public void ALawReachedThroughAnotherBoundSymbolFollows()
    {
        var inner = new Symbol("Σ", new(D, D), SymbolRole.Random, MatrixAttributes.PositiveDefinite, law: new AnyLaw());
        var x = Vector("x", Expr.Add(Expr.Of(inner), Expr.Of(Λ)));
        var e = Expr.ExpectationOf(Expr.Times(Expr.TransposeOf(Expr.Of(x)), Expr.Of(x)), [inner, x]);
        var result = Assert.IsType<Expectation>(Substitution.Of(Λ, Expr.Zero(Λ.Shape)).In(e));
        Assert.Same(Expr.Add(Expr.Of(result.Bound[0]), Expr.Zero(Λ.Shape)), ((NormalLaw)result.Bound[1].Law!).Covariance);
    }

    [Fact]
    public void AValueIsNeverBoundTwiceWhenABinderIsPutIntoItself()
    {
        var x = Vector("x", Expr.Of(Λ));
        var e = Expr.ExpectationOf(Expr.Times(Expr.TransposeOf(Expr.Of(A)), Expr.Of(x)), [x]);
        var value = Expr.Times(e, Expr.Of(B));
        var result = Assert.IsType<Expectation>(Substitution.Of(A, value).In(e));
        Assert.Same(x, Assert.IsType<Expectation>(((Product)value).Left).Bound[0]);
        Assert.NotSame(x, result.Bound[0]);
        Assert.Equal([A, B], result.FreeSymbols.Remove(Λ).Order());
    }

    [Fact]
    public void AGradientIsTakenFirstAndMovesToTheValue()
    {
        var bound = new Symbol("a", A.Shape, SymbolRole.Parameter);
        var body = Expr.Times(Expr.TransposeOf(Expr.Of(bound)), Expr.Of(bound));
        var gradient = Expr.GradientOf(body, bound, Expr.Of(A));
        var result = Assert.IsType<Gradient>(Substitution.Of(A, Expr.Of(B)).In(gradient));
        Assert.Same(body, result.Body);
        Assert.Same(Expr.Of(B), result.At);
    }

    [Fact]
    public void ADimensionReplacesSizesAndValuesOfBoundSymbols()
    {
        var x = new Symbol("X", new(N, D), SymbolRole.Random, law: new NormalLaw(Expr.Zero(new(D, Size.One)), Expr.Of(Λ), true));
        var e = Expr.ExpectationOf(Expr.Times(Expr.Of(N), Expr.Times(Expr.TransposeOf(Expr.Of(x)), Expr.Of(x))), [x]);
        var result = Assert.IsType<Expectation>(Substitution.Of(N, (Size)M + 1).In(e));
        Assert.Equal(new Shape((Size)M + 1, D), result.Bound[0].Shape);
        Assert.Equal([M, D], result.FreeDimensions.Order());
    }

    [Fact]
    public void AFreeSymbolCannotKeepASizeThatIsReplaced() =>
        Assert.Throws<ArgumentException>(() => Substitution.Of(D, (Size)M).In(Expr.Of(Λ)));

    [Fact]
    public void AValueOfAnotherShapeIsRefused() => Assert.Throws<ArgumentException>(() => Substitution.Of(A, Expr.Of(Λ)));

    [Fact]
    public void ASymbolBoundAgainInsideHidesTheOuterOne()
    {
        var x = Vector("x", Expr.Of(Λ));
        var inner = MeanSquare(x);
        var e = Expr.ExpectationOf(Expr.Times(inner, Expr.Times(Expr.TransposeOf(Expr.Of(A)), Expr.Of(x))), [x]);
        var result = Assert.IsType<Expectation>(Substitution.Of(A, Expr.Of(B)).In(e));
        Assert.Same(inner, ((Product)result.Body).Left);
    }

    [Fact]
    public void DeepSharingCostsNothing()
    {
        var e = Expr.TraceOf(Expr.Of(Λ));
        for (var i = 0; i < 200; i++)
        {
            e = Expr.Add(e, e);
        }

        var result = Substitution.Of(Λ, Expr.Identity(D)).In(e);
        Assert.Same(result, Substitution.Of(Λ, Expr.Identity(D)).In(e));
        Assert.Empty(result.FreeSymbols);
    }

    private static Symbol Vector(string name, Expr covariance) =>
        new(name, new(D, Size.One), SymbolRole.Random, law: new NormalLaw(Expr.Zero(new(D, Size.One)), covariance, false));

    private static Expr MeanSquare(Symbol x) => Expr.ExpectationOf(Expr.Times(Expr.TransposeOf(Expr.Of(x)), Expr.Of(x)), ImmutableArray.Create(x));
}
