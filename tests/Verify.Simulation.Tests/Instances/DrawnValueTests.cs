using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Testing;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Instances;

/// <summary>What is drawn for a symbol has what its declaration promises, and is not special in any other way.</summary>
public sealed class DrawnValueTests
{
    private static readonly MatrixAttributes[] Kinds =
    [
        MatrixAttributes.None, MatrixAttributes.Symmetric, MatrixAttributes.PositiveSemidefinite, MatrixAttributes.PositiveDefinite, MatrixAttributes.Diagonal,
        MatrixAttributes.Diagonal | MatrixAttributes.PositiveSemidefinite, MatrixAttributes.Diagonal | MatrixAttributes.PositiveDefinite, MatrixAttributes.Orthogonal,
        MatrixAttributes.Orthogonal | MatrixAttributes.Symmetric, MatrixAttributes.Orthogonal | MatrixAttributes.Diagonal,
        MatrixAttributes.Orthogonal | MatrixAttributes.PositiveDefinite,
    ];

    private static readonly ScalarRange[] Ranges =
    [
        ScalarRange.Real, new(0), new(0, true), new(1, true), new(1000, true), new(null, false, 0, true), new(null, false, new(1, 2)), new(0, true, 1, true),
        new(-1, false, 1), new(new(1, 3), true, new(1001, 3000), true), new(-3, true, -2, true), new(new(1, 1000), false, new(11, 10000)),
    ];

    private static readonly Arbitrary<(int Seed, MatrixAttributes Kind, int Size)> Cases =
        (from seed in Gen.Choose(1, 1_000_000) from kind in Gen.Elements(Kinds) from size in Gen.Choose(1, 12) select (seed, kind, size)).ToArbitrary();

    [Fact]
    public void Matrices_have_their_attributes() => Prop.ForAll(Cases, drawn =>
    {
        var value = Draw(drawn.Kind, drawn.Size, drawn.Seed);
        var dense = Matrix<double>.Build.DenseOfRowMajor(value.Rows, value.Columns, value.Entries);
        bool Is(MatrixAttributes attributes) => (drawn.Kind & attributes) == attributes;
        var least = Is(MatrixAttributes.Symmetric) ? dense.Evd().EigenValues.Min(x => x.Real) : 0;
        return (value.Rows, value.Columns) == (drawn.Size, drawn.Size)
            && (!Is(MatrixAttributes.Symmetric) || dense.Equals(dense.Transpose()))
            && (!Is(MatrixAttributes.PositiveSemidefinite) || least > -1e-12 * drawn.Size)
            && (!Is(MatrixAttributes.PositiveDefinite) || least > 1e-4)
            && (!Is(MatrixAttributes.Diagonal) || dense.EnumerateIndexed(Zeros.AllowSkip).All(entry => entry.Item1 == entry.Item2 || entry.Item3 == 0))
            && (!Is(MatrixAttributes.Orthogonal) || (dense * dense.Transpose() - Matrix<double>.Build.DenseIdentity(drawn.Size)).L2Norm() < 1e-13 * drawn.Size);
    }).Holds(400);

    [Fact]
    public void A_covariance_of_large_size_is_definite_too() =>
        Assert.True(Matrix<double>.Build.DenseOfRowMajor(150, 150, Draw(MatrixAttributes.PositiveDefinite, 150, 7).Entries).Evd().EigenValues.All(x => x.Real > 0));

    [Fact]
    public void Entries_are_short_decimals_where_attributes_allow() => Prop.ForAll(Cases, drawn =>
        drawn.Kind.HasFlag(MatrixAttributes.Orthogonal) || Draw(drawn.Kind, drawn.Size, drawn.Seed).Entries.All(x => (Rationals.Of(x) * 10000).IsInteger)).Holds();

    [Fact]
    public void Scalars_lie_strictly_inside_their_range() => Prop.ForAll(Gen.Elements(Ranges).ToArbitrary(), Gen.Choose(1, 1_000_000).ToArbitrary(), (range, seed) =>
    {
        var value = Rationals.Of(ValueDraw.InRange(range, new((ulong)seed)));
        return range.Contains(value) && value != range.Lower && value != range.Upper;
    }).Holds(400);

    [Fact]
    public void The_one_number_of_a_range_is_drawn() => Assert.Equal(0.5, ValueDraw.InRange(new(new(1, 2), false, new(1, 2)), new(1)));

