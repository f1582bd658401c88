using System.Collections.Immutable;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Gradients, finite expectations and limits inside expressions.</summary>
public sealed class BinderTests
{
    private static readonly Expr Λ = Expr.Of(SampleSymbols.Λ);
    private static readonly Expr A = Expr.Of(SampleSymbols.A);
    private static readonly Expr U = Expr.Of(SampleSymbols.U);
    private static readonly Expr N = Expr.Of(SampleSymbols.N);
    private static readonly Expr S = Expr.Of(SampleSymbols.Scalar);

    [Fact]
    public void A_gradient_inside_is_that_of_the_adjoint() => Prop.ForAll(ValueTests.Cases(_ => Shape.Scalar).ToArbitrary(), test =>
    {
        var (loss, instance) = test;
        var sweep = DenseProgram.Compile([loss], instance.Instance, [SampleSymbols.U]).Differentiate(0);
        var expected = new double[sweep.Dimension];
        sweep.Evaluate(instance.StateOf([SampleSymbols.U]), expected);
        var d = instance.Instance.Dimensions[SampleSymbols.D];
        AssertApproximates(new(d, d, expected), GradientByU(loss, U), instance, instance.Absolute(loss, 0.1).Norm());
    }).Holds(150);

    [Fact]
    public void A_gradient_inside_has_its_closed_form()
    {
        var inverse = Expr.Pow(Expr.Add(Λ, Expr.Times(U, Expr.TransposeOf(U))), -1);
        (Expr Body, Expr Gradient)[] pairs =
        [
            (Expr.TraceOf(Expr.Times(A, U)), Expr.TransposeOf(A)),
            (Expr.TraceOf(inverse), Expr.Times(Expr.Of(-2), Expr.Pow(inverse, 2), U)),
            (Expr.NormOf(Expr.Subtract(U, Λ)), Expr.Divide(Expr.Subtract(U, Λ), Expr.NormOf(Expr.Subtract(U, Λ)))),
            (Expr.Pow(Expr.TraceOf(Expr.Times(U, Expr.TransposeOf(U))), new Rational(1, 2)), Expr.Divide(U, Expr.NormOf(U))),
        ];
        for (var seed = 1; seed < 8; seed++)
        {
            var instance = new SampleInstance(1 + (seed % 5), 2, seed, generic: true);
            Assert.All(pairs, pair => AssertApproximates(DenseProgram.ValueOf(pair.Gradient, instance.Instance), GradientByU(pair.Body, U), instance, 1));
            Assert.All(pairs, pair => Assert.InRange(Compiled(GradientByU(pair.Body, U), instance).RelativeError, 0, 1e-8));
        }
    }

    [Fact]
    public void A_gradient_at_a_minimum_is_exactly_zero()
    {
        var instance = new SampleInstance(4, 2, 3, generic: true);
        var quadratic = Expr.Times(Expr.Of(new Rational(1, 2)), Expr.TraceOf(Expr.Times(Expr.TransposeOf(U), Λ, U)));
        var gradient = GradientByU(Expr.Subtract(quadratic, Expr.TraceOf(Expr.Times(Expr.TransposeOf(A), Λ, U))), A);
        Assert.Equal(new double[16], DenseProgram.ValueOf(gradient, instance.Instance).Entries);
    }

    [Fact]
    public void A_gradient_follows_the_variables_around_it()
    {
        var instance = new SampleInstance(3, 2, 3, generic: true);
        var gradient = GradientByU(Expr.TraceOf(Expr.Times(A, U, A, U)), Expr.Times(S, U));
        var program = DenseProgram.Compile([gradient], instance.Instance, [SampleSymbols.A, SampleSymbols.U]);
        Matrix Scaled(double factor, Symbol symbol) => Times(factor, instance.Instance.Values[symbol]);
        foreach (var (a, u) in new[] { (1.0, 2.0), (-3.0, 0.5) })
        {
            var moved = instance.Instance.With(SampleSymbols.A, Scaled(a, SampleSymbols.A)).With(SampleSymbols.U, Scaled(u, SampleSymbols.U));
            program.Evaluate([.. moved.Values[SampleSymbols.A].Entries, .. moved.Values[SampleSymbols.U].Entries]);
            var expected = DenseProgram.ValueOf(Expr.TransposeOf(Expr.Times(Expr.Of(2), A, Expr.Times(S, U), A)), moved);
            ValueTests.AssertClose(expected, program.Value(0), Times(1e3, Matrix.Of(3, 3, (_, _) => 1)));
        }

        var twice = DenseProgram.Compile([Expr.TraceOf(GradientByU(Expr.TraceOf(Expr.Times(A, U)), U))], instance.Instance, [SampleSymbols.A]);
        Assert.Contains("gradient", Assert.Throws<NotTreatedException>(() => twice.Differentiate(0)).Message);
    }

