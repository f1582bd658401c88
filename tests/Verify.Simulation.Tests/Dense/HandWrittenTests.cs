using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Loops over entries, written by hand, against the compiled expression.</summary>
public sealed class HandWrittenTests
{
    private static readonly Expr A = Expr.Of(SampleSymbols.A);
    private static readonly Expr U = Expr.Of(SampleSymbols.U);
    private static readonly Expr Λ = Expr.Of(SampleSymbols.Λ);

    [Fact]
    public void The_reduced_loss_of_linear_attention_and_its_gradient() => Prop.ForAll(Gen.Choose(1, 1000).ToArbitrary(), seed =>
    {
        var (d, n) = (1 + (seed % 6), 3 + (seed % 4));
        var sample = new SampleInstance(d, n, seed);
        var (λ, matrix) = (sample.Instance.Values[SampleSymbols.Λ], sample.Instance.Values[SampleSymbols.U]);
        var u = sample.Instance.Values[SampleSymbols.Scalar].Entries[0];
        var trace = Enumerable.Range(0, d).Sum(i => λ[i, i]);
        double Γ(int i, int j) => ((1 + (1.0 / n)) * λ[i, j]) + (i == j ? trace / n : 0);
        double Γλ(int i, int j) => Enumerable.Range(0, d).Sum(k => Γ(i, k) * λ[k, j]);
        double Square(int i, int j) => Enumerable.Range(0, d).Sum(k => λ[i, k] * λ[k, j]);
        double Sandwiched(int i, int j) => Enumerable.Range(0, d).Sum(k => Enumerable.Range(0, d).Sum(l => Γλ(i, k) * matrix[k, l] * λ[l, j]));
        var (quadratic, linear) = (0.0, 0.0);
        var expected = new double[1 + (d * d)];
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j < d; j++)
            {
                quadratic += Sandwiched(i, j) * matrix[i, j];
                linear += Square(i, j) * matrix[i, j];
                expected[1 + (i * d) + j] = (u * u * Sandwiched(i, j)) - (u * Square(i, j));
            }
        }