    [Fact]
    public void Unbounded_scalars_are_small_and_large_and_of_both_signs()
    {
        var drawn = Enumerable.Range(1, 200).Select(seed => ValueDraw.InRange(ScalarRange.Real, new((ulong)seed))).ToList();
        Assert.All([drawn.Count(x => x < 0), drawn.Count(x => Math.Abs(x) < 1), drawn.Count(x => x > 1)], count => Assert.InRange(count, 25, 175));
    }

    [Fact]
    public void Condition_numbers_spread_from_1_to_100()
    {
        var conditions = Enumerable.Range(1, 400).Select(seed => Eigenvalues(Draw(MatrixAttributes.PositiveDefinite, 5, seed)))
            .Select(values => Math.Log10(values.Max() / values.Min())).Order().ToList();
        Assert.InRange(conditions[^1], 1.9, 2.01);

        // Uniform logarithms: Kolmogorov's distance of 400 draws stays below 1.63/20 in 99 of 100 cases, and the seeds are fixed.
        Assert.All(conditions.Index(), item => Assert.InRange((item.Index / 400.0) - (item.Item / 2), -0.0815, 0.0815));
    }

    [Fact]
    public void Traces_of_covariances_are_near_their_size_but_not_equal_to_it() =>
        Assert.All(Enumerable.Range(1, 50).Select(seed => Eigenvalues(Draw(MatrixAttributes.PositiveDefinite, 6, seed)).Sum() / 6), ratio => Assert.InRange(Math.Abs(Math.Log(ratio)), 1e-4, 0.6));

    [Fact]
    public void Semidefinite_matrices_are_singular_about_every_second_time() => Assert.InRange(
        Enumerable.Range(1, 100).Count(seed => Eigenvalues(Draw(MatrixAttributes.PositiveSemidefinite, 5, seed)).Min() < 1e-12), 30, 70);

    [Fact]
    public void Orthogonal_matrices_have_both_determinants_and_no_preferred_entry()
    {
        var drawn = Enumerable.Range(1, 2000).Select(seed => Draw(MatrixAttributes.Orthogonal, 3, seed)).ToList();
        Assert.InRange(drawn.Count(q => Matrix<double>.Build.DenseOfRowMajor(3, 3, q.Entries).Determinant() > 0), 900, 1100);

        // Every entry has mean 0, mean square 1/3 and mean fourth power 1/5 (Haar at size 3: a coordinate of the sphere is uniform).
        Assert.All(Enumerable.Range(0, 9), k =>
        {
            Assert.InRange(drawn.Average(q => q.Entries[k]), -0.05, 0.05);
            Assert.InRange(drawn.Average(q => Math.Pow(q.Entries[k], 2)), (1 / 3.0) - 0.03, (1 / 3.0) + 0.03);
            Assert.InRange(drawn.Average(q => Math.Pow(q.Entries[k], 4)), 0.2 - 0.025, 0.2 + 0.025);
        });
    }

    [Fact]
    public void Every_position_of_an_index_is_drawn_about_as_often()
    {
        var symbol = new Symbol("i", new(new Dimension("d"), Size.One), SymbolRole.Given, MatrixAttributes.UnitVector);
        var drawn = Enumerable.Range(1, 400).Select(seed => ValueDraw.Of(symbol, 4, 1, new((ulong)seed))).ToList();
        Assert.All(drawn, unit => Assert.True(Allowed.Contains(symbol, unit)));
        Assert.False(Allowed.Contains(symbol, new(2, 1, [1, 1])));
        Assert.False(Allowed.Contains(symbol, new(2, 1, [0, 2])));

        // 100 each, with a standard deviation of 8.7.
        Assert.All(Enumerable.Range(0, 4), place => Assert.InRange(drawn.Count(unit => unit.Entries[place] == 1), 60, 140));
    }

    private static Matrix Draw(MatrixAttributes kind, int size, int seed) => ValueDraw.Of(new("A", new(new Dimension("d"), size), SymbolRole.Given, kind), size, size, new((ulong)seed));

    private static double[] Eigenvalues(Matrix value) => [.. Matrix<double>.Build.DenseOfRowMajor(value.Rows, value.Columns, value.Entries).Evd(Symmetricity.Symmetric).EigenValues.Select(x => x.Real)];
}