    [Fact]
    public void A_finite_expectation_is_a_sum_over_its_values()
    {
        var instance = new SampleInstance(2, 3, 5, generic: true);
        var (x, y) = (Any("x", SampleSymbols.D), Any("y", Size.One));
        Atom[] vectors = [new(0.25, Column(1, -2)), new(0.75, Column(3, 0.5))];
        Atom[] scalars = [new(0.5, Matrix.Scalar(2)), new(0.5, Matrix.Scalar(-1))];
        var law = instance.Instance with { Laws = (symbol, rows, columns) => symbol == x && (rows, columns) == (2, 1) ? vectors : scalars };
        var body = Expr.Add(Expr.Times(Expr.Of(y), Expr.Pow(Expr.Of(y), 2), Expr.Times(Expr.Of(x), Expr.TransposeOf(Expr.Of(x)))), Expr.Times(U, A));
        var expected = Matrix.Of(2, 2, (i, j) => vectors.Sum(v => scalars.Sum(s =>
            v.Probability * s.Probability * Math.Pow(s.Value.Entries[0], 3) * v.Value.Entries[i] * v.Value.Entries[j])) + instance.Plain(Expr.Times(U, A))[i, j]);
        var program = DenseProgram.Compile([Expr.ExpectationOf(body, [x, y])], law, [SampleSymbols.U]);
        program.Evaluate(instance.StateOf([SampleSymbols.U]));
        ValueTests.AssertClose(expected, program.Value(0), Times(100, Matrix.Of(2, 2, (_, _) => 1)));

        var loss = Expr.ExpectationOf(Expr.Pow(Expr.NormOf(Expr.Times(U, Expr.Of(x))), 2), [x]);
        GradientTests.AssertGradient(loss, new SampleInstance(law, instance), [SampleSymbols.U], 100);
    }

    [Fact]
    public void An_expectation_over_another_law_is_not_treated()
    {
        var w = new Symbol("w", SampleSymbols.Task.Shape, SymbolRole.Random, law: SampleSymbols.Task.Law);
        var expression = Expr.ExpectationOf(Expr.NormOf(Expr.Of(w)), [w]);
        Assert.Equal("an expectation", Assert.Throws<NotTreatedException>(() => DenseProgram.ValueOf(expression, new SampleInstance(2, 2, 1).Instance)).Message);
    }

    public static TheoryData<string> Limits => [.. LimitsInN.Keys];

