using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Arithmetic;
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

    [Fact]
    public void A_softmax_is_exact_where_all_entries_are_equal()
    {
        var algebra = new MatrixAlgebra(Evaluating.Ring());
        Assert.Equal([new(1, 3), new(1, 3), new(1, 3)], MatrixFunctions.Softmax(algebra, Matrix.Of(RationalMatrix.Of(3, 1, (_, _) => new(7, 2)))).ToRational().Cast<Rational>());
        Assert.Throws<InexactException>(() => MatrixFunctions.Softmax(algebra, Matrix.Of(RationalMatrix.Of(2, 1, (i, _) => i))));
    }

    [Fact]
    public void Otherwise_it_is_enclosed() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var (shape, size) = (new Shape(new Dimension("n"), Size.One), 2 + (seed % 4));
        var v = new Symbol("v", shape, SymbolRole.Given);
        var expression = Expr.SoftmaxOf(Expr.Of(v));
        var entries = RationalMatrix.Of(size, 1, (_, _) => new(random.Next(-90, 90), 7));
        var instance = new Verify.Coordinates.Instances.Instance(
            ImmutableDictionary<Dimension, int>.Empty.Add(shape.Rows.Dimensions.Single(), size), ImmutableDictionary<Symbol, Rational[,]>.Empty.Add(v, entries), (_, _, _) => throw new InvalidOperationException());
        var enclosed = new Enclosures(new Evaluator(instance, Evaluating.Ring()), 96).Evaluate(expression);
        var plain = new PlainValue(_ => size, _ => PlainValue.Build(size, 1, (i, _) => (double)entries[i, 0])).Of(expression);
        return Enumerable.Range(0, size).All(i => Math.Abs((double)enclosed[i, 0].Middle - plain[i, 0]) <= 1e-13 && enclosed[i, 0].Radius < new Rational(1, 1L << 50));
    }).Holds(100);

    private static Rational[,] Draw(int seed, int n, bool symmetric)
    {
        var random = new Random(seed);
        var a = RationalMatrix.Of(n, n, (_, _) => random.Next(4) == 0 ? random.Next(-3, 4) : random.Next(2) == 0 ? 0 : random.Next(-1, 2));
        return symmetric ? RationalMatrix.Of(n, n, (i, j) => a[Math.Min(i, j), Math.Max(i, j)]) : a;
    }
}
