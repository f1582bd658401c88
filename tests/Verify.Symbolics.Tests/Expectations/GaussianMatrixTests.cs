using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Tests.Numeric;
using Verify.Symbolics.Words;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Expectations;

public sealed class GaussianMatrixTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();
    private static readonly Dimension D = new("d");
    private static readonly Dimension N = new("N");
    private static readonly Symbol Covariance = new("Λ", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
    private static readonly Symbol X = Rows(Expr.Zero(new(D, 1)));
    private static readonly Symbol A = new("A", new(D, D), SymbolRole.Given);
    private static readonly Symbol B = new("B", new(N, N), SymbolRole.Given);
    private static readonly Symbol C = new("C", new(D, N), SymbolRole.Given);
    private static readonly Symbol M = new("m", new(D, 1), SymbolRole.Given);

    private static Symbol Rows(Expr mean) => new("X", new(N, D), SymbolRole.Random, law: new NormalLaw(mean, Expr.Of(Covariance), true));

    [Fact]
    public void TheRecurrenceAgreesWithTheSumOverPairings() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(10_000_000);
        var cycles = RandomCycles(new(seed));
        var product = cycles.Aggregate(Scalar.One, (all, cycle) => all * cycle.Aggregate(Form.Identity(cycle[0].Rows), (word, letter) => word * Form.Of(letter)).Trace());
        var normalizer = new Normalizer();
        var recurrence = Symbolics.Expectations.Mean.Of(Form.Of(product), [X], normalizer.Of).AsScalar;
        var wick = new WickSum(X, Form.Identity(N), Form.Of(Covariance)).Mean(cycles);
        return recurrence.SameAs(wick);
    }).Holds(300);

    [Fact]
    public void MeansAgreeWithQuadrature() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(10_000_000);
        var random = new Random(seed);
        var x = Rows(random.Next(2) == 0 ? Expr.Of(M) : Expr.Zero(new(D, 1)));
        var (rows, columns) = random.Next(2) == 0 ? (1, 2) : (2, 1);
        var body = RandomBody(random, x);
        var instance = new Instance(seed, (D, columns), (N, rows));
        var form = new Normalizer().Of(Expr.ExpectationOf(body, [x]));
        var expected = Quadrature.Mean(body, x, instance);
        return Dense.Distance(expected, FormValue.Of(form, instance)) <= 1e-8 * (1 + Dense.Norm(expected));
    }).Holds(150);

    [Fact]
    public void ThreeDifferentMatricesBetweenKeepTheirTransposes()
    {
        // E[tr(X A X' X B X' C)] = tr(A Λ) tr(B Λ) tr(C) ... written out by hand for N × d with rows N(0, Λ), A, B of size d, C of size N.
        using var algebra = Algebra.Enter(10_000_000);
        var b = new Symbol("F", new(D, D), SymbolRole.Given);
        Expr Tr(params Expr[] factors) => Expr.TraceOf(Expr.Times(factors));
        var (x, a, f, c, l) = (Expr.Of(X), Expr.Of(A), Expr.Of(b), Expr.Of(B), Expr.Of(Covariance));
        var t = Expr.TransposeOf(x);
        var mean = Expr.ExpectationOf(Tr(x, a, t, x, f, t, c), [X]);
        var byHand = Expr.Add(
            Expr.Times(Tr(a, l), Expr.Times(Tr(f, l), Tr(c))),
            Expr.Times(Expr.Of(N), Expr.Times(Tr(a, l, f, l), Tr(c))),
            Expr.Times(Tr(Expr.TransposeOf(a), l, f, l), Tr(c)));
        var normalizer = new Normalizer();
        Assert.True((normalizer.Of(mean) - normalizer.Of(byHand)).IsZero);
    }

    [Fact]
    public void TheSquareOfTheMeanIsNotTheMeanOfTheSquare()
    {
        using var algebra = Algebra.Enter(10_000_000);
        var s = Expr.Times(Expr.TransposeOf(Expr.Of(X)), Expr.Of(X));
        var normalizer = new Normalizer();
        var meanOfSquare = normalizer.Of(Expr.ExpectationOf(Expr.Pow(Expr.TraceOf(s), 2), [X]));
        var squareOfMean = normalizer.Of(Expr.Pow(Expr.TraceOf(Expr.ExpectationOf(s, [X])), 2));
        var variance = normalizer.Of(Expr.Times(Expr.Of(2), Expr.Times(Expr.Of(N), Expr.TraceOf(Expr.Pow(Expr.Of(Covariance), 2)))));
        Assert.True((meanOfSquare - squareOfMean - variance).IsZero);
    }

    [Fact]
    public void GivenMomentsDetermineNoMoreThanDegreeTwo()
    {
        using var algebra = Algebra.Enter(10_000_000);
        var v = new Symbol("v", new(D, 1), SymbolRole.Random, law: new GivenMomentsLaw(Expr.Of(M), Expr.Of(Covariance), false));
        var outer = Expr.Times(Expr.Of(v), Expr.TransposeOf(Expr.Of(v)));
        var normalizer = new Normalizer();
        var second = Expr.Add(Expr.Of(Covariance), Expr.Times(Expr.Of(M), Expr.TransposeOf(Expr.Of(M))));
        Assert.True((normalizer.Of(Expr.ExpectationOf(outer, [v])) - normalizer.Of(second)).IsZero);
        Assert.Throws<NotTreatedException>(() => normalizer.Of(Expr.ExpectationOf(Expr.Times(outer, outer), [v])));
    }

    private static Letter[][] RandomCycles(Random random)
    {
        var (x, left) = (Letter.Of(new SymbolAtom(X)), 6);
        var cycles = new List<Letter[]>();
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            var cycle = new List<Letter>();
            var atRows = true;
            for (var length = random.Next(1, 4); length > 0 && left > 0; length--, left--)
            {
                cycle.Add(atRows ? x : x.Transpose);
                atRows = !atRows;
                Insert(cycle, random, atRows);
            }

            if (!atRows)
            {
                cycle.Add(Letter.Of(new SymbolAtom(C)));
            }

            cycles.Add([.. cycle]);
        }

        return [.. cycles];
    }

    /// <summary>Perhaps a matrix between, or a change of side through C, so that X X and X' X' are joined too.</summary>
    private static void Insert(List<Letter> cycle, Random random, bool atRows)
    {
        var letter = Letter.Of(new SymbolAtom(atRows ? B : A));
        switch (random.Next(4))
        {
            case 0:
                cycle.Add(letter);
                break;
            case 1:
                cycle.Add(letter.Transpose);
                break;
            case 2 when !atRows:
                cycle.Add(Letter.Of(new SymbolAtom(C)));
                cycle.Add(Letter.Of(new SymbolAtom(C)).Transpose);
                break;
        }
    }

    private static Expr RandomBody(Random random, Symbol x)
    {
        var s = Expr.Times(Expr.TransposeOf(Expr.Of(x)), Expr.Of(x));
        var word = random.Next(4) switch
        {
            0 => Expr.Times(s, Expr.Of(A), s),
            1 => Expr.Times(Expr.TransposeOf(Expr.Of(x)), Expr.Of(B), Expr.Of(x)),
            2 => Expr.Times(Expr.Of(C), Expr.Of(x), Expr.TransposeOf(Expr.Times(Expr.Of(A), s))),
            _ => s,
        };
        return random.Next(3) switch
        {
            0 => Expr.Times(Expr.TraceOf(Expr.Times(Expr.Of(A), s)), word),
            1 => Expr.Pow(Expr.TraceOf(word), 2),
            _ => word,
        };
    }
}
