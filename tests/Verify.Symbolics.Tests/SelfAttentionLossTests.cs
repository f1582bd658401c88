using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Tests;

/// <summary>The loss of linear self-attention from its definition (Zhang, Frei and Bartlett 2024), with the blocks multiplied out.</summary>
public sealed class SelfAttentionLossTests
{
    private static readonly Dimension D = new("d");
    private static readonly Dimension N = new("N");
    private static readonly Symbol Covariance = new("Λ", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
    private static readonly Symbol U = new("U", new(D, D), SymbolRole.Parameter);
    private static readonly Symbol A = new("a", new(D, 1), SymbolRole.Parameter);
    private static readonly Symbol B = new("b", new(D, 1), SymbolRole.Parameter);
    private static readonly Symbol Value = new("u", Shape.Scalar, SymbolRole.Parameter);
    private static readonly Symbol X = new("X", new(N, D), SymbolRole.Random, law: new NormalLaw(Expr.Zero(new(D, 1)), Expr.Of(Covariance), true));
    private static readonly Symbol W = new("w", new(D, 1), SymbolRole.Random, law: new NormalLaw(Expr.Zero(new(D, 1)), Expr.Identity(D), false));
    private static readonly Symbol Q = new("q", new(D, 1), SymbolRole.Random, law: new NormalLaw(Expr.Zero(new(D, 1)), Expr.Of(Covariance), false));

    private static Expr Lambda => Expr.Of(Covariance);

    private static Expr Gamma => Expr.Add(
        Expr.Times(Expr.Add(Expr.Of(1), Expr.Pow(Expr.Of(N), -1)), Lambda),
        Expr.Times(Expr.Divide(Expr.TraceOf(Lambda), Expr.Of(N)), Expr.Identity(D)));

    /// <summary>[a', u] Z Z' [U; b'] q / N with Z = [X', q; y', 0], y = X w.</summary>
    private static Expr Prediction(bool withVectors)
    {
        var (x, q) = (Expr.Of(X), Expr.Of(Q));
        var y = Expr.Times(x, Expr.Of(W));
        var xx = Expr.Add(Expr.Times(Expr.TransposeOf(x), x), Expr.Times(q, Expr.TransposeOf(q)));
        var xy = Expr.Times(Expr.TransposeOf(x), y);
        var yy = Expr.Times(Expr.TransposeOf(y), y);
        var (a, b, u, m) = (Expr.TransposeOf(Expr.Of(A)), Expr.TransposeOf(Expr.Of(B)), Expr.Of(Value), Expr.Of(U));
        var low = Expr.Times(u, Expr.Times(Expr.TransposeOf(xy), m));
        var sum = !withVectors ? low : Expr.Add(
            Expr.Times(Expr.Times(a, xx), m), Expr.Times(Expr.Times(a, xy), b), low, Expr.Times(Expr.Times(u, yy), b));
        return Expr.Divide(Expr.Times(sum, q), Expr.Of(N));
    }

    private static Expr Moment(bool withVectors, int power) => Expr.ExpectationOf(
        Expr.Pow(Expr.Subtract(Prediction(withVectors), Expr.Times(Expr.TransposeOf(Expr.Of(W)), Expr.Of(Q))), power), [X, W, Q]);

    [Fact]
    public void ReducedLossIsTheStatedQuadraticForm()
    {
        using var algebra = Algebra.Enter(10_000_000);
        var normalizer = new Normalizer();
        var (u, m) = (Expr.Of(Value), Expr.Of(U));
        var stated = Expr.Add(
            Expr.Times(Expr.Of(new Rational(1, 2)), Expr.Pow(u, 2), Expr.TraceOf(Expr.Times(Gamma, Lambda, m, Lambda, Expr.TransposeOf(m)))),
            Expr.Times(Expr.Of(-1), u, Expr.TraceOf(Expr.Times(Expr.Pow(Lambda, 2), Expr.TransposeOf(m)))),
            Expr.Times(Expr.Of(new Rational(1, 2)), Expr.TraceOf(Lambda)));
        var loss = normalizer.Of(Expr.Times(Expr.Of(new Rational(1, 2)), Moment(false, 2)));
        Assert.True((loss - normalizer.Of(stated)).IsZero);
    }

    /// <summary>The four-parameter moments are reached within the default limit of work, and at a = b = 0 they are those of the reduced prediction, computed on their own.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void MomentsOfTheErrorReduceToThoseWithoutVectors(int power)
    {
        using var algebra = Algebra.Enter(20_000_000);
        var normalizer = new Normalizer();
        var whole = normalizer.Of(Moment(true, power));
        var withoutA = Replacement.Of(whole, A, Form.Zero(A.Shape));
        var reduced = Replacement.Of(withoutA, B, Form.Zero(B.Shape));
        Assert.True(whole.DependsOn(A) && whole.DependsOn(B));
        Assert.True((reduced - normalizer.Of(Moment(false, power))).IsZero);
    }

    [Fact]
    public void VectorsThatStartAtZeroStayThere()
    {
        using var algebra = Algebra.Enter(20_000_000);
        var whole = new Normalizer().Of(Moment(true, 2));
        foreach (var vector in (Symbol[])[A, B])
        {
            var gradient = Differentiation.Gradient(whole.AsScalar, vector);
            var atZero = Replacement.Of(Replacement.Of(gradient, A, Form.Zero(A.Shape)), B, Form.Zero(B.Shape));
            Assert.True(!gradient.IsZero && atZero.IsZero);
        }
    }
}
