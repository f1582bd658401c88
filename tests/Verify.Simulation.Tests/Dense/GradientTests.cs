using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Gradients by adjoints against differences of values.</summary>
public sealed class GradientTests
{
    // Of the values, relative to what they are sums of.
    private const double Rounding = 1e-14;
    private const double Step = 1.0 / 128;

    private static readonly Expr Λ = Expr.Of(SampleSymbols.Λ);
    private static readonly Expr A = Expr.Of(SampleSymbols.A);
    private static readonly Expr U = Expr.Of(SampleSymbols.U);
    private static readonly Expr V = Expr.Of(SampleSymbols.V);
    private static readonly Expr C = Expr.Of(SampleSymbols.C);
    private static readonly Expr I = Expr.Identity(SampleSymbols.D);
    private static readonly Expr S = Expr.Of(SampleSymbols.Scalar);

    public static TheoryData<string> Named => [.. Losses.Keys];

    private static Dictionary<string, Expr> Losses { get; } = new()
    {
        ["inverse"] = Expr.TraceOf(Expr.Times(A, Expr.Pow(Positive, -1))),
        ["inverse squared"] = Expr.TraceOf(Expr.Times(U, Expr.Pow(Positive, -2), A)),
        ["inverse of a transpose"] = Expr.TraceOf(Expr.Times(A, Expr.Pow(Expr.TransposeOf(Expr.Add(Expr.Times(Expr.Of(4), I), U)), -1))),
        ["fourth power"] = Expr.TraceOf(Expr.Times(Expr.Pow(U, 4), A)),
        ["fifth power of an inverse"] = Expr.TraceOf(Expr.Pow(Positive, -5)),
        ["root of a scalar"] = Expr.Pow(Expr.TraceOf(Positive), new Rational(1, 2)),
        ["negative fractional power of a scalar"] = Expr.Pow(Expr.TraceOf(Positive), new Rational(-5, 3)),
        ["norm"] = Expr.NormOf(Expr.Add(Expr.Times(U, A), Λ)),
        ["cube of a norm"] = Expr.Pow(Expr.NormOf(Expr.Times(S, U)), 3),
        ["norm of a scalar"] = Expr.NormOf(Expr.Times(Expr.Of(-2), Expr.TraceOf(Positive))),
        ["norm of a vector"] = Expr.NormOf(Expr.Times(U, V)),
        ["quotient"] = Expr.Divide(Expr.TraceOf(Expr.Times(U, A)), Expr.TraceOf(Positive)),
        ["diagonal of a product, inverted"] = Expr.TraceOf(Expr.Times(A, Expr.Pow(Expr.DiagonalOf(Positive), -2))),
        ["root of a diagonal"] = Expr.TraceOf(Expr.Times(A, Expr.Pow(Expr.DiagonalOf(Positive), new Rational(1, 2)), U)),
        ["diagonal weights that vary"] = Expr.TraceOf(Expr.Times(Expr.DiagonalOf(U), A, Expr.DiagonalOf(Λ), Expr.TransposeOf(U))),
        ["diagonal weights around transposes"] = Expr.TraceOf(Expr.Times(Expr.DiagonalOf(U), Expr.TransposeOf(A), Expr.DiagonalOf(Λ), U)),
        ["diagonal weights at the end"] = Expr.TraceOf(Expr.Times(A, Expr.DiagonalOf(Λ), Expr.TransposeOf(U), Expr.DiagonalOf(U))),
        ["diagonal weights of known matrices"] = Expr.TraceOf(Expr.Times(Expr.DiagonalOf(Λ), Expr.TransposeOf(C), C, Expr.DiagonalOf(Λ), U)),
        ["one matrix between diagonal ones"] = Expr.TraceOf(Expr.Times(Expr.DiagonalOf(A), U, Expr.DiagonalOf(U))),
        ["rows and columns scaled by what varies"] = Expr.Pow(Expr.NormOf(Expr.Add(U, Expr.Times(Expr.DiagonalOf(U), A, Expr.DiagonalOf(Expr.Times(U, Λ))))), 2),
        ["columns scaled by what varies"] = Expr.Pow(Expr.NormOf(Expr.Add(U, Expr.Times(A, Expr.DiagonalOf(U)))), 2),
        ["a multiple of the identity that varies"] = Expr.TraceOf(Expr.Pow(Expr.Add(Expr.Times(S, Expr.Identity(SampleSymbols.D)), U), 3)),
        ["a multiple of the identity, rooted"] = Expr.TraceOf(Expr.Times(U, Expr.Pow(Expr.Times(Expr.TraceOf(Positive), I), new Rational(1, 2)))),
        ["quadratic form"] = Expr.Times(Expr.TransposeOf(V), U, A, V),
        ["outer product"] = Expr.Pow(Expr.NormOf(Expr.Add(Expr.Times(V, Expr.TransposeOf(V)), U)), 2),
        ["symmetric part"] = Expr.TraceOf(Expr.Times(Expr.Pow(Expr.Add(U, Expr.TransposeOf(U)), 2), A)),
        ["softmax"] = Expr.Times(Expr.TransposeOf(V), A, Expr.SoftmaxOf(Expr.Times(U, V))),
        ["softmax of a softmax"] = Expr.Times(Expr.TransposeOf(V), Expr.SoftmaxOf(Expr.Times(Expr.Of(3), A, Expr.SoftmaxOf(Expr.Times(S, U, V))))),
        ["entries"] = Expr.TraceOf(Expr.Times(A, Expr.EntrywiseProduct(U, Expr.TransposeOf(U)))),
        ["entries and diagonal"] = Expr.TraceOf(Expr.Times(Expr.EntrywiseProduct(U, Expr.DiagonalOf(A)), U)),
    };