    private static Dictionary<string, (Expr Body, Expr Limit)> LimitsInN { get; } = new()
    {
        ["rational"] = (Expr.Divide(Expr.Add(Expr.Times(N, S), Expr.Of(1)), Expr.Add(N, Expr.Of(3))), S),
        ["zero"] = (Expr.Divide(S, N), Expr.Of(0)),
        ["constant"] = (S, S),
        ["root"] = (Expr.Add(S, Expr.Pow(N, new Rational(-1, 2))), S),
        ["inverse"] = (Expr.Pow(Expr.Add(Λ, Expr.Divide(Expr.Add(Λ, Expr.Times(Expr.TraceOf(Λ), Expr.Identity(SampleSymbols.D))), N)), -1), Expr.Pow(Λ, -1)),
        ["differences of large numbers"] = (Expr.Subtract(Expr.Pow(Expr.Add(N, S), 2), Expr.Add(Expr.Pow(N, 2), Expr.Times(Expr.Of(2), N, S))), Expr.Pow(S, 2)),
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_in_a_dimension_has_its_closed_form(string name)
    {
        var (body, limit) = LimitsInN[name];
        for (var seed = 1; seed < 6; seed++)
        {
            var instance = new SampleInstance(1 + (seed % 4), 2, seed, generic: true);
            AssertApproximates(DenseProgram.ValueOf(limit, instance.Instance), AtInfinity(body), instance, 1);
            Assert.InRange(Compiled(AtInfinity(body), instance).RelativeError, 0, 1e-6);
        }
    }

    [Fact]
    public void A_limit_that_is_not_there_is_not_a_number()
    {
        var instance = new SampleInstance(2, 2, 1, generic: true).Instance;
        Expr[] bodies =
        [
            N, Expr.Pow(N, new Rational(1, 2)), Expr.Pow(N, new Rational(1, 5)), Expr.Pow(N, 3), Expr.Add(Expr.Of(1), Expr.Divide(N, Expr.Of(1000000000000))),
            Expr.Divide(Expr.Pow(N, 2), Expr.Add(N, Expr.Of(5))),
        ];
        Assert.All(bodies, body => Assert.Equal(double.NaN, DenseProgram.ValueOf(AtInfinity(body), instance).Entries[0]));
    }

    [Fact]
    public void A_limit_at_a_target_is_one_from_both_sides()
    {
        var instance = new SampleInstance(3, 2, 2, generic: true);
        var x = new Symbol("x", Shape.Scalar, SymbolRole.Given);
        var positive = new Symbol("x", Shape.Scalar, SymbolRole.Given, range: new(Rational.Zero, LowerStrict: true));
        var target = Expr.Of(new Rational(1, 3));
        var quotient = Expr.Divide(Expr.Subtract(Expr.Pow(Expr.Of(x), 3), Expr.Pow(target, 3)), Expr.Subtract(Expr.Of(x), target));
        AssertApproximates(Matrix.Scalar(1.0 / 3), Expr.LimitOf(quotient, new(null, x, target)), instance, 1);
        Expr Sign(Symbol y) => Expr.Divide(Expr.NormOf(Expr.Of(y)), Expr.Of(y));
        Assert.Equal(double.NaN, DenseProgram.ValueOf(Expr.LimitOf(Sign(x), new(null, x, Expr.Of(0))), instance.Instance).Entries[0]);
        AssertApproximates(Matrix.Scalar(1), Expr.LimitOf(Sign(positive), new(null, positive, Expr.Of(0))), instance, 1);
        var resolvent = Expr.Times(Expr.Of(x), Expr.Pow(Expr.Add(Expr.Times(Expr.Of(x), Expr.Identity(SampleSymbols.D)), A), -1));
        AssertApproximates(instance.Plain(Expr.Identity(SampleSymbols.D)), Expr.LimitOf(resolvent, new(null, x, null)), instance, 1);
    }

    [Fact]
    public void A_limit_follows_the_variables_around_it()
    {
        var instance = new SampleInstance(3, 2, 2, generic: true);
        var program = DenseProgram.Compile([AtInfinity(Expr.Divide(Expr.Times(N, U), Expr.Add(N, S)))], instance.Instance, [SampleSymbols.U]);
        foreach (var factor in new[] { 1.0, -2.5 })
        {
            var u = Times(factor, instance.Instance.Values[SampleSymbols.U]);
            program.Evaluate(u.Entries);
            ValueTests.AssertClose(u, program.Value(0), Times(100, u with { Entries = [.. u.Entries.Select(Math.Abs)] }));
        }
    }

    [Fact]
    public void A_limit_in_a_dimension_that_sizes_a_matrix_is_not_treated()
    {
        var norm = Expr.Pow(Expr.NormOf(Expr.Identity(SampleSymbols.N)), 2);
        var instance = new SampleInstance(2, 2, 1).Instance;
        Assert.Contains("sizes a matrix", Assert.Throws<NotTreatedException>(() => DenseProgram.ValueOf(AtInfinity(norm), instance)).Message);
    }

    private static Expr GradientByU(Expr body, Expr at)
    {
        var bound = new Symbol("U", SampleSymbols.U.Shape, SymbolRole.Parameter);
        return Expr.GradientOf(Substitution.Of(SampleSymbols.U, Expr.Of(bound)).In(body), bound, at);
    }

    private static Expr AtInfinity(Expr body)
    {
        var bound = new Dimension("N");
        return Expr.LimitOf(Substitution.Of(SampleSymbols.N, bound).In(body), new(bound, null, null));
    }

    private static DenseProgram Compiled(Expr expression, SampleInstance instance) => DenseProgram.Compile([expression], instance.Instance, []);

    // To the error that the program itself claims, and to the rounding of numbers of the size given.
    private static void AssertApproximates(Matrix expected, Expr expression, SampleInstance instance, double size)
    {
        var program = Compiled(expression, instance);
        var difference = Matrix.Of(expected.Rows, expected.Columns, (i, j) => expected[i, j] - program.Value(0)[i, j]).Norm();
        var error = (program.RelativeError * program.Magnitude(0)) + (1e-13 * Math.Max(size, expected.Norm()));
        Assert.True(difference <= error, $"off by {difference}, bound {error}, relative {program.RelativeError}");
    }

    private static Symbol Any(string name, Size rows) => new(name, new(rows, Size.One), SymbolRole.Random, law: new AnyLaw());

    private static Matrix Column(params double[] entries) => new(entries.Length, 1, entries);

    private static Matrix Times(double factor, Matrix a) => a with { Entries = [.. a.Entries.Select(x => factor * x)] };
}