        expected[0] = (u * quadratic) - linear;
        var loss = DenseLosses.Reduced(Λ, Expr.Of(SampleSymbols.Scalar), U, Expr.Of(SampleSymbols.N));
        Symbol[] variables = [SampleSymbols.Scalar, SampleSymbols.U];
        var sweep = DenseProgram.Compile([loss], sample.Instance, variables).Differentiate(0);
        var gradient = new double[expected.Length];
        var size = 20 * λ.Norm() * λ.Norm() * (1 + (λ.Norm() * matrix.Norm()));
        Assert.Equal((u * u * quadratic / 2) - (u * linear), sweep.Evaluate(sample.StateOf(variables), gradient), 1e-14 * size * (1 + matrix.Norm()));
        Assert.All(expected.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-14 * size * (1 + matrix.Norm())));
    }).Holds(30);

    [Fact]
    public void A_fractional_power_is_a_function_of_the_matrix()
    {
        for (var d = 1; d <= 8; d++)
        {
            var sample = new SampleInstance(d, 2, d, generic: true);
            Expr Raised(int numerator, int denominator) => Expr.Pow(Λ, new Rational(numerator, denominator));
            var identity = Expr.Identity(SampleSymbols.D);
            (Expr Left, Expr Right)[] equal =
            [
                (Expr.Pow(Raised(1, 2), 2), Λ),
                (Expr.Times(Raised(1, 3), Raised(2, 3)), Λ),
                (Expr.Times(Raised(-1, 2), Λ, Raised(-1, 2)), identity),
                (Expr.Times(Raised(-3, 2), Expr.Pow(Λ, 2)), Raised(1, 2)),
                (Expr.Pow(Expr.Times(Expr.Of(4), Λ), new Rational(1, 2)), Expr.Times(Expr.Of(2), Raised(1, 2))),
                (Expr.Pow(Expr.Pow(Λ, 2), new Rational(1, 4)), Raised(1, 2)),
            ];
            Assert.All(equal, pair => AssertClose(DenseProgram.ValueOf(pair.Left, sample.Instance), DenseProgram.ValueOf(pair.Right, sample.Instance)));
            AssertClose(DenseProgram.ValueOf(Raised(1, 2), sample.Instance), Evaluated(Raised(1, 2), sample, SampleSymbols.Λ));
        }
    }

    [Fact]
    public void An_operator_norm_is_the_largest_stretch()
    {
        for (var seed = 1; seed < 8; seed++)
        {
            var sample = new SampleInstance(1 + (seed % 5), 3, seed, generic: true);
            var (v, y) = (Expr.Of(SampleSymbols.V), Expr.Of(SampleSymbols.Y));
            (Expr Left, Expr Right)[] equal =
            [
                (Expr.OperatorNormOf(Expr.Times(v, Expr.TransposeOf(y))), Expr.Times(Expr.NormOf(v), Expr.NormOf(y))),
                (Expr.OperatorNormOf(v), Expr.NormOf(v)),
                (Expr.OperatorNormOf(Expr.Times(Expr.Of(-3), Expr.Identity(SampleSymbols.D))), Expr.Of(3)),
                (Expr.Pow(Expr.OperatorNormOf(U), 2), Expr.OperatorNormOf(Expr.Times(U, Expr.TransposeOf(U)))),
                (Expr.OperatorNormOf(Expr.Times(Expr.Of(-2), Expr.DiagonalOf(U))), Expr.Times(Expr.Of(2), Expr.Of(Largest(sample)))),
            ];
            Assert.All(equal, pair => AssertClose(DenseProgram.ValueOf(pair.Right, sample.Instance), DenseProgram.ValueOf(pair.Left, sample.Instance)));
            AssertClose(DenseProgram.ValueOf(Expr.OperatorNormOf(U), sample.Instance), Evaluated(Expr.OperatorNormOf(U), sample, SampleSymbols.U));

            // No vector is stretched by more, and repeated application finds one that is stretched by as much.
            var largest = DenseProgram.ValueOf(Expr.OperatorNormOf(Λ), sample.Instance).Entries[0];
            var unit = DenseProgram.ValueOf(Expr.Times(Expr.Pow(Λ, 400), v), sample.Instance);
            var image = DenseProgram.ValueOf(Expr.Times(Λ, v), sample.Instance.With(SampleSymbols.V, unit));
            Assert.Equal(image.Norm() / unit.Norm(), largest, 1e-3 * largest);
            Assert.True(image.Norm() / unit.Norm() <= largest * (1 + 1e-13));
        }
    }

    [Fact]
    public void A_softmax_of_large_entries_neither_overflows_nor_vanishes()
    {
        var sample = new SampleInstance(3, 2, 2, generic: true);
        var v = Expr.SoftmaxOf(Expr.Of(SampleSymbols.V));
        double[] At(double a, double b, double c) => [.. DenseProgram.ValueOf(v, sample.Instance.With(SampleSymbols.V, Matrix.Of(3, 1, (i, _) => i == 0 ? a : i == 1 ? b : c))).Entries];
        Assert.Equal([0.5, 0.5, 0], At(1e300, 1e300, -1e300));
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], At(-1e5, -1e5, -1e5));
        Assert.Equal(Math.E, At(1001, 1000, 0)[0] / At(1001, 1000, 0)[1], 1e-13);
        Assert.All(At(double.PositiveInfinity, 0, 0), entry => Assert.Equal(double.NaN, entry));
    }

    [Fact]
    public void What_has_no_value_is_not_a_number()
    {
        var sample = new SampleInstance(3, 2, 2, generic: true);
        var (v, zero) = (Expr.Of(SampleSymbols.V), Expr.Subtract(Expr.Of(SampleSymbols.Scalar), Expr.Of(SampleSymbols.Scalar)));
        var (half, singular) = (new Rational(1, 2), Expr.Times(v, Expr.TransposeOf(v)));
        Expr[] undefined =
        [
            Expr.Pow(singular, -1),
            Expr.Pow(Expr.DiagonalOf(Expr.Subtract(U, U)), -1),
            Expr.Pow(zero, -1),
            Expr.Pow(Expr.Subtract(zero, Expr.Of(1)), half),
            Expr.Pow(Expr.Times(Expr.Of(-1), Λ), half),
            Expr.Pow(U, half),
            Expr.Pow(singular, new Rational(-1, 2)),
            Expr.Pow(Expr.Times(Expr.Of(-1), Expr.Identity(SampleSymbols.D)), half),
        ];
        Symbol[] variables = [SampleSymbols.V, SampleSymbols.U, SampleSymbols.Scalar, SampleSymbols.Λ];
        Assert.All(undefined, expression =>
        {
            Assert.Contains(double.NaN, DenseProgram.ValueOf(expression, sample.Instance).Entries);
            Assert.Contains(double.NaN, Evaluated(expression, sample, variables).Entries);
        });
    }

    [Fact]
    public void A_state_of_another_length_and_a_missing_value_are_refused()
    {
        var sample = new SampleInstance(3, 2, 2, generic: true);
        Assert.Throws<ArgumentException>(() => DenseProgram.Compile([U], sample.Instance, [SampleSymbols.U]).Evaluate(new double[8]));
        Assert.Throws<ArgumentException>(() => DenseProgram.Compile([U], sample.Instance, [SampleSymbols.U]).Differentiate(0));
        var missing = Expr.Of(new Symbol("Q", U.Shape, SymbolRole.Given));
        Assert.Contains("Q", Assert.Throws<NotTreatedException>(() => DenseProgram.ValueOf(missing, sample.Instance)).Message);
        Assert.Throws<NotTreatedException>(() => DenseProgram.ValueOf(Expr.MinimumOf(Expr.TraceOf(U), [SampleSymbols.U]), sample.Instance));
    }

    private static Rational Largest(SampleInstance sample)
    {
        var u = sample.Instance.Values[SampleSymbols.U];
        return new((long)(Enumerable.Range(0, u.Rows).Max(i => Math.Abs(u[i, i])) * (1L << 52)), 1L << 52);
    }

    private static Matrix Evaluated(Expr expression, SampleInstance sample, params Symbol[] variables)
    {
        var program = DenseProgram.Compile([expression], sample.Instance, variables);
        program.Evaluate(sample.StateOf(variables));
        return program.Value(0);
    }

    private static void AssertClose(Matrix expected, Matrix actual)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        Assert.All(expected.Entries.Zip(actual.Entries), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * (1 + expected.Norm())));
    }
}
