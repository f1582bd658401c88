using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Sampling;

/// <summary>Where draws lie and how they are spread, beyond the moments that the estimators' tests compare.</summary>
public sealed class DrawLawTests
{
    private const int Count = 60_000;

    [Fact]
    public void A_singular_covariance_puts_every_draw_where_it_has_room()
    {
        // s ~ N(0, m m') is along m, and so is every row of S.
        var (draws, instance) = Draws("E[norm(S) + norm(s)]", "s", "S");
        var m = Value(instance, "m").Entries;
        Assert.All(draws, output => Assert.All(Samples(output, 500), entries => Assert.All(entries.Chunk(3), row => AssertParallel(row, m))));
        Assert.Contains(Samples(draws[0], 500), entries => Math.Abs(entries[0]) > 0.1 * Math.Abs(m[0]));
    }

    [Fact]
    public void A_random_covariance_without_full_rank_does_so_in_every_sample()
    {
        // f ~ N(0, x x') given x is along the x of its own sample.
        var (draws, _) = Draws("E[norm(f)]", "x", "f");
        var ratios = Samples(draws[0], 500).Zip(Samples(draws[1], 500), (x, f) =>
        {
            AssertParallel(f, x);
            return Norm(f) / Norm(x);
        }).ToList();
        Assert.InRange(ratios.Count(ratio => ratio > 1), 100, 220);
    }

    [Fact]
    public void Of_a_random_covariance_that_is_not_psd_the_sample_is_no_number()
    {
        var claim = Testing.SoundFile.Read("random e : scalar ~ normal(cov: 1)\nrandom n : scalar ~ normal(cov: e)\nclaim \"it\": E[n] = 0\n").Claims.Single();
        var estimator = Estimator.Of(((Comparison)claim.Statement).Left);
        var samples = Sampled.Entries(Sampled.Program([estimator.Draw, Expr.Of(estimator.Drawn[0])], estimator.Drawn, Known.InstanceOf(claim)), 1000);
        var covariances = Sampled.Entries(Sampled.Program([estimator.Draw, Expr.Of(estimator.Drawn[0])], estimator.Drawn, Known.InstanceOf(claim)), 1000, 1);
        Assert.All(samples[0].Zip(covariances[0]), pair => Assert.Equal(pair.Second < 0, double.IsNaN(pair.First)));
    }

    [Fact]
    public void A_covariance_that_is_not_psd_is_refused()
    {
        Assert.Throws<UndefinedException>(() => CovarianceFactor.Of(new(2, 2, [1, 2, 2, 1])));
        Assert.Throws<UndefinedException>(() => CovarianceFactor.Of(new(2, 2, [0, 1, 1, 1])));
        Assert.Throws<UndefinedException>(() => CovarianceFactor.Of(new(1, 1, [-1])));
        Assert.Equal([0, 0, 0, 2], CovarianceFactor.Of(new(2, 2, [0, 0, 0, 4])).Entries);
    }

    [Fact]
    public void A_law_known_by_moments_is_drawn_bounded()
    {
        var (draws, _) = Draws("E[u]", "u");
        var samples = draws[0][0].ToArray();
        Assert.All(samples, x => Assert.InRange(Math.Abs(x), 0, Math.Sqrt(3)));
        Assert.InRange(samples.Max(), 1.7, Math.Sqrt(3));
        Meant.Assert([.. samples.Select(x => x * x)], 1, 0.05);
        Meant.Assert(samples, 0, 0.05);
    }

    [Fact]
    public void A_value_of_a_finite_law_comes_as_often_as_its_probability_says()
    {
        var claim = Known.Claim("E[k + 0 * e] + tr(E[Φ + 0 * e * Φ]) = 0");
        var instance = Known.InstanceOf(claim);
        var estimator = Estimator.Of(((Comparison)claim.Statement).Left);
        foreach (var symbol in estimator.Drawn.Where(symbol => symbol.Law is AnyLaw))
        {
            var samples = Sampled.Entries(Sampled.Program([Expr.Of(symbol)], estimator.Drawn, instance), Count);
            var size = symbol.Shape.IsScalar ? 1 : 3;
            var atoms = instance.Laws(symbol, size, size);
            Assert.Equal(3, atoms.Count);
            foreach (var atom in atoms)
            {
                var hits = Enumerable.Range(0, Count).Select(i => samples.Zip(atom.Value.Entries).All(entry => entry.First[i] == entry.Second) ? 1.0 : 0).ToArray();
                Meant.Assert(hits, atom.Probability, 0.03);
            }
        }
    }

