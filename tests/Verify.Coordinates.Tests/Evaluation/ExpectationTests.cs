using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Instances;
using Verify.Coordinates.Matrices;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Evaluation;

/// <summary>Gaussian moments against all pairings enumerated here, in each of the ways that a law can be given.</summary>
public sealed class ExpectationTests
{
    private const string Setting = """
        dim d
        matrix Λ : d × d, spd
        matrix A, B : d × d
        vector a, b, c, e, f, g, m : d
        random x : d ~ normal(Λ)
        random s : d × d, spd ~ any
        random h : d ~ normal(s)
        random r : scalar ~ normal(mean: 2, cov: 3)
        random k : scalar ~ normal(r^2)
        random n : d ~ moments(mean: m, cov: Λ)
        param  W : d × d

        """;

    [Fact]
    public void SixLinearFormsGiveTheSumOverAllPairings() => Prop.ForAll(Gen.Choose(1, 100000).ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (seed, d) =>
    {
        var shown = SoundFile.Read(Setting + "show E[(a' x) (b' x) (c' x) (e' x) (f' x) (g' x)]").Shows[0].Expression;
        var instance = Evaluating.InstanceOf(shown, _ => d, (ulong)seed);
        Rational[,] Named(string name) => instance.Values.Single(pair => pair.Key.Name == name).Value;
        var forms = new[] { "a", "b", "c", "e", "f", "g" }.Select(Named).ToArray();
        Rational Covariance(int i, int j) => RationalMatrix.Multiply(RationalMatrix.Transpose(forms[i]), RationalMatrix.Multiply(Named("Λ"), forms[j]))[0, 0];
        return Evaluating.ValueOf(shown, instance)[0, 0] == Pairings([.. Enumerable.Range(0, 6)], Covariance);
    }).Holds(30);

    [Theory]
    [InlineData("E[r^4]", "2^4 + 6 * 2^2 * 3 + 3 * 3^2")]
    [InlineData("E[k^2]", "2^2 + 3")]
    [InlineData("E[k^4]", "3 * (2^4 + 6 * 2^2 * 3 + 3 * 3^2)")]
    [InlineData("E[k^2 r]", "2^3 + 3 * 2 * 3")]
    [InlineData("E[x' A x]", "tr(A Λ)")]
    [InlineData("E[n n']", "m m' + Λ")]
    [InlineData("E[(a' n)^2]", "a' (m m' + Λ) a")]
    [InlineData("E[h h']", "E[s]")]
    [InlineData("E[(a' h)^4]", "3 E[(a' s a)^2]")]
    [InlineData("E[E[x x' | x] A x x']", "E[x x' A x x']")]
    [InlineData("E[x' E[x x'] x]", "tr(Λ^2)")]
    [InlineData("E[norm(x)^4]", "tr(Λ)^2 + 2 tr(Λ^2)")]
    [InlineData("E[s^-1 s]", "I")]
    [InlineData("grad(E[(x' W x)^2]; W)", "2 E[x' W x x x']")]
    public void MomentsOfEachLaw(string left, string right) =>
        Assert.Equal(Language.Routes.Outcome.Agrees, Evaluating.Examine(Setting + $"claim \"moments\": {left} = {right}").Outcome);

    [Fact]
    public void AMeanAndACovarianceDoNotDetermineACube()
    {
        var symbol = new Symbol("n", Shape.Scalar, SymbolRole.Random, law: new GivenMomentsLaw(Expr.Of(0), Expr.Of(1), false));
        var cube = Expr.ExpectationOf(Expr.Pow(Expr.Of(symbol), 3), [symbol]);
        var evaluator = new Evaluator(Evaluating.InstanceOf(cube, _ => 1, 1), Evaluating.Ring());
        Assert.Throws<Coordinates.Arithmetic.NotTreatedException>(() => evaluator.Evaluate(cube));
    }

    private static Rational Pairings(List<int> factors, Func<int, int, Rational> covariance)
    {
        if (factors.Count == 0)
        {
            return 1;
        }

        var sum = Rational.Zero;
        for (var partner = 1; partner < factors.Count; partner++)
        {
            var rest = factors.Where((_, place) => place != 0 && place != partner).ToList();
            sum += covariance(factors[0], factors[partner]) * Pairings(rest, covariance);
        }

        return sum;
    }
}
