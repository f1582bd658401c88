using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Matrices;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Matrices;

/// <summary>Elimination, definiteness and spectra, each against its definition.</summary>
public sealed class MatrixTests
{
    private static readonly Arbitrary<Rational[,]> Squares =
        Gen.Choose(1, 4).SelectMany(n => Gen.Choose(-3, 3).ArrayOf(n * n).Select(entries => RationalMatrix.Of(n, n, (i, j) => entries[(i * n) + j]))).ToArbitrary();

    private static readonly MatrixAlgebra Algebra = new(Evaluating.Ring());

    [Fact]
    public void AnInverseTimesItsMatrixIsTheIdentity() => Prop.ForAll(Squares, a =>
    {
        try
        {
            return (Algebra.Multiply(Matrix.Of(a), Algebra.Inverse(Matrix.Of(a))) - Matrix.Identity(a.GetLength(0))).IsZero;
        }
        catch (Coordinates.Arithmetic.UndefinedException)
        {
            // Singular exactly where a non-zero vector is sent to 0.
            return LinearSystem.Solve(a, new Rational[a.GetLength(0)])!.NullVectors.Count > 0;
        }
    }).Holds(300);

    [Fact]
    public void SolutionsSolve() => Prop.ForAll(Squares, Gen.Choose(-3, 3).ArrayOf(4).ToArbitrary(), (a, right) =>
    {
        var n = a.GetLength(0);
        var b = right.Take(n).Select(x => (Rational)x).ToArray();
        Rational[] Apply(Rational[] x) => [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Aggregate(Rational.Zero, (sum, j) => sum + (a[i, j] * x[j])))];
        return LinearSystem.Solve(a, b) is not { } solution
            ? LinearSystem.Solve(RationalMatrix.Transpose(a), new Rational[n])!.NullVectors.Any(v => v.Zip(b, (x, y) => x * y).Aggregate(Rational.Zero, (s, t) => s + t) != 0)
            : Apply(solution.Particular).SequenceEqual(b) && solution.NullVectors.All(v => Apply(v).All(x => x.IsZero) && v.Any(x => !x.IsZero));
    }).Holds(300);

    [Fact]
    public void DefinitenessIsThatOfTheEigenvaluesAndTheDirectionShowsIt() => Prop.ForAll(Squares, a =>
    {
        var symmetric = RationalMatrix.Of(a.GetLength(0), a.GetLength(0), (i, j) => a[i, j] + a[j, i]);
        var definite = Definiteness.Of(Algebra, Matrix.Of(symmetric));
        var least = Jacobi.Eigenvalues(symmetric).Min();
        var value = definite.Direction is { } v ? Algebra.Multiply(v.Transpose(), Algebra.Multiply(Matrix.Of(symmetric), v))[0, 0].Value : Rational.One;
        return (Math.Abs(least) < 1e-9 ? !definite.IsPositive : definite.IsPositive == least > 0 && definite.IsNonnegative == least > 0)
            && (definite.IsPositive ? definite.Direction is null : definite.IsNonnegative ? value.IsZero && !definite.Direction!.IsZero : value.Sign < 0);
    }).Holds(400);

    [Fact]
    public void ASpectrumAddsUpToItsMatrix() => Prop.ForAll(Gen.Choose(1, 1000).ToArbitrary(), seed =>
    {
        var sampler = new Coordinates.Instances.Sampler(1, true);
        var symbol = new Symbol("Λ", new((Size)3, (Size)3), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
        var a = sampler.Draw(symbol, 3, 3, new((ulong)seed));
        var spectrum = Spectrum.Find(a)!;
        var sum = RationalMatrix.Of(3, 3, (i, j) => spectrum.Parts.Aggregate(Rational.Zero, (s, part) => s + (part.Value * part.Projection[i, j])));
        return RationalMatrix.AreEqual(a, sum) && spectrum.Parts.All(part => RationalMatrix.AreEqual(part.Projection, RationalMatrix.Multiply(part.Projection, part.Projection)));
    }).Holds(50);

    [Fact]
    public void AnIrrationalSpectrumIsNotFound() => Assert.Null(Spectrum.Find(new Rational[,] { { 1, 1 }, { 1, 2 } }));
}
