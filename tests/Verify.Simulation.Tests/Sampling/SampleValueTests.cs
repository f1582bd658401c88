using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Tests.Dense;
using Verify.Testing;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Sampling;

/// <summary>The value of every sample against an evaluation of the same expression at the very draws, by plain arrays and by the evaluation of fixed values.</summary>
public sealed class SampleValueTests
{
    private static readonly ImmutableArray<Symbol> Drawn = [SampleSymbols.X, SampleSymbols.Task];
    private static readonly Expr X = Expr.Of(SampleSymbols.X);
    private static readonly Expr W = Expr.Of(SampleSymbols.Task);
    private static readonly Expr A = Expr.Of(SampleSymbols.A);
    private static readonly Expr C = Expr.Of(SampleSymbols.C);
    private static readonly Expr Λ = Expr.Of(SampleSymbols.Λ);
    private static readonly Expr Scalar = Expr.Of(SampleSymbols.Scalar);
    private static readonly Expr Gram = Expr.Times(Expr.TransposeOf(X), X);
    private static readonly Expr Square = Expr.Times(Expr.TransposeOf(W), W);

    [Fact]
    public void Every_sample_of_a_random_expression_has_the_value_of_the_expression_at_its_draws() =>
        Prop.ForAll(ValueTests.Cases(ValueTests.AnyShape).ToArbitrary(), test => AssertSamples(test.Item1, test.Item2)).Holds(200);

    [Fact]
    public void So_has_every_term_where_several_are_outputs_of_one_program() => Prop.ForAll(
        ValueTests.Cases(ValueTests.AnyShape).ToArbitrary(), ValueTests.Cases(ValueTests.AnyShape).ToArbitrary(), (first, second) =>
        {
            var ((a, instance), (b, _)) = (first, second);
            var values = Sampled.At(Sampled.Program([a, b, Expr.TransposeOf(a), X, W], Drawn, instance.Instance), 0, 3);
            var at = At(instance, values[3], values[4]);
            ValueTests.AssertClose(at.Plain(a), values[0], at.Absolute(a));
            ValueTests.AssertClose(at.Plain(b), values[1], at.Absolute(b));
            ValueTests.AssertClose(at.Plain(Expr.TransposeOf(a)), values[2], at.Absolute(Expr.TransposeOf(a)));
        }).Holds(60);

