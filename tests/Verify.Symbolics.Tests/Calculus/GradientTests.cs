using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Tests.Decisions;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;
using Outcome = Verify.Language.Routes.Outcome;

namespace Verify.Symbolics.Tests.Calculus;

public sealed class GradientTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    [Fact]
    public void GradientsAreThoseOfDifferences() => Prop.ForAll(Seeds, Seeds, (seed, values) =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        var random = new RandomExpressions(seed);
        var (body, parameter) = (random.Scalar(4), seed % 3 == 0 ? random.Real : random.U);
        return GradientAgrees(body, parameter, random.Instance(values));
    }).Holds(500);

    // The terms of the body are differentiated one by one for the derivation, under one bound copy: one has the symbol U is set to, another has not.
    [Theory]
    [InlineData("grad(tr(U' U) + tr(A U); U)[U := A] = 2 A + A'", Outcome.Proved)]
    [InlineData("grad(tr(A U) + tr(U' U); U)[U := A] = 2 A + A'", Outcome.Proved)]
    [InlineData("grad(tr(U' U) + tr(A U); U)[U := A] = 2 A + 2 A'", Outcome.Disagrees)]
    [InlineData("grad(E[tr(X' X U U')] + tr(B); U)[U := B] = 2 N Λ B", Outcome.Proved)]
    [InlineData("grad(tr(U' U) + tr(A); U)[U := A] = I", Outcome.Disagrees)]
    public void A_gradient_at_a_symbol_of_its_own_body_leaves_that_symbol_alone(string statement, Outcome outcome) => Assert.Equal(outcome, Claims.Examine(statement).Outcome);

    [Fact]
    public void ThePoleOfAnInverseIsDifferentiatedToo()
    {
        // tr((c Λ + tr(Λ)/N I)^-1) by the scalar parameter c: the pole -tr(Λ)/(N c) moves with c.
        using var algebra = Algebra.Enter(4_000_000);
        var random = new RandomExpressions(1);
        var gamma = Expr.Add(
            Expr.Times(Expr.Of(random.Real), Expr.Of(random.Spd)),
            Expr.Times(Expr.Divide(Expr.TraceOf(Expr.Of(random.Spd)), Expr.Of(random.N)), Expr.Identity(random.D)));
        var bound = random.Real;
        var gradient = Expr.GradientOf(Expr.TraceOf(Expr.Pow(gamma, -1)), bound, Expr.Of(bound));
        var stated = Expr.Negate(Expr.TraceOf(Expr.Times(Expr.Pow(gamma, -2), Expr.Of(random.Spd))));
        var normalizer = new Normalizer();
        Assert.True((normalizer.Of(gradient) - normalizer.Of(stated)).IsZero);
    }

    [Fact]
    public void TheBranchPointOfARootIsDifferentiatedToo() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        var random = new RandomExpressions(seed);
        var shifted = Expr.Add(Expr.Of(random.Spd), Expr.Times(Expr.Pow(Expr.Of(random.Real), 2), Expr.Identity(random.D)));
        var root = Expr.Times(Expr.Pow(shifted, new Rational((seed % 3) - 1, 2) + new Rational(1, 4)), Expr.Pow(Expr.Of(random.Spd), new Rational(seed % 2, 2)));
        return GradientAgrees(Expr.TraceOf(Expr.Times(root, random.Matrix(1))), random.Real, random.Instance(seed));
    }).Holds(60);

    [Fact]
    public void GradientsOfGradientsGoThroughBothCopies()
    {
        // grad(tr(grad(tr(X A X' B); X) C'); X) = B' C A' + B C A, each grad with its own copy of X.
        using var algebra = Algebra.Enter(4_000_000);
        Symbol Square(string name, SymbolRole role) => new(name, new(Size, Size), role);
        var (outer, inner, x) = (Square("X", SymbolRole.Parameter), Square("X", SymbolRole.Parameter), Square("X", SymbolRole.Parameter));
        var (a, b, c) = (Expr.Of(Square("A", SymbolRole.Given)), Expr.Of(Square("B", SymbolRole.Given)), Expr.Of(Square("C", SymbolRole.Given)));
        var first = Expr.GradientOf(Expr.TraceOf(Expr.Times(Expr.Of(inner), a, Expr.TransposeOf(Expr.Of(inner)), b)), inner, Expr.Of(outer));
        var second = Expr.GradientOf(Expr.TraceOf(Expr.Times(first, Expr.TransposeOf(c))), outer, Expr.Of(x));
        var stated = Expr.Add(Expr.Times(Expr.TransposeOf(b), c, Expr.TransposeOf(a)), Expr.Times(b, c, a));
        var normalizer = new Normalizer();
        Assert.True((normalizer.Of(second) - normalizer.Of(stated)).IsZero);
    }

    [Fact]
    public void TheGradientIsTakenBeforeTheParameterIsSet() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        var random = new RandomExpressions(seed);
        var body = random.Scalar(3);
        var instance = random.Instance(seed);
        var at = Expr.Times(Expr.Of(random.Spd), Expr.Of(2));
        var form = new Normalizer().Of(Expr.GradientOf(body, random.U, at));
        instance[random.U] = ExprValue.Of(at, instance);
        return Close(Differences(body, random.U, instance), FormValue.Of(form, instance));
    }).Holds(150);

    private static readonly Dimension Size = new("d");

    private static bool GradientAgrees(Expr body, Symbol parameter, Instance instance)
    {
        var form = new Normalizer().Of(Expr.GradientOf(body, parameter, Expr.Of(parameter)));
        return Close(Differences(body, parameter, instance), FormValue.Of(form, instance));
    }

    /// <summary>Central differences of fourth order, entry by entry.</summary>
    private static double[,] Differences(Expr body, Symbol parameter, Instance instance)
    {
        const double h = 1e-3;
        var at = instance[parameter];
        var gradient = PlainValue.Build(at.GetLength(0), at.GetLength(1), (i, j) =>
        {
            double Value(double step)
            {
                var moved = (double[,])at.Clone();
                moved[i, j] += step;
                instance[parameter] = moved;
                return ExprValue.Of(body, instance)[0, 0];
            }

            return ((8 * (Value(h) - Value(-h))) - (Value(2 * h) - Value(-2 * h))) / (12 * h);
        });
        instance[parameter] = at;
        return gradient;
    }

    private static bool Close(double[,] expected, double[,] actual) => Dense.Distance(expected, actual) <= 1e-5 * (1 + Dense.Norm(expected));
}
