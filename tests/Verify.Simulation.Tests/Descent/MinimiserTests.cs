using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using Verify.Simulation.Descent;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Descent;

/// <summary>Descents end at minima that are known, and say so where there is none.</summary>
public sealed class MinimiserTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(1, 1_000_000).ToArbitrary();

    [Fact]
    public void A_quadratic_ends_at_its_minimiser() => Prop.ForAll(Seeds, Gen.Choose(1, 70).ToArbitrary(), (seed, n) =>
    {
        var random = new SplitMix((ulong)seed);
        var (a, b) = (SpectralDraw.Definite(n, random), Normals(n, random));
        var expected = Matrix<double>.Build.DenseOfRowMajor(n, n, a.Entries).Solve(Vector<double>.Build.Dense(b)).ToArray();
        var result = Minimiser.Minimise(Objective.Quadratic(a, b, 3), Normals(n, random));
        return result.Outcome == DescentOutcome.Converged && Distance(result.Point, expected) < (n <= Minimiser.LargestPolished ? 1e-11 : 1e-8) * Math.Max(1, Flat.Norm(expected));
    }).Holds(20);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(100)]
    public void Rosenbrocks_valley_is_followed_to_its_end(int n)
    {
        var result = Minimiser.Minimise(Objective.Rosenbrock(n), [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? -1.2 : 1)]);
        Assert.Equal(DescentOutcome.Converged, result.Outcome);

        // From this start a second minimum near (-1, 1, …, 1) takes some descents at sizes from 4.
        if (n <= 3 || result.Value < 1)
        {
            Assert.InRange(Distance(result.Point, [.. Enumerable.Repeat(1.0, n)]), 0, 1e-9);
        }
    }

    [Fact]
    public void A_valley_of_minimisers_is_met_exactly() => Prop.ForAll(Seeds, Gen.Choose(1, 20).ToArbitrary(), (seed, n) =>
    {
        var random = new SplitMix((ulong)seed);
        var c = Normals(n, random);
        var result = Minimiser.Minimise(Objective.Product(c), Normals(n + 1, random));
        return result.Outcome == DescentOutcome.Converged && result.Value < 1e-20
            && Distance([.. result.Point[1..].Select(x => x * result.Point[0])], c) < 1e-9 * Flat.Norm(c);
    }).Holds(60);

    [Fact]
    public void A_saddle_is_left() => Assert.InRange(Minimiser.Minimise(Objective.Product([1, -2, 0.5]), new double[4]).Value, 0, 1e-20);

    [Fact]
    public void A_quartic_is_followed_to_where_its_curvature_vanishes() => Prop.ForAll(Seeds, seed =>
    {
        var quartic = new Objective(3, x => x.Sum(y => Math.Pow(y, 4)), x => [.. x.Select(y => 4 * y * y * y)]);
        var result = Minimiser.Minimise(quartic, Normals(3, new((ulong)seed)));
        return result.Outcome == DescentOutcome.Converged && Flat.Norm(result.Point) < 1e-6;
    }).Holds(10);

    /// <summary>∑ (x_i² - 1)² + x_i/4: the least of the two minima of each term is the negative root of 4 x³ - 4 x + 1/4.</summary>
    [Fact]
    public void The_best_of_many_starts_is_first()
    {
        var wells = new Objective(3, x => x.Sum(y => Math.Pow((y * y) - 1, 2) + (y / 4)), x => [.. x.Select(y => (4 * y * ((y * y) - 1)) + 0.25)]);
        var results = Minimiser.FromRandomStarts(wells, 40, 1, 1.5);
        Assert.Equal(40, results.Length);
        Assert.Equal(results.OrderBy(result => result.Value), results);
        Assert.True(results[^1].Value > results[0].Value + 0.4);
        Assert.All(results[0].Point, x => Assert.True(x < -1 && Math.Abs((4 * x * x * x) - (4 * x) + 0.25) < 1e-13));
    }

    [Fact]
    public void Starts_follow_from_the_seed()
    {
        double[] Ends(ulong seed) => [.. Minimiser.FromRandomStarts(Objective.Product([1, 2]), 3, seed, 1).SelectMany(result => result.Point)];
        Assert.Equal(Ends(1), Ends(1));
        Assert.NotEqual(Ends(1), Ends(2));
    }

    public static TheoryData<string, Func<double[], double>, Func<double[], double[]>> Unbounded => new()
    {
        { "a plane", x => x[0] - (2 * x[1]), _ => [1, -2] },
        { "a saddle", x => (x[0] * x[0]) - (x[1] * x[1]), x => [2 * x[0], -2 * x[1]] },
        { "a cubic", x => (x[0] * x[0] * x[0]) + (x[1] * x[1]), x => [3 * x[0] * x[0], 2 * x[1]] },
        { "a small plane", x => 1e-20 * x[0], _ => [1e-20, 0] },
        { "a logarithm", x => -Math.Log(1 + (x[0] * x[0])), x => [-2 * x[0] / (1 + (x[0] * x[0])), 0] },
        { "an exponential", x => -Math.Exp(x[0]) + (x[1] * x[1]), x => [-Math.Exp(x[0]), 2 * x[1]] },
        { "a quotient", x => -1 / (x[0] * x[0]), x => [2 / (x[0] * x[0] * x[0]), 0] },
    };

    [Theory]
    [MemberData(nameof(Unbounded))]
    public void A_fall_without_bound_is_noticed(string name, Func<double[], double> function, Func<double[], double[]> gradient) =>
        Assert.True(Minimiser.FromRandomStarts(new Objective(2, function, gradient), 5, 1, 1).All(result => result.Outcome == DescentOutcome.Fell), name);

    [Fact]
    public void A_value_that_only_tends_to_its_infimum_is_no_fall()
    {
        var result = Minimiser.Minimise(new Objective(1, x => 5 + (1 / (1 + Math.Exp(x[0]))), x => [-1 / (2 + Math.Exp(x[0]) + Math.Exp(-x[0]))]), [0]);
        Assert.Equal(DescentOutcome.Converged, result.Outcome);
        Assert.InRange(result.Value, 5, 5 + 1e-8);
    }

    [Fact]
    public void An_undefined_region_is_not_entered()
    {
        var barrier = new Objective(1, x => x[0] > 0 ? x[0] - Math.Log(x[0]) : double.NaN, x => [1 - (1 / x[0])]);
        Assert.InRange(Math.Abs(Minimiser.Minimise(barrier, [1e-3]).Point[0] - 1), 0, 1e-10);
        Assert.Equal(DescentOutcome.Stopped, Minimiser.Minimise(barrier, [-1]).Outcome);
    }

    [Fact]
    public void A_start_at_the_minimum_stays()
    {
        var result = Minimiser.Minimise(Objective.Rosenbrock(3), [1, 1, 1]);
        Assert.Equal((DescentOutcome.Converged, 0.0), (result.Outcome, result.Value));
    }

    [Fact]
    public void A_limit_of_steps_is_said() => Assert.Equal(DescentOutcome.Stopped, Minimiser.Minimise(Objective.Rosenbrock(100), [.. Enumerable.Repeat(-1.2, 100)], 3).Outcome);

    [Fact]
    public void A_start_of_the_wrong_length_is_refused() => Assert.Throws<ArgumentException>(() => Minimiser.Minimise(Objective.Rosenbrock(3), [1.0]));

    [Fact]
    public void The_value_and_gradient_are_those_of_the_point_and_every_evaluation_is_counted()
    {
        var evaluations = 0;
        var rosenbrock = Objective.Rosenbrock(5);
        var result = Minimiser.Minimise(rosenbrock with { Function = x => { evaluations++; return rosenbrock.Function(x); } }, [2, 1, 0, -1, 3]);
        Assert.Equal(evaluations, result.Evaluations);
        Assert.Equal(rosenbrock.Function(result.Point), result.Value);
        Assert.Equal(Flat.Norm(rosenbrock.Slope(result.Point)), result.GradientNorm);
    }

    private static double[] Normals(int n, SplitMix random) => [.. Enumerable.Range(0, n).Select(_ => random.Normal())];

    private static double Distance(double[] a, double[] b) => Flat.Norm([.. a.Zip(b, (x, y) => x - y)]);
}
