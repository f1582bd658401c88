using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Sampling;

/// <summary>The mean of the estimator of an expression against what is known of it, and what has no unbiased estimator.</summary>
public sealed class EstimatorTests
{
    private const int Count = 300_000;
    private const double Margin = 0.06;

    /// <summary>Expressions, their means, and a value that a plausible fault would give.</summary>
    public static TheoryData<string, string, string> Means => new()
    {
        { "E[x]", "0 m", "m" },
        { "E[z]", "m", "0 m" },
        { "E[x x']", "Λ", "Λ^2" },
        { "E[z z']", "Λ + m m'", "Λ" },
        { "E[s s']", "m m'", "I" },
        { "E[X' X]/N", "Λ", "Λ/N" },
        { "E[X A X']", "tr(A Λ) I", "tr(A) I" },
        { "E[Y' Y]/N", "Λ + m m'", "Λ" },
        { "E[S' S]/N", "m m'", "N m m'" },
        { "E[G' G]/N", "I", "2 I" },
        { "E[v v']", "Λ + m m'", "Λ" },
        { "E[V' V]/N", "Λ + m m'", "N Λ" },
        { "E[u^2]", "1", "1/3" },
        { "E[e^4]", "3", "1" },
        { "E[(x' A x)^2]", "tr(A Λ)^2 + tr(A Λ A Λ) + tr(A Λ A' Λ)", "tr(A Λ)^2" },
        { "E[X' X A X' X]/N^2", "Λ A Λ + (Λ A' Λ + tr(A Λ) Λ)/N", "Λ A Λ" },
        { "E[n]", "0", "1" },
        { "E[n^2]", "2", "1" },
        { "E[f f']", "Λ", "0 Λ" },
        { "E[(f' f)^2]", "3 (tr(Λ)^2 + 2 tr(Λ^2))", "tr(Λ)^2 + 2 tr(Λ^2)" },
        { "E[F' F]/N", "E[Φ]", "E[Φ]^2" },
        { "E[tr(F F')^2]", "N^2 E[tr(Φ)^2] + 2 N E[tr(Φ^2)]", "N E[tr(Φ)^2] + 2 N E[tr(Φ^2)]" },
        { "E[k e^2]", "E[k]", "E[k^2]" },

        // Factors of a product are independent copies.
        { "E[e] E[e]", "0", "1" },
        { "E[e^2] E[e^2]", "1", "3" },
        { "E[e^2]^2", "1", "3" },
        { "E[e^2]^3", "1", "15" },
        { "E[e^2] (1 + E[e^2])", "2", "4" },
        { "E[e^2] E[e^2] + E[e^4]", "4", "6" },
        { "E[x] E[x]'", "0 Λ", "Λ" },
        { "E[x]' E[x]", "0", "tr(Λ)" },
        { "norm(E[x])^2", "0", "tr(Λ)" },
        { "norm(E[z])^2", "m' m", "m' m + tr(Λ)" },
        { "norm(E[X' X])^2/N^2", "tr(Λ^2)", "tr(Λ^2) + (tr(Λ)^2 + tr(Λ^2))/N" },
        { "E[X' X]^2/N^2", "Λ^2", "Λ^2 + (Λ^2 + tr(Λ) Λ)/N" },
        { "E[x x'] ∘ E[x x']", "Λ ∘ Λ", "3 Λ ∘ Λ" },
        { "E[x]' A E[x x'] A' E[x]", "0", "1" },
        { "E[e^2 E[g^2]]", "1", "0" },
        { "E[e^2 E[e^2]]", "1", "3" },
        { "E[E[e^2 g | g]^2]", "1", "3" },
        { "E[E[e^2 g^2 | g]^2]", "3", "9" },
        { "E[(e^2 - E[e^2])^2]", "2", "0" },
        { "E[E[x' y | y]^2]", "0", "tr(Λ^2)" },
        { "E[E[(x' y)^2 | y]^2]", "tr(Λ^2)^2 + 2 tr(Λ^4)", "3 (tr(Λ^2)^2 + 2 tr(Λ^4))" },
        { "E[E[n | e]^2]", "1", "2" },
        { "E[E[n^2 | e]^2]", "12", "30" },
        { "E[f]' E[f]", "0", "tr(Λ)" },
        { "E[E[f f' | x]^2]", "Λ tr(Λ) + 2 Λ^2", "3 (Λ tr(Λ) + 2 Λ^2)" },
        { "(E[e^2] + E[g^2]) (E[e^2] - E[g^2])", "0", "1" },
        { "E[E[k] e^2] E[k]", "E[k]^2", "E[k^2]" },

        // So are the occurrences of one expectation that has a name: two E that are written out have symbols of their own in any case.
        { "mean mean", "0", "1" },
        { "square square", "1", "3" },
        { "square square square", "1", "15" },
        { "square (square + mean)", "1", "3" },
        { "(square + mean) (square - mean)", "1", "2" },
        { "square square + square", "2", "4" },
        { "centre' centre", "0", "tr(Λ)" },
        { "centre centre'", "0 Λ", "Λ" },
        { "centre' A second A' centre", "0", "tr(A Λ A' Λ)" },
        { "second second", "Λ^2", "2 Λ^2 + tr(Λ) Λ" },
        { "second ∘ second", "Λ ∘ Λ", "2 (Λ ∘ Λ) + diag(Λ)^2" },
        { "norm(second)^2", "tr(Λ^2)", "tr(Λ)^2 + 2 tr(Λ^2)" },
        { "E[e^2 square] square", "1", "3" },
        { "E[(e - mean)^2] square", "1", "3" },

        // Gradients of means are means of gradients.
        { "grad(E[tr(U x x' U')]; U)", "2 U Λ", "U Λ" },
        { "grad(E[x' U x]^2; U)", "2 tr(U Λ) Λ", "2 (tr(U Λ) Λ + Λ U Λ + Λ U' Λ)" },
    };