    private static bool HasRootOfMatrix(Expr expression) =>
        expression is Power { Exponent.IsInteger: false, IsScalar: false } || expression.Children.Any(HasRootOfMatrix);

    private static Expr Positive => Expr.Add(Expr.Identity(SampleSymbols.D), Expr.Times(U, Λ, Expr.TransposeOf(U)));

    [Fact]
    public void The_gradient_of_a_random_expression_is_that_of_differences() => Prop.ForAll(ValueTests.Cases(_ => Shape.Scalar).ToArbitrary(), test =>
    {
        var (loss, instance) = test;
        AssertGradient(loss, instance, instance.Variables, instance.Absolute(loss, 4 * Step).Norm());
    }).Holds(150);

    [Fact]
    public void Larger_ones_too() => Prop.ForAll(ValueTests.Cases(_ => Shape.Scalar, 13).ToArbitrary(), test =>
    {
        var (loss, instance) = test;
        AssertGradient(loss, instance, instance.Variables, instance.Absolute(loss, 4 * Step).Norm());
    }).Holds(30);

    [Theory]
    [MemberData(nameof(Named))]
    public void The_gradient_is_that_of_differences(string loss)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var instance = new SampleInstance(1 + (seed % 6), 2, seed, generic: true);
            AssertGradient(Losses[loss], instance, [SampleSymbols.U, SampleSymbols.Scalar, SampleSymbols.V, SampleSymbols.A], 20);
        }
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void The_value_is_that_of_plain_arrays(string loss)
    {
        for (var seed = 1; seed <= 6 && !HasRootOfMatrix(Losses[loss]); seed++)
        {
            var instance = new SampleInstance(1 + (seed % 6), 2, seed, generic: true);
            var program = DenseProgram.Compile([Losses[loss]], instance.Instance, [SampleSymbols.U, SampleSymbols.A]);
            program.Evaluate(instance.StateOf([SampleSymbols.U, SampleSymbols.A]));
            Assert.Equal(instance.Plain(Losses[loss])[0, 0], program.Scalar(0), 1e-12 * (1 + program.Magnitude(0)));
        }
    }

    [Fact]
    public void Every_loss_here_depends_on_its_variables() => Assert.All(Losses.Values, loss =>
    {
        var instance = new SampleInstance(3, 2, 4);
        var variables = new[] { SampleSymbols.U, SampleSymbols.Scalar, SampleSymbols.V, SampleSymbols.A };
        var sweep = DenseProgram.Compile([loss], instance.Instance, variables).Differentiate(0);
        var gradient = new double[sweep.Dimension];
        sweep.Evaluate(instance.StateOf(variables), gradient);
        Assert.NotEqual(0, gradient.Sum(Math.Abs));
    });

    [Fact]
    public void The_square_of_a_norm_is_flat_at_zero()
    {
        var instance = new SampleInstance(3, 2, 1);
        foreach (var exponent in new Rational[] { 2, 3, 4, new(5, 2) })
        {
            var sweep = DenseProgram.Compile([Expr.Pow(Expr.NormOf(U), exponent)], instance.Instance, [SampleSymbols.U]).Differentiate(0);
            var gradient = new double[9];
            Assert.Equal(0, sweep.Evaluate(new double[9], gradient));
            Assert.Equal(new double[9], gradient);
        }
    }

    [Fact]
    public void A_norm_has_no_gradient_at_zero()
    {
        var sweep = DenseProgram.Compile([Expr.NormOf(U)], new SampleInstance(3, 2, 1).Instance, [SampleSymbols.U]).Differentiate(0);
        var gradient = new double[9];
        Assert.Equal(0, sweep.Evaluate(new double[9], gradient));
        Assert.All(gradient, entry => Assert.Equal(double.NaN, entry));
    }

    [Fact]
    public void A_gradient_flow_goes_down_the_gradient()
    {
        var instance = new SampleInstance(3, 2, 1);
        var sweep = DenseProgram.Compile([Losses["inverse"]], instance.Instance, [SampleSymbols.U]).Differentiate(0);
        var (gradient, rate) = (new double[9], new double[9]);
        sweep.Evaluate(instance.StateOf([SampleSymbols.U]), gradient);
        new GradientField(sweep).Rate(instance.StateOf([SampleSymbols.U]), rate);
        Assert.Equal(gradient.Select(x => -x), rate);
    }

    [Fact]
    public void Nothing_is_allocated_by_an_evaluation()
    {
        var instance = new SampleInstance(5, 2, 1, generic: true);
        Symbol[] variables = [SampleSymbols.U, SampleSymbols.Scalar, SampleSymbols.V, SampleSymbols.A];
        var sweep = DenseProgram.Compile([Expr.Add(Losses.Values)], instance.Instance, variables).Differentiate(0);
        var (state, gradient) = (instance.StateOf(variables), new double[sweep.Dimension]);
        sweep.Evaluate(state, gradient);
        var before = GC.GetAllocatedBytesForCurrentThread();
        sweep.Evaluate(state, gradient);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_has_no_adjoint_is_named_when_the_gradient_is_compiled(bool norm)
    {
        var loss = norm ? Expr.OperatorNormOf(U) : Expr.TraceOf(Expr.Pow(Positive, new Rational(1, 2)));
        var program = DenseProgram.Compile([loss, Expr.TraceOf(U)], new SampleInstance(3, 2, 1).Instance, [SampleSymbols.U]);
        Assert.Contains(norm ? "operator norm" : "fractional power", Assert.Throws<NotTreatedException>(() => program.Differentiate(0)).Message);
        Assert.NotNull(program.Differentiate(1));
    }

    /// <summary>
    /// Along random directions g · v against central differences of the fourth and sixth order: what the two orders differ by, and the rounding of values of terms
    /// that add up to <paramref name="scale"/>, bound the error.
    /// </summary>
    internal static void AssertGradient(Expr loss, SampleInstance instance, IReadOnlyList<Symbol> variables, double scale)
    {
        var program = DenseProgram.Compile([loss], instance.Instance, variables);
        var (sweep, state) = (program.Differentiate(0), instance.StateOf(variables));
        var gradient = new double[program.Dimension];
        sweep.Evaluate(instance.Direction(state.Length), gradient);
        var value = sweep.Evaluate(state, gradient);
        Assert.Equal(Value(state), value);
        for (var k = 0; k < 3; k++)
        {
            var direction = instance.Direction(program.Dimension);
            double Moved(double h) => Value([.. state.Zip(direction, (x, v) => x + (h * v))]);
            double Central(double h) => (Moved(h) - Moved(-h)) / (2 * h);
            var (d1, d2, d3) = (Central(Step), Central(2 * Step), Central(4 * Step));
            var (fine, coarse) = (((4 * d1) - d2) / 3, ((4 * d2) - d3) / 3);
            var best = ((16 * fine) - coarse) / 15;
            var along = gradient.Zip(direction, (g, v) => g * v).Sum();
            var error = Math.Abs(best - fine) + (Rounding * scale / Step);
            Assert.True(Math.Abs(along - best) <= error, $"{along} is not {best} to {error}.");
        }

        double Value(double[] at)
        {
            program.Evaluate(at);
            return program.Scalar(0);
        }
    }
}
