using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Families;
using Verify.Symbolics.Inverses;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Tests.Numeric;
using Verify.Symbolics.Words;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Rules;

/// <summary>Each rewrite rule alone, on random numbers.</summary>
public sealed class RewriteRuleTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();
    private static readonly Dimension D = new("d");
    private static readonly Symbol U = new("U", new(D, D), SymbolRole.Parameter);
    private static readonly Symbol V = new("V", new(D, D), SymbolRole.Given);

    [Fact]
    public void PartialFractionsKeepTheProduct() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(1_000_000);
        var random = new Random(seed);
        Pole[] poles = [algebra.PoleAt(-1), algebra.PoleAt(-3), algebra.PoleAt(Scalar.Of(new Rational(-1, 2)))];
        var (a, b) = (RandomElement(random, poles), RandomElement(random, poles));
        var at = 0.3 + random.NextDouble();
        var sum = PartialFractions.Product(a, b).Terms.Sum(term => (double)term.Value.Constant!.Value * ValueOf(term.Key, at));
        return Math.Abs(sum - (ValueOf(a, at) * ValueOf(b, at))) <= 1e-8 * (1 + Math.Abs(sum)) * 100;
    }).Holds(500);

    [Fact]
    public void ASumOverItsOwnInverseIsTheIdentity()
    {
        // (U V + V U + 2 I)^-1 times the sum, from both sides, by the oriented rules.
        using var algebra = Algebra.Enter(1_000_000);
        var (u, v) = (Form.Of(U), Form.Of(V));
        var sum = (u * v) + (v * u) + Form.Identity(D).Scaled(2);
        var inverse = MatrixPowers.Inverse(sum);
        Assert.True(((inverse * sum) - Form.Identity(D)).IsZero);
        Assert.True(((sum * inverse) - Form.Identity(D)).IsZero);
        Assert.True(((sum.Transpose() * inverse.Transpose()) - Form.Identity(D)).IsZero);
    }

    [Fact]
    public void APowerOfANumberIsItsPrimeFactors() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(1_000_000);
        var random = new Random(seed);
        var (number, exponent) = (new Rational(random.Next(1, 400), random.Next(1, 400)), new Rational(random.Next(-5, 6), random.Next(1, 5)));
        var value = FormValue.Of(ScalarRoots.Power(Scalar.Of(number), exponent), new Instance(1));
        var expected = Math.Pow((double)number, (double)exponent);
        return Math.Abs(value - expected) <= 1e-9 * expected;
    }).Holds(300);

    [Fact]
    public void ARootOfASquareOfUnknownSignIsNotDecided()
    {
        using var algebra = Algebra.Enter(1_000_000);
        var x = Scalar.Of(new Symbol("x", Shape.Scalar, SymbolRole.Given));
        Assert.Throws<NotDecidedException>(() => ScalarRoots.Power(x * x, 1, 2));
        Assert.Throws<NotDecidedException>(() => ScalarRoots.Power((x * x) + (2 * x) + 1, 1, 2));
        var root = ScalarRoots.Power((x * x) + 1, 1, 2);
        Assert.True((root * root).SameAs((x * x) + 1));
        Assert.True((root * root.Inverse()).SameAs(1));
    }

    [Fact]
    public void AConditionIsNoRuleUnderAGradient()
    {
        // On tr(U U') = 1 the gradient of tr(U U') is still 2 U.
        using var algebra = Algebra.Enter(1_000_000);
        var square = Expr.TraceOf(Expr.Times(Expr.Of(U), Expr.TransposeOf(Expr.Of(U))));
        ConditionRules.Add(new(square, Relation.Equal, Expr.Of(1)));
        NormalForms.Forget();
        var bound = new Symbol("U", new(D, D), SymbolRole.Parameter);
        var body = Expr.TraceOf(Expr.Times(Expr.Of(bound), Expr.TransposeOf(Expr.Of(bound))));
        var normalizer = new Normalizer();
        var gradient = normalizer.Of(Expr.GradientOf(body, bound, Expr.Of(U)));
        Assert.True((gradient - normalizer.Of(Expr.Times(Expr.Of(2), Expr.Of(U)))).IsZero);
        Assert.True((normalizer.Of(square) - Form.Of(Scalar.One)).IsZero);
    }

    [Fact]
    public void MeansOfAnUnknownLawAreLinearAndNoMore()
    {
        using var algebra = Algebra.Enter(1_000_000);
        Symbol Copy() => new("H", new(D, D), SymbolRole.Random, MatrixAttributes.PositiveDefinite | MatrixAttributes.Diagonal, law: new AnyLaw());
        Expr Mean(Func<Expr, Expr> body) => Copy() is var h ? Expr.ExpectationOf(body(Expr.Of(h)), [h]) : throw new InvalidOperationException();
        var (normalizer, u) = (new Normalizer(), Expr.Of(U));
        Form Of(Expr e) => normalizer.Of(e);
        Assert.True((Of(Mean(h => Expr.Times(h, h, u))) - Of(Expr.Times(Mean(h => Expr.Times(h, h)), u))).IsZero);
        Assert.True((Of(Expr.TraceOf(Expr.Times(u, Mean(h => Expr.Times(h, u, h))))) - Of(Mean(h => Expr.TraceOf(Expr.Times(u, h, u, h))))).IsZero);
        Assert.True((Of(Expr.Times(Mean(h => h), Mean(h => Expr.Pow(h, 2)))) - Of(Expr.Times(Mean(h => Expr.Pow(h, 2)), Mean(h => h)))).IsZero);
        Assert.False((Of(Expr.Pow(Mean(h => h), 2)) - Of(Mean(h => Expr.Pow(h, 2)))).IsZero);
        Assert.False((Of(Expr.Pow(Mean(Expr.TraceOf), 2)) - Of(Mean(h => Expr.Pow(Expr.TraceOf(h), 2)))).IsZero);
    }

    private static Element RandomElement(Random random, Pole[] poles)
    {
        var shifts = random.Next(2) == 0 ? [] : new[] { (poles[random.Next(3)], Monomial.Unit / 2) };
        return random.Next(2) == 0
            ? new(random.Next(-3, 4) * Monomial.Unit / 2, shifts, null, 0)
            : new(random.Next(0, 2) * Monomial.Unit / 2, shifts, poles[random.Next(3)], random.Next(1, 4));
    }

    private static double ValueOf(Element element, double x)
    {
        var value = Math.Pow(x, (double)element.Units / Monomial.Unit);
        foreach (var (pole, units) in element.Shifts)
        {
            value *= Math.Pow(x - (double)pole.Value.Constant!.Value, (double)units / Monomial.Unit);
        }

        return element.Pole is { } own ? value * Math.Pow(x - (double)own.Value.Constant!.Value, -element.Multiplicity) : value;
    }
}
