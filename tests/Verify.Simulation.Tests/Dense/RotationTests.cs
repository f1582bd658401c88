using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Losses in the eigenbasis of their constants.</summary>
public sealed class RotationTests
{
    private static readonly Symbol Second = new("M", SampleSymbols.Λ.Shape, SymbolRole.Given, MatrixAttributes.Symmetric);
    private static readonly Expr Λ = Expr.Of(SampleSymbols.Λ);
    private static readonly Expr M = Expr.Of(Second);
    private static readonly Expr A = Expr.Of(SampleSymbols.A);
    private static readonly Expr U = Expr.Of(SampleSymbols.U);
    private static readonly Expr V = Expr.Of(SampleSymbols.V);
    private static readonly Expr S = Expr.Of(SampleSymbols.Scalar);
    private static readonly Symbol[] Variables = [SampleSymbols.Scalar, SampleSymbols.U, SampleSymbols.V];

    public static TheoryData<string> Named => [.. Losses.Keys];

    private static Dictionary<string, Expr> Losses { get; } = new()
    {
        ["reduced loss of linear attention"] = DenseLosses.Reduced(Λ, S, U, Expr.Of(SampleSymbols.N)),
        ["two commuting matrices"] = Expr.Pow(Expr.NormOf(Expr.Subtract(Expr.Times(M, U, Λ), Expr.Pow(Λ, new Rational(1, 2)))), 2),
        ["a vector"] = Expr.Times(Expr.TransposeOf(V), Expr.Add(Λ, U), M, V),
        ["inverses"] = Expr.TraceOf(Expr.Times(Expr.Pow(Expr.Add(Expr.Times(U, M, Expr.TransposeOf(U)), Λ), -1), U)),
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void Value_and_gradient_rotate_along(string name)
    {
        for (var n = 2; n <= 9; n++)
        {
            var (loss, instance) = (Losses[name], At(n));
            var rotation = Rotation.Of(loss, Variables, instance)!;
            var here = DenseProgram.Compile([loss], instance, Variables).Differentiate(0);
            var there = DenseProgram.Compile([loss], rotation.Instance, Variables).Differentiate(0);
            double[] state = [.. Variables.SelectMany(symbol => instance.Values[symbol].Entries)];
            var (gradient, rotated, turned, back) = (new double[state.Length], new double[state.Length], new double[state.Length], new double[state.Length]);
            var value = here.Evaluate(state, gradient);
            rotation.Into(state, rotated);
            Assert.Equal(Variables.SelectMany(symbol => rotation.Instance.Values[symbol].Entries), rotated);
            AssertClose([value], [there.Evaluate(rotated, turned)]);
            rotation.Back(turned, back);
            AssertClose(gradient, back);
            rotation.Back(rotated, back);
            AssertClose(state, back);
            Assert.NotEqual(gradient, turned);
        }
    }

    [Fact]
    public void Constants_become_exactly_diagonal_with_the_same_spectrum()
    {
        var instance = At(6);
        var rotation = Rotation.Of(Losses["two commuting matrices"], Variables, instance)!;
        foreach (var symbol in new[] { SampleSymbols.Λ, Second })
        {
            var (before, after) = (instance.Values[symbol], rotation.Instance.Values[symbol]);
            Assert.All(Enumerable.Range(0, 36).Where(k => k / 6 != k % 6), k => Assert.Equal(0, after.Entries[k]));
            AssertClose([Trace(before), before.Norm()], [Trace(after), after.Norm()]);
        }
    }

    [Fact]
    public void Diagonal_coefficients_cost_the_square_of_the_size_and_dense_ones_the_cube()
    {
        double Growth(bool rotated) => Cost(64, rotated) / (double)Cost(32, rotated);
        Assert.InRange(Growth(rotated: true), 3.8, 4.1);
        Assert.InRange(Growth(rotated: false), 7.5, 8.1);

        static long Cost(int n, bool rotated)
        {
            var (loss, instance) = (Losses["reduced loss of linear attention"], At(n));
            return DenseProgram.Compile([loss], rotated ? Rotation.Of(loss, Variables, instance)!.Instance : instance, Variables).Differentiate(0).FlopCount;
        }
    }

    [Fact]
    public void There_is_no_rotation_where_the_basis_matters()
    {
        var instance = At(3);
        Expr[] losses =
        [
            Expr.TraceOf(Expr.Times(Λ, U, Expr.DiagonalOf(U))),
            Expr.TraceOf(Expr.Times(Λ, Expr.EntrywiseProduct(U, U))),
            Expr.TraceOf(Expr.Times(Λ, U, A)),
            Expr.Times(Expr.TraceOf(Expr.Times(Λ, U)), Expr.Pow(Expr.NormOf(Expr.Of(SampleSymbols.C)), 2)),
            Expr.Pow(Expr.NormOf(U), 2),
            Expr.Pow(S, 2),
        ];
        Assert.All(losses, loss => Assert.Null(Rotation.Of(loss, Variables, instance)));
        Assert.NotNull(Rotation.Of(Expr.TraceOf(Expr.Times(Λ, U, M)), Variables, instance));
        var other = instance.With(Second, Symmetric(3, 77));
        Assert.Null(Rotation.Of(Expr.TraceOf(Expr.Times(Λ, U, M)), Variables, other));
    }

    private static Instance At(int n)
    {
        var instance = new SampleInstance(n, 7, n, generic: true).Instance;
        var λ = instance.Values[SampleSymbols.Λ];
        return instance.With(Second, Matrix.Of(n, n, (i, j) => (i == j ? 2 : 0) + λ[i, j] - (0.1 * Enumerable.Range(0, n).Sum(k => λ[i, k] * λ[k, j]))));
    }

    private static Matrix Symmetric(int n, ulong seed)
    {
        var draw = new SeededDraw(seed);
        var a = Matrix.Of(n, n, (_, _) => draw.Symmetric());
        return Matrix.Of(n, n, (i, j) => a[i, j] + a[j, i]);
    }

    private static double Trace(Matrix a) => Enumerable.Range(0, a.Rows).Sum(i => a[i, i]);

    private static void AssertClose(double[] expected, double[] actual)
    {
        var size = 1 + expected.Max(Math.Abs);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-11 * size));
    }
}
