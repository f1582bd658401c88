using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Values of compiled expressions against plain arrays.</summary>
public sealed class ValueTests
{
    private const CoreParts Parts = CoreParts.Entries | CoreParts.Blocks | CoreParts.Inverses | CoreParts.RandomSymbols;

    // Each entry is a sum of products of at most some hundred factors; each of the two computations errs by at most so many units in the last place.
    private const double Rounding = 2e-13;

    private static readonly Size[] Sizes = [SampleSymbols.D, SampleSymbols.N, Size.One];

    internal static Gen<(Expr, SampleInstance)> Cases(Func<int, Shape> shape, int largest = 5) => Gen.Sized(size =>
        Gen.Choose(0, int.MaxValue).Select(seed => (
            CoreGenerators.Of(shape(seed), Parts, 1 + Math.Min(size / 20, 4), (ulong)seed),
            new SampleInstance(1 + (seed % largest), 1 + (seed / 7 % largest), seed))));

    internal static Shape AnyShape(int seed) => new(Sizes[seed % 3], Sizes[seed / 3 % 3]);

    [Fact]
    public void A_random_expression_has_the_value_that_plain_arrays_give() => Prop.ForAll(Cases(AnyShape).ToArbitrary(), test =>
    {
        var (expression, instance) = test;
        var program = DenseProgram.Compile([expression], instance.Instance, instance.Variables);
        program.Evaluate(instance.State);
        AssertClose(instance.Plain(expression), program.Value(0), instance.Absolute(expression));
    }).Holds(150);

    [Fact]
    public void Without_variables_everything_is_known_when_compiled() => Prop.ForAll(Cases(AnyShape).ToArbitrary(), test =>
    {
        var (expression, instance) = test;
        AssertClose(instance.Plain(expression), DenseProgram.ValueOf(expression, instance.Instance), instance.Absolute(expression));
        Assert.Equal(0, DenseProgram.Compile([expression], instance.Instance, []).FlopCount);
    }).Holds(50);

    [Fact]
    public void Larger_matrices_too() => Prop.ForAll(Cases(AnyShape, 13).ToArbitrary(), test =>
    {
        var (expression, instance) = test;
        var program = DenseProgram.Compile([expression], instance.Instance, instance.Variables);
        program.Evaluate(instance.State);
        AssertClose(instance.Plain(expression), program.Value(0), instance.Absolute(expression));
    }).Holds(50);

    [Fact]
    public void Several_outputs_share_one_program() => Prop.ForAll(Cases(AnyShape).ToArbitrary(), Cases(AnyShape).ToArbitrary(), (first, second) =>
    {
        var ((a, instance), (b, _)) = (first, second);
        var program = DenseProgram.Compile([a, b, Expr.TransposeOf(a)], instance.Instance, instance.Variables);
        program.Evaluate(instance.State);
        AssertClose(instance.Plain(a), program.Value(0), instance.Absolute(a));
        AssertClose(instance.Plain(b), program.Value(1), instance.Absolute(b));
        AssertClose(instance.Plain(Expr.TransposeOf(a)), program.Value(2), instance.Absolute(Expr.TransposeOf(a)));
    }).Holds(50);

    [Fact]
    public void A_second_evaluation_forgets_the_first() => Prop.ForAll(Cases(AnyShape).ToArbitrary(), test =>
    {
        var (expression, instance) = test;
        var program = DenseProgram.Compile([expression], instance.Instance, instance.Variables);
        program.Evaluate(instance.Direction(program.Dimension));
        program.Evaluate(instance.State);
        var fresh = DenseProgram.Compile([expression], instance.Instance, instance.Variables);
        fresh.Evaluate(instance.State);
        Assert.Equal(fresh.Value(0).Entries, program.Value(0).Entries);
    }).Holds(50);

    [Fact]
    public void The_magnitude_is_at_least_the_value_and_that_of_each_term()
    {
        var instance = new SampleInstance(3, 4, 5);
        var (a, u, s) = (Expr.Of(SampleSymbols.A), Expr.Of(SampleSymbols.U), Expr.Of(SampleSymbols.Scalar));
        var sum = Expr.Times(s, Expr.Subtract(Expr.Times(a, u), Expr.Add(Expr.Identity(SampleSymbols.D), Expr.Times(a, u))));
        var program = DenseProgram.Compile([sum], instance.Instance, [SampleSymbols.A, SampleSymbols.U]);
        program.Evaluate(instance.StateOf([SampleSymbols.A, SampleSymbols.U]));
        var expected = Math.Abs(instance.Plain(s)[0, 0]) * ((2 * instance.Plain(Expr.Times(a, u)).Norm()) + Math.Sqrt(3));
        Assert.Equal(expected, program.Magnitude(0), 1e-12 * expected);
    }

    internal static void AssertClose(Matrix expected, Matrix actual, Matrix scale)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        var largest = scale.Entries.Max();
        for (var k = 0; k < expected.Entries.Length; k++)
        {
            var difference = Math.Abs(expected.Entries[k] - actual.Entries[k]);
            Assert.True(difference <= Rounding * largest, $"{actual.Entries[k]} is not {expected.Entries[k]} (terms of {largest}).");
        }
    }
}
