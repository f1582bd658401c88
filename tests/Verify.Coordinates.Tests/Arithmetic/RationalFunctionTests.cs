using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Arithmetic;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Arithmetic;

/// <summary>Quotients of polynomials are found again from their values, and what is none is not.</summary>
public sealed class RationalFunctionTests
{
    private static readonly Arbitrary<(int[] P, int[] Q)> Quotients = Gen.Choose(-4, 4).ArrayOf(3).Two().Where(pair => pair.Item2.Any(c => c != 0)).Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();

    [Fact]
    public void LimitsAreThoseOfTheLeadingTerms() => Prop.ForAll(Quotients, pair =>
    {
        var points = Enumerable.Range(20, 9).Select(x => (X: (Rational)x, Denominator: Value(pair.Q, x))).Where(p => !p.Denominator.IsZero).Take(8).Select(p => (p.X, Value(pair.P, p.X) / p.Denominator)).ToList();
        var (p, q) = (Degree(pair.P), Degree(pair.Q));
        var fitted = RationalFunction.Fit(points)!;
        return fitted.AtInfinity() == (p < q ? Rational.Zero : p > q ? (Rational?)null : (Rational)pair.P[p] / pair.Q[q]);
    }).Holds(300);

    [Fact]
    public void ValuesOfNoSmallQuotientAreNotFitted() =>
        Assert.Null(RationalFunction.Fit([.. Enumerable.Range(1, 8).Select(x => ((Rational)x, ((Rational)2).Power(x)))]));

    [Fact]
    public void ACommonFactorIsNoPole()
    {
        // (x² - 1) / (x - 1) at 1, seen from 2 on.
        var fitted = RationalFunction.Fit([.. Enumerable.Range(2, 6).Select(x => ((Rational)x, (Rational)((x * x) - 1) / (x - 1)))])!;
        Assert.Equal((Rational)2, fitted.At(1));
    }

    private static Rational Value(int[] polynomial, Rational x) => polynomial.Reverse().Aggregate(Rational.Zero, (sum, c) => (sum * x) + c);

    private static int Degree(int[] polynomial) => Array.FindLastIndex(polynomial, c => c != 0);
}