    [Fact]
    public void Different_symbols_of_one_law_are_independent_and_one_symbol_is_itself()
    {
        var claims = Known.Claims("E[x' y] = 0", "E[(x' x) (y' y)] = tr(Λ)^2", "E[(x' x) (x' x)] = tr(Λ)^2 + 2 tr(Λ^2)", "E[e g] = 0", "E[e^2 g^2 h^2] = 1");
        var instance = Known.InstanceOf(claims);
        Assert.All(claims, claim =>
        {
            var comparison = (Comparison)claim.Statement;
            var estimator = Estimator.Of(comparison.Left);
            var samples = Sampled.Entries(Sampled.Program([estimator.Draw], estimator.Drawn, instance), 300_000)[0];
            Meant.Assert(samples, Simulation.Dense.DenseProgram.ValueOf(comparison.Right, instance).Entries[0], 0.05 * Math.Sqrt(samples.Average(x => x * x)));
        });
    }

    [Fact]
    public void A_value_depends_on_the_seed_the_label_and_the_index_of_its_sample_alone()
    {
        var claim = Known.Claim("E[tr(X' X) + x' v + u + k + tr(F F')] = 0");
        var instance = Known.InstanceOf(claim);
        var estimator = Estimator.Of(((Comparison)claim.Statement).Left);
        var symbols = estimator.Drawn.Select(symbol => (Expr)Expr.Of(symbol)).ToList();
        var together = Sampled.Program(symbols, estimator.Drawn, instance);
        var padding = Expr.Pow(symbols.Select(Expr.NormOf).Aggregate((a, b) => Expr.Times(a, b)), 2);
        List<Expr> more = [.. Enumerable.Range(1, 400).Select(k => Expr.Times(Expr.Of(k), Expr.Add(padding, Expr.Of(k)))), .. symbols];
        var crowded = Sampled.Program(more, estimator.Drawn, instance);
        Assert.NotEqual(together.Batch, crowded.Batch);
        for (var place = 0; place < symbols.Count; place++)
        {
            var alone = Sampled.Program([symbols[place]], estimator.Drawn, instance);
            for (var index = 0; index < 600; index += 37)
            {
                var expected = Sampled.At(alone, (ulong)(index - (index % 16)), index % 16)[0];
                Assert.Equal(expected.Entries, Sampled.At(alone, (ulong)(index / alone.Batch * alone.Batch), index % alone.Batch)[0].Entries);
                Assert.Equal(expected.Entries, Sampled.At(together, (ulong)(index / together.Batch * together.Batch), index % together.Batch)[place].Entries);
                Assert.Equal(expected.Entries, Sampled.At(crowded, (ulong)(index / crowded.Batch * crowded.Batch), index % crowded.Batch)[400 + place].Entries);
            }

            if (estimator.Drawn[place].Law is AnyLaw)
            {
                continue;
            }

            Assert.NotEqual(Sampled.At(alone, 0, 0)[0].Entries, Sampled.At(Sampled.Program([symbols[place]], estimator.Drawn, instance, seed: 2), 0, 0)[0].Entries);
            Assert.NotEqual(Sampled.At(alone, 0, 0)[0].Entries, Sampled.At(Sampled.Program([symbols[place]], estimator.Drawn, instance, label: "another"), 0, 0)[0].Entries);
            Assert.NotEqual(Sampled.At(alone, 0, 0)[0].Entries, Sampled.At(alone, 0, 1)[0].Entries);
        }
    }

    // The draws of symbols of an expectation, with the instance.
    private static (double[][][] Draws, Instance Instance) Draws(string text, params string[] names)
    {
        var claim = Known.Claim($"{text} = 0");
        var instance = Known.InstanceOf(claim);
        var estimator = Estimator.Of(((Comparison)claim.Statement).Left);
        var program = Sampled.Program([.. names.Select(name => Expr.Of(estimator.Drawn.Single(symbol => symbol.Name == name)))], estimator.Drawn, instance);
        return ([.. names.Select((_, output) => Sampled.Entries(program, Count, output))], instance);
    }

    private static void AssertParallel(double[] a, double[] b) =>
        Assert.All(Enumerable.Range(0, 2), i => Assert.Equal(a[i] * b[2], a[2] * b[i], 1e-6 * Norm(a) * Norm(b)));

    private static IEnumerable<double[]> Samples(double[][] entries, int count) => Enumerable.Range(0, count).Select(i => Array.ConvertAll(entries, entry => entry[i]));

    private static Matrix Value(Instance instance, string name) => instance.Values.Single(value => value.Key.Name == name).Value;

    private static double Norm(double[] x) => Math.Sqrt(x.Sum(entry => entry * entry));
}
