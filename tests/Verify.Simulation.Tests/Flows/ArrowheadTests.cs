using FsCheck.Fluent;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Flows;
using Verify.Testing;
using Xunit;

namespace Verify.Simulation.Tests.Flows;

/// <summary>Flows whose entries decay by themselves and are coupled through one scalar.</summary>
public sealed class ArrowheadTests
{
    /// <summary>The last number u couples the others: the flow of Σ (c u² y² / 2 - s u y).</summary>
    private static FunctionField Coupled(double[] c, double[] s, double beside = 0, double row = 1) => new(c.Length + 1, (y, rate) =>
    {
        var u = y[^1];
        rate[^1] = 0;
        for (var i = 0; i < c.Length; i++)
        {
            rate[i] = (-u * u * c[i] * y[i]) + (u * s[i]) + (beside * y[(i + 1) % c.Length]);
            rate[^1] += row * ((-u * c[i] * y[i] * y[i]) + (s[i] * y[i]));
        }
    });

    private static (double[] C, double[] S, double[] State) Draw(int n, int seed)
    {
        var draw = new SeededDraw((ulong)seed);
        double[] Many(int count, double shift) => [.. Enumerable.Range(0, count).Select(_ => shift + draw.Symmetric())];
        return (Many(n, 1.1), Many(n, 0), Many(n + 1, 0.2));
    }

    [Fact]
    public void Its_systems_have_the_solutions_of_dense_elimination() =>
        Prop.ForAll(Gen.Choose(2, 40).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (n, seed) =>
        {
            var (c, s, state) = Draw(n, seed);
            var field = Coupled(c, s);
            ILinearization[] both = [new DenseLinearization(field), new ArrowheadLinearization(field, [n])];
            var rate = new double[n + 1];
            field.Rate(state, rate);
            var solutions = both.Select(linear =>
            {
                var b = new double[Lanes.Padded(n + 1)];
                rate.CopyTo(b, 0);
                linear.At(state, rate);
                Assert.True(linear.Factor(0.2));
                linear.Solve(b);
                return b;
            }).ToArray();
            return SolvedFlow.Distance(solutions[0], solutions[1]) <= 1e-5 * (1 + solutions[0].Max(Math.Abs));
        }).Holds(200);

    [Fact]
    public void It_needs_two_evaluations_where_dense_differences_need_one_for_each_number()
    {
        var (c, s, state) = Draw(30, 1);
        ILinearization[] both = [new DenseLinearization(Coupled(c, s)), new ArrowheadLinearization(Coupled(c, s), [30])];
        foreach (var linear in both)
        {
            linear.At(state, new double[31]);
        }

        Assert.Equal([31, 2], both.Select(linear => linear.Evaluations));
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0.01, 1, false)]
    [InlineData(0, 1.01, false)]
    public void What_couples_beside_the_border_or_lacks_symmetry_is_found_out(double beside, double row, bool fits)
    {
        var (c, s, state) = Draw(20, 2);
        Assert.Equal(fits, ArrowheadLinearization.Fits(Coupled(c, s, beside, row), [20], state));
    }

    [Fact]
    public void The_path_is_the_dense_one_with_its_dissipation()
    {
        var (c, s, state) = Draw(12, 3);
        var method = new ExtrapolatedMidpoint(new(1e-10));
        var dense = method.Integrate(new DissipationField(Coupled(c, s)), [.. state, 0], 3);
        var arrowhead = method.Integrate(new DissipationField(new Bordered(Coupled(c, s))), [.. state, 0], 3);
        Assert.True(SolvedFlow.Distance(dense.State, arrowhead.State) < 1e-7, $"{SolvedFlow.Distance(dense.State, arrowhead.State)}");
        Assert.True(arrowhead.Evaluations < dense.Evaluations, $"{arrowhead.Evaluations} of {dense.Evaluations}");
    }

    private sealed class Bordered(IVectorField inner) : IVectorField
    {
        public int Dimension => inner.Dimension;

        public int Width => 3;

        public void Rate(ReadOnlySpan<double> state, Span<double> rate) => inner.Rate(state, rate);

        public ILinearization Linearize() => new ArrowheadLinearization(this, [Dimension - 1]);
    }
}