    public static TheoryData<string, Expr> Shapes => new()
    {
        { "a scalar product inside a chain", Expr.Times(A, Expr.Times(Square, Gram)) },
        { "a scalar factor at the end of a chain", Expr.Times(Expr.Times(A, Gram), Square) },
        { "a scalar product between two matrices", Expr.Times(Expr.Times(A, Square), A, Gram) },
        { "a scalar product inside a transpose", Expr.TransposeOf(Expr.Times(A, Expr.Times(Square, Gram, A))) },
        { "a chain that ends in a vector", Expr.Times(Expr.TransposeOf(W), Gram, A, Gram, W) },
        { "an outer product", Expr.Times(Expr.Times(W, Expr.TransposeOf(W)), Gram) },
        { "a product used twice", Expr.Add(Expr.Times(Gram, A), Expr.TransposeOf(Expr.Times(Gram, A))) },
        { "a trace of a product used elsewhere", Expr.Times(Expr.TraceOf(Expr.Times(Gram, A)), Expr.Times(Gram, A)) },
        { "a trace of a scalar times a sum", Expr.TraceOf(Expr.Times(Scalar, Expr.Add(Gram, A))) },
        { "a trace of a sum of products", Expr.TraceOf(Expr.Add(Expr.Times(Gram, Gram), Expr.Times(Square, A))) },
        { "a power of a power", Expr.Pow(Expr.Pow(Gram, 2), 2) },
        { "a power of a scalar beyond products", Expr.Pow(Square, 17) },
        { "a root", Expr.Pow(Square, new Rational(1, 2)) },
        { "a negative power of a scalar", Expr.Times(Expr.Pow(Square, -3), Gram) },
        { "an inverse of what is drawn", Expr.Pow(Expr.Add(Gram, Λ), -1) },
        { "a root of a drawn matrix", Expr.Pow(Expr.Add(Gram, Λ), new Rational(1, 2)) },
        { "an inverse of what is fixed beside draws", Expr.Times(Expr.Pow(Λ, -1), Gram) },
        { "a softmax", Expr.SoftmaxOf(Expr.Times(Gram, W)) },
        { "a norm", Expr.NormOf(Expr.Subtract(X, C)) },
        { "an odd power of a norm", Expr.Pow(Expr.NormOf(X), 3) },
        { "an operator norm", Expr.OperatorNormOf(Expr.Subtract(X, C)) },
        { "a diagonal part of a sum", Expr.Times(Expr.DiagonalOf(Expr.Add(Gram, A)), A) },
        { "an entrywise product with itself transposed", Expr.EntrywiseProduct(Expr.Times(Gram, A), Expr.TransposeOf(Expr.Times(Gram, A))) },
        { "blocks of scaled parts", Expr.Blocks([[Expr.Times(Scalar, Gram), W], [Expr.Negate(Expr.TransposeOf(W)), Square]]) },
        { "a fixed zero beside draws", Expr.Times(Expr.Zero(A.Shape), Gram) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_construct_has_its_value(string construct, Expr expression)
    {
        Assert.NotEmpty(construct);
        foreach (var (d, n) in new[] { (1, 1), (1, 3), (3, 1), (2, 5), (5, 4) })
        {
            var instance = new SampleInstance(d, n, 7, generic: true);
            var values = Sampled.At(Sampled.Program([expression, X, W], Drawn, instance.Instance), 64, 17);
            var at = At(instance, values[1], values[2]);
            var expected = DenseProgram.ValueOf(expression, at.Instance);
            ValueTests.AssertClose(expected, values[0], Matrix.Of(expected.Rows, expected.Columns, (_, _) => 100 * (1 + expected.Norm())));
        }
    }

    [Fact]
    public void A_gradient_by_differences_is_the_adjoint_up_to_its_error_bound() => Prop.ForAll(
        ValueTests.Cases(_ => Shape.Scalar).ToArbitrary(), test =>
        {
            var (body, instance) = test;
            var bound = new Symbol("U", SampleSymbols.U.Shape, SymbolRole.Parameter);
            var inside = Substitution.Of(SampleSymbols.U, Expr.Of(bound)).In(body);
            var gradient = Expr.GradientOf(inside, bound, Expr.Of(SampleSymbols.U));
            var program = Sampled.Program([gradient, X, W], Drawn, instance.Instance);
            var workspace = program.NewWorkspace();
            program.Run(workspace, 0);
            var values = Sampled.At(program, 0, 5);
            var at = At(instance, values[1], values[2]);
            var sweep = DenseProgram.Compile([inside], at.Instance, [bound]).Differentiate(0);
            var exact = new double[sweep.Dimension];
            sweep.Evaluate(instance.Instance.Values[SampleSymbols.U].Entries, exact);
            var allowed = program.ErrorBounds.Sum(row => workspace.Row(row)[5]) + (1e-9 * at.Absolute(body, 0.1).Entries.Max());
            Assert.All(exact.Zip(values[0].Entries), pair => Assert.InRange(pair.Second, pair.First - allowed, pair.First + allowed));
        }).Holds(60);

    [Fact]
    public void A_gradient_of_a_gradient_is_one_too()
    {
        // f = (w'Uw)³, grad² tr: grad(tr(grad f)) = 6 (w'Uw) (w'w) w w'.
        Symbol Bound() => new("U", SampleSymbols.U.Shape, SymbolRole.Parameter);
        var (outer, inner) = (Bound(), Bound());
        Expr Form(Symbol u) => Expr.Times(Expr.TransposeOf(W), Expr.Of(u), W);
        var first = Expr.GradientOf(Expr.Pow(Form(inner), 3), inner, Expr.Of(outer));
        var second = Expr.GradientOf(Expr.TraceOf(first), outer, Expr.Of(SampleSymbols.U));
        var expected = Expr.Times(Expr.Of(6), Form(SampleSymbols.U), Square, Expr.Times(W, Expr.TransposeOf(W)));
        var instance = new SampleInstance(3, 2, 11, generic: true);
        var values = Sampled.At(Sampled.Program([second, expected], Drawn, instance.Instance), 0, 9);
        Assert.All(values[1].Entries.Zip(values[0].Entries), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * values[1].Norm()));
    }

    private static void AssertSamples(Expr expression, SampleInstance instance)
    {
        var program = Sampled.Program([expression, X, W], Drawn, instance.Instance);
        foreach (var (first, lane) in new[] { (0UL, 0), (0UL, program.Batch - 1), (4096UL, 13) })
        {
            var values = Sampled.At(program, first, lane);
            var at = At(instance, values[1], values[2]);
            ValueTests.AssertClose(at.Plain(expression), values[0], at.Absolute(expression));
            ValueTests.AssertClose(DenseProgram.ValueOf(expression, at.Instance), values[0], at.Absolute(expression));
        }
    }

    private static SampleInstance At(SampleInstance instance, Matrix x, Matrix w) =>
        new(instance.Instance.With(SampleSymbols.X, x).With(SampleSymbols.Task, w), instance);
}