    [Theory]
    [MemberData(nameof(Means))]
    public void The_mean_of_the_draws_is_the_expression(string text, string mean, string fault)
    {
        var claims = Known.Claims($"{text} = {mean}", $"{text} = {fault}");
        var instance = Known.InstanceOf(claims);
        var (claim, near) = ((Comparison)claims[0].Statement, (Comparison)claims[1].Statement);
        var (expression, theory, wrong) = (claim.Left, DenseProgram.ValueOf(claim.Right, instance), DenseProgram.ValueOf(near.Right, instance));
        var estimator = Estimator.Of(expression);
        Assert.False(estimator.IsDeterministic);
        var samples = Sampled.Entries(Sampled.Program([estimator.Draw], estimator.Drawn, instance), Count);
        var spread = samples.Max(entry => Math.Sqrt(entry.Average(x => x * x)));
        Assert.All(samples.Zip(theory.Entries), entry => Meant.Assert(entry.First, entry.Second, Margin * spread));
        Assert.Contains(samples.Zip(wrong.Entries), entry => Meant.Verdict(entry.First, entry.Second, Margin * spread) == MeanVerdict.Disagrees);
    }

    [Theory]
    [InlineData("1/E[e^2]")]
    [InlineData("E[X' X]^-1")]
    [InlineData("sqrt(E[e^2])")]
    [InlineData("norm(E[x])")]
    [InlineData("norm(E[x])^4")]
    [InlineData("opnorm(E[x x'])")]
    [InlineData("E[1/E[e^2]]")]
    [InlineData("lim(E[e^2]/N; N -> inf)")]
    [InlineData("1 + min(E[tr(U x x' U')]; U)")]
    [InlineData("grad(tr(U U'); U)[U := E[x x']]")]
    public void What_no_draw_is_unbiased_for_is_refused(string text) => Assert.Throws<NotTreatedException>(() => Estimator.Of(Known.Expression(text)));

    [Fact]
    public void A_gradient_by_what_the_law_depends_on_is_refused()
    {
        var claim = Testing.SoundFile.Read("dim d\nparam U : d × d\nrandom q : d ~ normal(U U')\nclaim \"it\": grad(E[q' q]; U) = 2 U\n").Claims.Single();
        Assert.Throws<NotTreatedException>(() => Estimator.Of(((Comparison)claim.Statement).Left));
    }

    [Theory]
    [InlineData("E[k^2]", "E[k]^2")]
    [InlineData("E[A Φ B]", "A E[Φ] B")]
    [InlineData("E[Φ]^-1", "E[Φ^-1]")]
    public void Expectations_of_finite_laws_alone_are_sums_and_draw_nothing(string text, string other)
    {
        var claim = Known.Claim($"{text} = {other}");
        var expression = ((Comparison)claim.Statement).Left;
        var estimator = Estimator.Of(expression);
        Assert.True(estimator.IsDeterministic);
        Assert.Same(expression, estimator.Draw);

        // Σ p f(v), with the values written out.
        var instance = Known.InstanceOf(claim);
        var symbol = expression is Power power ? ((Expectation)power.Base).Bound.Single() : ((Expectation)expression).Bound.Single();
        var size = symbol.Shape.IsScalar ? 1 : 3;
        var atoms = instance.Laws(symbol, size, size);
        var body = expression is Power { Base: Expectation inner } ? inner.Body : ((Expectation)expression).Body;
        var mean = atoms.Select(atom => DenseProgram.ValueOf(body, instance.With(symbol, atom.Value)).Entries.Select(x => atom.Probability * x)).Aggregate((a, b) => a.Zip(b, (x, y) => x + y));
        var value = expression is Power ? DenseProgram.ValueOf(((Power)expression).Base, instance) : DenseProgram.ValueOf(expression, instance);
        Assert.All(mean.Zip(value.Entries), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * value.Norm()));
    }

    [Fact]
    public void No_symbol_is_drawn_twice_and_every_law_mentions_earlier_ones_alone()
    {
        foreach (var row in Means)
        {
            var estimator = Estimator.Of(((Comparison)Known.Claim($"{row[0]} = {row[1]}").Statement).Left);
            Assert.Equal(estimator.Drawn.Length, estimator.Drawn.Distinct().Count());
            for (var i = 0; i < estimator.Drawn.Length; i++)
            {
                var mentioned = estimator.Drawn[i].Law is MomentLaw law ? law.Mean.FreeSymbols.Union(law.Covariance.FreeSymbols) : [];
                Assert.All(mentioned.Where(symbol => symbol.Role == SymbolRole.Random), symbol => Assert.InRange(estimator.Drawn.IndexOf(symbol), 0, i - 1));
            }
        }
    }
}
