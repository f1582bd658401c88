using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Matrices;

/// <summary>Inertia, determinants and singular values against floating point and against each other.</summary>
public sealed class MatrixFunctionTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    [Fact]
    public void The_inertia_counts_the_negative_eigenvalues_that_rotations_find() => Prop.ForAll(Seeds, seed =>
    {
        // Small entries with many zeros: pivots are missing, and eigenvalues vanish.
        var a = Draw(seed, 1 + (seed % 5), symmetric: true);
        return Inertia.Negatives(new(Evaluating.Ring()), Matrix.Of(a)) == Jacobi.Eigenvalues(a).Count(value => value < -1e-9);
    }).Holds(300);

    [Fact]
    public void The_determinant_is_that_of_plain_numbers() => Prop.ForAll(Seeds, seed =>
    {
        var a = Draw(seed, 1 + (seed % 5), symmetric: false);
        var plain = PlainValue.Build(a.GetLength(0), a.GetLength(0), (i, j) => (double)a[i, j]);
        return (double)MatrixFunctions.Determinant(new(Evaluating.Ring()), Matrix.Of(a)).Value == PlainValue.Determinant(plain);
    }).Holds(200);

    [Fact]
    public void Singular_values_of_a_diagonal_matrix_are_sorted_and_padded()
    {
        var a = RationalMatrix.Of(3, 2, (i, j) => i == j ? (i == 0 ? -2 : 3) : 0);
        Assert.Equal([3, 2, 0], MatrixFunctions.Singular(new(Evaluating.Ring()), Matrix.Of(a)).ToRational().Cast<Rational>());
    }

    private static Rational[,] Draw(int seed, int n, bool symmetric)
    {
        var random = new Random(seed);
        var a = RationalMatrix.Of(n, n, (_, _) => random.Next(4) == 0 ? random.Next(-3, 4) : random.Next(2) == 0 ? 0 : random.Next(-1, 2));
        return symmetric ? RationalMatrix.Of(n, n, (i, j) => a[Math.Min(i, j), Math.Max(i, j)]) : a;
    }
}
