using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Arithmetic;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Arithmetic;

/// <summary>Products, powers and inverses against values at points, infinitesimals against derivatives, radicals against floating point.</summary>
public sealed class PolynomialRingTests
{
    private static readonly Gen<Rational> Numbers = Gen.Choose(-9, 9).Zip(Gen.Choose(1, 4), (n, d) => new Rational(n, d));

    private static readonly Gen<(int[] Exponents, Rational Coefficient)[]> Terms =
        Gen.Choose(0, 3).ArrayOf(3).Zip(Numbers, (e, c) => (e, c)).ArrayOf(4);

    private static readonly Arbitrary<((int[], Rational)[] A, (int[], Rational)[] B, Rational[] At)> Pairs =
        Terms.Zip(Terms, (a, b) => (a, b)).Zip(Numbers.ArrayOf(3), (pair, at) => (pair.a, pair.b, at)).ToArbitrary();

    [Fact]
    public void AProductHasTheProductOfTheValues() => Prop.ForAll(Pairs, sample =>
    {
        var ring = Evaluating.Ring();
        ring.TakeVariables(3);
        var (a, b) = (Of(sample.A), Of(sample.B));
        return ValueAt(ring.Multiply(a, b), sample.At) == ValueAt(a, sample.At) * ValueAt(b, sample.At)
            && ValueAt(a + b, sample.At) == ValueAt(a, sample.At) + ValueAt(b, sample.At)
            && (a - a).IsZero
            && ValueAt(ring.Power(a, 3), sample.At) == ValueAt(a, sample.At).Power(3);
    }).Holds(200);

    [Fact]
    public void AnInfinitesimalCarriesTheDerivative() => Prop.ForAll(Numbers.Where(x => !x.IsZero).ToArbitrary(), x =>
    {
        var ring = Evaluating.Ring();
        var bit = ring.TakeInfinitesimals(1);
        var moved = Polynomial.Of(x) + Polynomial.Of(Monomial.Infinitesimal(bit), 1);
        Rational Slope(Polynomial p) => p.Terms.ToArray().Where(term => term.Monomial.Infinitesimals != 0).Select(term => term.Coefficient).FirstOrDefault();
        return Slope(ring.Power(moved, 5)) == 5 * x.Power(4) && Slope(ring.Inverse(moved)) == -x.Power(-2) && Slope(ring.Multiply(moved, ring.Inverse(moved))) == 0;
    }).Holds();

    [Fact]
    public void InfinitesimalsOfTwoGroupsMultiplyAndThoseOfOneDoNot()
    {
        var ring = Evaluating.Ring();
        var first = Polynomial.Of(Monomial.Infinitesimal(ring.TakeInfinitesimals(2)), 1);
        var second = Polynomial.Of(Monomial.Infinitesimal(1), 1);
        var other = Polynomial.Of(Monomial.Infinitesimal(ring.TakeInfinitesimals(1)), 1);
        Assert.True(ring.Multiply(first, second).IsZero);
        Assert.True(ring.Multiply(first, first).IsZero);
        Assert.False(ring.Multiply(first, other).IsZero);
    }

    [Fact]
    public void RadicalsObeyTheirLaws() => Prop.ForAll(Gen.Choose(1, 400).Two().ToArbitrary(), pair =>
    {
        var ring = Evaluating.Ring(2);
        var (a, b) = (ring.Root(pair.Item1, 1, 2), ring.Root(pair.Item2, 1, 2));
        var sum = a + b + Polynomial.One;
        return (ring.Multiply(a, a) - Polynomial.Of(pair.Item1)).IsZero
            && (ring.Multiply(a, b) - ring.Root(pair.Item1 * pair.Item2, 1, 2)).IsZero
            && (ring.Multiply(sum, ring.Inverse(sum)) - Polynomial.One).IsZero
            && RealSign.Of(ring, a - b) == Math.Sign(pair.Item1 - pair.Item2);
    }).Holds(200);

    [Fact]
    public void SignsOfSumsOfRadicalsAreThoseOfFloatingPoint() => Prop.ForAll(Gen.Choose(1, 40).ArrayOf(3).ToArbitrary(), Gen.Choose(-5, 5).ArrayOf(3).ToArbitrary(), (roots, weights) =>
    {
        var ring = Evaluating.Ring(6);
        var (exact, approximate) = (Polynomial.Zero, 0.0);
        for (var i = 0; i < 3; i++)
        {
            exact += ring.Root(roots[i], i + 1, 3).Scale(weights[i]);
            approximate += Math.Pow(roots[i], (i + 1) / 3.0) * weights[i];
        }

        return Math.Abs(approximate) < 1e-9 || RealSign.Of(ring, exact) == Math.Sign(approximate);
    }).Holds(300);

    [Fact]
    public void WhatCannotBeHeldIsRefused()
    {
        var ring = Evaluating.Ring(2);
        ring.TakeVariables(2);
        var x = Polynomial.Of(Monomial.Of(0), 1);
        Assert.Throws<LimitException>(() => ring.Power(x, 32));
        Assert.Throws<NotTreatedException>(() => ring.Inverse(x));
        Assert.Throws<UndefinedException>(() => ring.Inverse(Polynomial.Zero));
        Assert.Throws<UndefinedException>(() => ring.Root(-2, 1, 2));
        Assert.Throws<InexactException>(() => ring.Root(2, 1, 3));
        Assert.Throws<InexactException>(() => ring.FractionalPower(ring.Root(2, 1, 2) + Polynomial.One, 1, 2));
        Assert.Throws<LimitException>(() => ring.TakeVariables(29));
    }

    private static Polynomial Of((int[] Exponents, Rational Coefficient)[] terms) => Polynomial.OfTerms(terms.Select(term =>
        new Term(Monomial.Of(0, term.Exponents[0]) * Monomial.Of(1, term.Exponents[1]) * Monomial.Of(2, term.Exponents[2]), term.Coefficient)));

    private static Rational ValueAt(Polynomial p, Rational[] at) => p.Terms.ToArray().Aggregate(Rational.Zero, (sum, term) =>
        sum + (term.Coefficient * at[0].Power(term.Monomial[0]) * at[1].Power(term.Monomial[1]) * at[2].Power(term.Monomial[2])));
}
