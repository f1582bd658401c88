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
    public void Known_matrices_may_multiply_to_something_simpler()
    {
        var (a, u) = (Expr.Of(SampleSymbols.A), Expr.Of(SampleSymbols.U));
        var (square, weights) = (Expr.Times(a, a), Expr.DiagonalOf(u));
        Expr[] expressions =
        [
            Expr.Times(weights, a, a, weights), Expr.Times(weights, a, a, u), Expr.Times(u, weights, a, a, a), Expr.Times(Expr.Pow(square, -1), u),
            Expr.TraceOf(Expr.Times(weights, a, a, weights, a, u)), Expr.TraceOf(Expr.Times(a, weights, a, u)), Expr.TraceOf(Expr.Times(a, a, weights)),
            Expr.TraceOf(Expr.Times(a, a)),
        ];
        Func<int, int, double>[] values = [(i, j) => i == 2 - j ? 1 : 0, (i, j) => i == 2 - j ? 1 + Math.Abs(i - j) : 0, (i, j) => (i, j) == (0, 2) ? 1 : 0];
        Assert.All(values, value => Assert.All(expressions.Where(expression => value(2, 0) != 0 || !HasInverse(expression)), expression =>
        {
            var instance = new SampleInstance(3, 2, 3, generic: true);
            instance = new(instance.Instance.With(SampleSymbols.A, Matrix.Of(3, 3, value)), instance);
            var program = DenseProgram.Compile([expression], instance.Instance, [SampleSymbols.U]);
            program.Evaluate(instance.StateOf([SampleSymbols.U]));
            AssertClose(instance.Plain(expression), program.Value(0), Matrix.Of(3, 3, (_, _) => 10));
        }));
    }

    private static bool HasInverse(Expr expression) => expression is Power { Exponent.Sign: < 0 } || expression.Children.Any(HasInverse);

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

    [Fact]
    public void A_sum_that_doubles_at_each_level_compiles_at_once()
    {
        (Expr sum, Expr power) = (Expr.Of(SampleSymbols.Scalar), Expr.Of(SampleSymbols.Scalar));
        for (var level = 0; level < 60; level++)
        {
            (sum, power) = (Expr.Add(sum, sum), Expr.Times(power, Expr.Add(power, power)));
        }

        var program = DenseProgram.Compile([sum, Expr.Times(power, sum)], new SampleInstance(2, 2, 1, generic: true).Instance, [SampleSymbols.Scalar]);
        program.Evaluate([Math.ScaleB(1, -70)]);
        Assert.Equal(Math.ScaleB(1, -10), program.Scalar(0));
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
