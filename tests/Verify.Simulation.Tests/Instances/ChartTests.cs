using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Instances;

/// <summary>Coordinates around a value keep its attributes, and have as many dimensions as there are values.</summary>
public sealed class ChartTests
{
    private static readonly (MatrixAttributes Kind, Func<int, int> Dimension)[] Kinds =
    [
        (MatrixAttributes.None, n => n * n), (MatrixAttributes.Symmetric, n => n * (n + 1) / 2), (MatrixAttributes.PositiveDefinite, n => n * n),
        (MatrixAttributes.PositiveSemidefinite, n => -1), (MatrixAttributes.Diagonal, n => n), (MatrixAttributes.Diagonal | MatrixAttributes.PositiveDefinite, n => n),
        (MatrixAttributes.Diagonal | MatrixAttributes.PositiveSemidefinite, n => n), (MatrixAttributes.Orthogonal, n => n * (n - 1) / 2),
        (MatrixAttributes.Orthogonal | MatrixAttributes.Symmetric, n => n * (n - 1) / 2), (MatrixAttributes.Orthogonal | MatrixAttributes.Diagonal, _ => 0),
    ];

    private static readonly Arbitrary<(int Seed, int Kind, int Size)> Cases =
        (from seed in Gen.Choose(1, 100000) from kind in Gen.Choose(0, 9) from size in Gen.Choose(1, 7) select (seed, kind, size)).ToArbitrary();

    [Fact]
    public void Values_near_a_value_have_its_attributes_and_differ() => Prop.ForAll(Cases, drawn =>
    {
        var (symbol, value, chart, random) = Draw(drawn);
        var moved = chart.At([.. Enumerable.Range(0, chart.Dimension).Select(_ => 0.01 * random.Normal())]);
        var isAlone = chart.Dimension == 0 || (symbol.Is(MatrixAttributes.Orthogonal | MatrixAttributes.Symmetric) && IsScalarMatrix(value));
        return Allowed.Contains(symbol, moved) && (isAlone || Distance(moved, value) > 1e-6)
            && (Kinds[drawn.Kind].Dimension(drawn.Size) is var dimension && (dimension < 0 || dimension == chart.Dimension));
    }).Holds(300);

    [Fact]
    public void The_origin_is_the_value() => Prop.ForAll(Cases, drawn =>
    {
        var (_, value, chart, _) = Draw(drawn);
        return Distance(chart.At(new double[chart.Dimension]), value) < 1e-13 * (1 + value.Norm());
    }).Holds(200);

    [Fact]
    public void A_scalar_never_leaves_its_range() => Prop.ForAll(Gen.Choose(-500, 500).ToArbitrary(), Gen.Elements(
        new ScalarRange(0, true, 1, true), new ScalarRange(0, false, 1), ScalarRange.Real, new ScalarRange(null, false, 1, true), new ScalarRange(0)).ToArbitrary(), (step, range) =>
    {
        var moved = Chart.Of(new("s", Shape.Scalar, SymbolRole.Given, range: range), Matrix.Scalar(0.5)).At([step / 100.0]).Entries[0];
        return range.Contains(Rationals.Of(moved)) && Math.Sign(moved - 0.5) == Math.Sign(step) && (range != ScalarRange.Real || moved == 0.5 + (step / 100.0));
    }).Holds(300);

    [Fact]
    public void What_has_not_the_attributes_is_not_allowed()
    {
        var almost = new Matrix(2, 2, [1, 0.5, 0.5000001, 1]);
        var indefinite = new Matrix(2, 2, [1, 2, 2, 1]);
        var singular = new Matrix(2, 2, [1, 1, 1, 1]);
        bool Allows(MatrixAttributes kind, Matrix value) => Allowed.Contains(new("A", new(new Dimension("d"), new Dimension("d")), SymbolRole.Given, kind), value);
        Assert.True(Allows(MatrixAttributes.None, almost) && Allows(MatrixAttributes.Symmetric, indefinite) && Allows(MatrixAttributes.PositiveSemidefinite, singular));
        Assert.False(Allows(MatrixAttributes.Symmetric, almost));
        Assert.False(Allows(MatrixAttributes.Diagonal, singular));
        Assert.False(Allows(MatrixAttributes.PositiveSemidefinite, indefinite));
        Assert.False(Allows(MatrixAttributes.PositiveDefinite, singular));
        Assert.False(Allows(MatrixAttributes.Orthogonal, new(2, 2, [1, 0, 0, 1.0000001])));
        Assert.False(Allows(MatrixAttributes.None, new(1, 2, [double.NaN, 0])));
        Assert.False(Allowed.Contains(new("s", Shape.Scalar, SymbolRole.Given, range: new(0, true)), Matrix.Scalar(0)));
    }

    private static (Symbol Symbol, Matrix Value, Chart Chart, SplitMix Random) Draw((int Seed, int Kind, int Size) drawn)
    {
        var random = new SplitMix((ulong)drawn.Seed);
        var symbol = new Symbol("A", new(new Dimension("d"), new Dimension("d")), SymbolRole.Given, Kinds[drawn.Kind].Kind);
        var value = ValueDraw.Of(symbol, drawn.Size, drawn.Size, random);
        return (symbol, value, Chart.Of(symbol, value), random);
    }

    // I and -I commute with every rotation.
    private static bool IsScalarMatrix(Matrix value) => Distance(value, Matrix.Of(value.Rows, value.Rows, (i, j) => i == j ? value[0, 0] : 0)) < 1e-9;

    private static double Distance(Matrix a, Matrix b) => Flat.Norm([.. a.Entries.Zip(b.Entries, (x, y) => x - y)]);
}
