using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Tests.HandWritten;
using Verify.Language;
using Verify.Testing;
using static Verify.Coordinates.Tests.HandWritten.Plain;

namespace Verify.Coordinates.Tests.Evaluation;

/// <summary>Random well-typed expressions of 2 × 2 matrices, evaluated by the route and by recursion over plain arrays.</summary>
public sealed class RandomExpressionTests
{
    private static readonly Dimension D = new("d");
    private static readonly Shape Square = new(D, D);
    private static readonly Symbol[] Matrices =
    [
        new("A", Square, SymbolRole.Given),
        new("H", Square, SymbolRole.Given, MatrixAttributes.Symmetric),
        new("Λ", Square, SymbolRole.Given, MatrixAttributes.PositiveDefinite),
        new("U", Square, SymbolRole.Parameter),
    ];

    [Fact]
    public void TheRouteComputesWhatRecursionOverArraysDoes() => Prop.ForAll(Expressions(4).ToArbitrary(), Gen.Choose(1, 100000).ToArbitrary(), (expression, seed) =>
    {
        var instance = Evaluating.InstanceOf(Expr.Add([expression, .. Matrices.Select(m => (Expr)Expr.Of(m))]), _ => 2, (ulong)seed);
        var values = instance.Values.ToDictionary(pair => pair.Key, pair => Fill(2, 2, (i, j) => (double)pair.Value[i, j]));
        var (exact, plain) = (Evaluating.ValueOf(expression, instance), Recurse(expression, values));
        var scale = plain.Cast<double>().Select(Math.Abs).Append(1).Max();
        return exact.Cast<Rational>().Zip(plain.Cast<double>()).All(pair => Math.Abs((double)pair.First - pair.Second) < 1e-7 * scale);
    }).Holds(400);

    private static Gen<Expr> Expressions(int depth) => depth == 0
        ? Gen.Elements(Matrices).Select(m => (Expr)Expr.Of(m)).Or(Gen.Constant(Expr.Identity(D)))
        : Gen.OneOf(
            Expressions(depth - 1).Two().Select(pair => Expr.Add(pair.Item1, pair.Item2)),
            Expressions(depth - 1).Two().Select(pair => Expr.Subtract(pair.Item1, pair.Item2)),
            Expressions(depth - 1).Two().Select(pair => Expr.Times(pair.Item1, pair.Item2)),
            Expressions(depth - 1).Two().Select(pair => Expr.EntrywiseProduct(pair.Item1, pair.Item2)),
            Expressions(depth - 1).Two().Select(pair => Expr.Times(Expr.TraceOf(pair.Item1), pair.Item2)),
            Expressions(depth - 1).Select(Expr.TransposeOf),
            Expressions(depth - 1).Select(Expr.DiagonalOf),
            Gen.Constant((Expr)Expr.Pow(Expr.Of(Matrices[2]), -1)),
            Gen.Choose(0, 2).SelectMany(k => Expressions(depth - 1).Select(e => (Expr)Expr.Pow(e, k))),
            Expressions(0));

    private static double[,] Recurse(Expr expression, Dictionary<Symbol, double[,]> values)
    {
        var parts = expression.Children.Select(child => Recurse(child, values)).ToList();
        return expression switch
        {
            Number number => One((double)number.Value),
            IdentityMatrix => Eye(2),
            SymbolValue value => values[value.Symbol],
            Sum => parts.Aggregate(Add),
            Product product => product.Left.IsScalar ? Scale(parts[0][0, 0], parts[1]) : Mul(parts[0], parts[1]),
            Hadamard => Fill(2, 2, (i, j) => parts[0][i, j] * parts[1][i, j]),
            Transpose => T(parts[0]),
            Trace => One(Tr(parts[0])),
            DiagonalPart => Fill(2, 2, (i, j) => i == j ? parts[0][i, j] : 0),
            Power power => power.Exponent == -1 ? Inv(parts[0]) : Enumerable.Repeat(parts[0], (int)power.Exponent.Numerator).Aggregate(Eye(2), (a, b) => Mul(a, b)),
            _ => throw new InvalidOperationException(expression.GetType().Name),
        };
    }
}
