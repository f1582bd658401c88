using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Certificates;
using Verify.Symbolics.Tests.Numeric;

namespace Verify.Symbolics.Tests.Certificates;

/// <summary>Each inequality of the table at random numbers: what it puts above an expression is above it.</summary>
public sealed class NormRuleTests
{
    private static readonly Dimension D = new("d");
    private static readonly Dimension N = new("n");
    private static readonly Symbol A = new("A", new(D, D), SymbolRole.Given);
    private static readonly Symbol B = new("B", new(D, D), SymbolRole.Given);
    private static readonly Symbol M = new("M", new(N, D), SymbolRole.Given);
    private static readonly Symbol S = new("S", new(D, D), SymbolRole.Given, MatrixAttributes.Symmetric);
    private static readonly Symbol P = new("P", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
    private static readonly Symbol Q = new("Q", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
    private static readonly Symbol X = new("x", new(D, Size.One), SymbolRole.Given);
    private static readonly Symbol Y = new("y", new(D, Size.One), SymbolRole.Given);

    public static TheoryData<string> Names => [.. NormRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_rule_puts_above_is_above(string name)
    {
        var rule = NormRules.All.Single(one => one.Name == name);
        using var algebra = Algebra.Enter(10_000_000);
        var (signs, tried) = (new FormSign(new([])), 0);
        foreach (var expression in Samples())
        {
            foreach (var above in rule.Above(expression, signs))
            {
                for (var seed = 0; seed < 20; seed++)
                {
                    var at = new Instance(seed, (D, 1 + (seed % 4)), (N, 1 + (seed % 3)));
                    Assert.True(Gap(ExprValue.Of(expression, at), ExprValue.Of(above, at)) > -1e-8, $"{expression.Shape}, seed {seed}");
                    tried++;
                    if (rule.HoldsForMinus)
                    {
                        Assert.True(Gap(Dense.Scale(ExprValue.Of(expression, at), -1), ExprValue.Of(above, at)) > -1e-8, $"minus, seed {seed}");
                    }
                }
            }
        }

        Assert.True(tried > 0, "the rule was never used");
    }

    /// <summary>The least of x'(b - a)x over fixed unit vectors, which is the difference itself for numbers.</summary>
    private static double Gap(double[,] a, double[,] b)
    {
        var gap = Dense.Add(b, Dense.Scale(a, -1));
        var least = double.PositiveInfinity;
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            double[] x = [.. Enumerable.Range(0, gap.GetLength(0)).Select(_ => random.NextDouble() - 0.5)];
            var form = 0.0;
            for (var i = 0; i < x.Length; i++)
            {
                for (var j = 0; j < x.Length; j++)
                {
                    form += x[i] * gap[i, j] * x[j];
                }
            }

            least = Math.Min(least, form / x.Sum(entry => entry * entry));
        }

        return least;
    }

    private static ImmutableArray<Expr> Samples()
    {
        var (a, b, m, s, p, q) = (Expr.Of(A), Expr.Of(B), Expr.Of(M), Expr.Of(S), Expr.Of(P), Expr.Of(Q));
        var (x, y) = (Expr.Of(X), Expr.Of(Y));
        Expr[] matrices = [a, m, s, p, Expr.Times(a, b), Expr.Times(m, a, b), Expr.Times(m, Expr.TransposeOf(m)), Expr.Add(a, Expr.Negate(b)), Expr.Pow(a, 3), Expr.Times(x, Expr.TransposeOf(y))];
        Expr[] weights = [Expr.SoftmaxOf(x), Expr.Subtract(Expr.SoftmaxOf(x), Expr.SoftmaxOf(Expr.Times(a, y))), Expr.Subtract(Expr.SoftmaxOf(Expr.Times(Expr.Of(5), x)), Expr.SoftmaxOf(x))];
        Expr[] square = [a, s, p, Expr.Times(a, b), Expr.Times(p, q), Expr.Times(s, p), Expr.Times(a, b, p), Expr.Times(Expr.TransposeOf(m), m), Expr.Times(m, p, Expr.TransposeOf(m))];
        return
        [
            .. matrices.Select(Expr.OperatorNormOf), .. matrices.Select(Expr.NormOf), .. square.Select(Expr.TraceOf),
            .. weights.Select(Expr.NormOf), Expr.OperatorNormOf(weights[0]), s, p, Expr.Add(s, p), Expr.Times(Expr.TransposeOf(x), a, y), Expr.Times(Expr.TransposeOf(x), x),
        ];
    }
}
