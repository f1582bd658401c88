using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Instances;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Evaluation;

/// <summary>Labels with their inputs against the sum over all draws of a finite law with rational weights, and entries of named laws against their moments.</summary>
public sealed class JointLawTests
{
    private const string Setting = """
        dim d, M
        scalar s, r
        vector c : d
        matrix C, Σ : d × d, spd
        random X : M × d ~ moments(rows: C)
        random y : M ~ labels(of: X, yx: c, yy: s, cov: Σ)
        random q : d ~ moments(cov: C)
        random z : scalar ~ labels(of: q, yx: c, yy: s, cov: Σ)
        random l, k : scalar ~ exponential(2)
        random u : scalar ~ uniform(-1, r)
        random e : d ~ rademacher
        random D : d × d, spd, diag ~ exponential(1)
        matrix A : d × d

        """;

    [Fact]
    public void The_error_of_a_prediction_is_the_mean_over_all_prompts_of_a_finite_law() => Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(1, 2).ToArbitrary(), (seed, rows) =>
    {
        var random = new SplitMix((ulong)seed);
        Rational Entry() => random.Integer(-3, 3);
        List<(Rational[] X, Rational Y)> atoms = [];
        foreach (var x in new Rational[][] { [1, 0], [0, 1], [2, -1] })
        {
            atoms.Add((x, Entry()));
            atoms.Add(([-x[0], -x[1]], Entry()));
        }

        Rational Mean(Func<(Rational[] X, Rational Y), Rational> value) => atoms.Aggregate(Rational.Zero, (sum, atom) => sum + value(atom)) / atoms.Count;
        var c = Enumerable.Range(0, 2).Select(i => Mean(atom => atom.Y * atom.X[i])).ToArray();
        var expression = SoundFile.Read(Setting + "show E[(q' X' y / M - z)^2]").Shows[0].Expression;
        var (sizes, values) = (ImmutableDictionary<Dimension, int>.Empty, ImmutableDictionary<Symbol, Rational[,]>.Empty);
        foreach (var dimension in expression.FreeDimensions)
        {
            sizes = sizes.Add(dimension, dimension.Name == "d" ? 2 : rows);
        }

        foreach (var symbol in expression.FreeSymbols)
        {
            values = values.Add(symbol, symbol.Name switch
            {
                "c" => new[,] { { c[0] }, { c[1] } },
                "s" => new[,] { { Mean(atom => atom.Y * atom.Y) } },
                "C" => Symmetric((i, j) => Mean(atom => atom.X[i] * atom.X[j])),
                _ => Symmetric((i, j) => Mean(atom => atom.Y * atom.Y * atom.X[i] * atom.X[j]) - (c[i] * c[j])),
            });
        }

        var sum = Rational.Zero;
        foreach (var draw in Draws(atoms.Count, rows + 1))
        {
            var (q, z) = atoms[draw[rows]];
            var prediction = draw.Take(rows).Aggregate(Rational.Zero, (total, place) => total + (atoms[place].Y * ((q[0] * atoms[place].X[0]) + (q[1] * atoms[place].X[1])))) / rows;
            sum += (prediction - z) * (prediction - z);
        }

        var spread = values.Single(value => value.Key.Name == "Σ").Value;
        var isPositive = spread[0, 0].Sign > 0 && ((spread[0, 0] * spread[1, 1]) - (spread[0, 1] * spread[1, 0])).Sign > 0;
        return !isPositive || Evaluating.ValueOf(expression, new(sizes, values, (symbol, _, _) => throw new InvalidOperationException(symbol.Name)))[0, 0] == sum / Draws(atoms.Count, rows + 1).Count();
    }).Holds(30);

    [Theory]
    [InlineData("E[l^4]", "24 * 2^4")]
    [InlineData("E[l k^2]", "2 * 8")]
    [InlineData("3 E[u^2]", "r^2 - r + 1")]
    [InlineData("4 E[u^3]", "(r^4 - 1) / (r + 1)")]
    [InlineData("E[(e' A e)^2]", "tr(A)^2 + tr(A A) + tr(A A') - 2 tr(A diag(A))")]
    [InlineData("E[tr(D)^2 D]", "(d^2 + 3 d + 2) I")]
    public void Moments_of_entries(string left, string right) =>
        Assert.Equal(Language.Routes.Outcome.Agrees, Evaluating.Examine(Setting + $"claim \"moments\": {left} = {right}{(left.Contains('u') ? " assuming r > -1" : "")}").Outcome);

    [Theory]
    [InlineData("E[l^2] = 4")]
    [InlineData("E[tr(D)^2] = d^2")]
    [InlineData("E[X' y y' X] = M^2 c c'")]
    public void Near_misses_are_refuted(string statement) =>
        Assert.Equal(Language.Routes.Outcome.Disagrees, Evaluating.Examine(Setting + $"claim \"near\": {statement}").Outcome);

    private static Rational[,] Symmetric(Func<int, int, Rational> entry) => new[,] { { entry(0, 0), entry(0, 1) }, { entry(1, 0), entry(1, 1) } };

    private static IEnumerable<int[]> Draws(int atoms, int places) => places == 0 ? [[]]
        : Draws(atoms, places - 1).SelectMany(draw => Enumerable.Range(0, atoms).Select(atom => (int[])[.. draw, atom]));
}
