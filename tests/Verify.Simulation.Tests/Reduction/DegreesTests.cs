using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Reduction;
using Verify.Simulation.Tests.Sampling;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Reduction;

/// <summary>Degrees in x that are read off an expression, against its values along a ray t x.</summary>
public sealed class DegreesTests
{
    [Theory]
    [InlineData("m", new[] { 0 })]
    [InlineData("x", new[] { 1 })]
    [InlineData("x + m", new[] { 0, 1 })]
    [InlineData("x' A x", new[] { 2 })]
    [InlineData("(x' A x + c x' m)^2", new[] { 2, 3, 4 })]
    [InlineData("tr(A x x' B x x')", new[] { 4 })]
    [InlineData("norm(A x)^2", new[] { 2 })]
    [InlineData("norm(x - m)^4", new[] { 0, 1, 2, 3, 4 })]
    [InlineData("(1 + m' x) (m' x) x", new[] { 2, 3 })]
    [InlineData("[A, x; x', c] [x; 1]", new[] { 0, 1, 2 })]
    [InlineData("vec(x x')", new[] { 2 })]
    [InlineData("diag(x x' + A)", new[] { 0, 2 })]
    [InlineData("x ∘ x ∘ (A x)", new[] { 3 })]
    [InlineData("kron(x, x x')", new[] { 3 })]
    [InlineData("(x' x)^2 (m' x)", new[] { 5 })]
    [InlineData("grad((x' U x)^2; U)[U := A]", new[] { 4 })]
    public void The_degrees_are_those_of_the_values_along_a_ray(string text, int[] degrees)
    {
        var (expression, x, instance) = At(text);
        Assert.Equal(degrees, Bits(new Degrees(x).Of(expression)));

        // Σ_k (-1)^k C(6, k) f(k/2) = 0 for every polynomial of degree 5; the coefficients are those of f at six places.
        var values = Enumerable.Range(0, 7).Select(step => Value(expression, x, instance, step / 2.0)).ToArray();
        var places = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(6, 6, (step, k) => Math.Pow(step / 2.0, k));
        var coefficients = places.Solve(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowArrays(values[..6]));
        for (var k = 0; k < 6; k++)
        {
            Assert.Equal(degrees.Contains(k), coefficients.Row(k).L2Norm() > 1e-7 * coefficients.L2Norm());
        }

        var seventh = Enumerable.Range(0, values[0].Length).Sum(entry => Math.Abs(Enumerable.Range(0, 6).Sum(k => Math.Pow(3, k) * coefficients[k, entry]) - values[6][entry]));
        Assert.Equal(0, seventh, 1e-8 * values[6].Sum(Math.Abs));
    }

    [Theory]
    [InlineData("1/(1 + x' x)")]
    [InlineData("norm(x)")]
    [InlineData("norm(x)^3")]
    [InlineData("sqrt(x' x)")]
    [InlineData("(x' x)^3")]
    [InlineData("softmax(x)")]
    [InlineData("opnorm(x x')")]
    [InlineData("grad(tr(U U'); U)[U := x x']")]
    public void What_may_be_no_polynomial_of_degree_five_has_none(string text)
    {
        var (expression, x, _) = At(text);
        Assert.Null(new Degrees(x).Of(expression));
    }

    private static int[] Bits(int? degrees) => [.. Enumerable.Range(0, 6).Where(k => (degrees! & (1 << k)) != 0)];

    private static (Expr Expression, Symbol X, Instance Instance) At(string text)
    {
        var claim = Known.Claims($"({text}) = 0 * ({text})", "x = x");
        var x = ((SymbolValue)((Comparison)claim[1].Statement).Left).Symbol;
        return (((Comparison)claim[0].Statement).Left, x, Known.InstanceOf(claim));
    }

    private static double[] Value(Expr expression, Symbol x, Instance instance, double t) =>
        DenseProgram.ValueOf(expression, instance.With(x, new Matrix(3, 1, [t, -0.7 * t, 0.4 * t]))).Entries;
}
