using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Limits;
using Verify.Symbolics.Tests.Decisions;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Rules;

/// <summary>The softmax: normal forms, gradients and series have the value of what they are of, and true and false statements are told apart.</summary>
public sealed class SoftmaxTests
{
    public static TheoryData<string> Expressions =>
    [
        "softmax(x)",
        "softmax(A x + y - 3 ones)",
        "softmax(x + (x' y) ones) - softmax(x)",
        "ones ones' softmax(x) + softmax(s ones) + x",
        "diag(softmax(x) ones') A softmax(y)",
        "diag(softmax(x) softmax(y)') ones",
        "A ∘ (softmax(A softmax(x)) softmax(y)')",
        "softmax(x)[x := 0 y]",
        "grad(x' softmax(z); z)[z := y]",
        "grad(x' softmax(A z + ones); z)[z := y]",
        "grad(softmax(z)' A softmax(2 z); z)[z := y]",
        "grad(softmax(U x)' y; U)[U := A]",
        "grad(y' softmax(z); z)[z := 0 x]",
        "grad(y' softmax(softmax(z)); z)[z := x]",
        "grad(y' softmax(v x); v)[v := s]",
    ];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void The_normal_form_has_the_value(string text)
    {
        var written = SoundFile.Read(Claims.Setting + $"show {text}\n").Shows.Single().Expression;
        using var algebra = Algebra.Enter(1_000_000);
        for (var d = 1; d <= 4; d++)
        {
            var at = new Instance(d, [.. written.FreeDimensions.Concat(written.FreeSymbols.SelectMany(symbol => symbol.Shape.Rows.Dimensions)).Distinct().Order().Select(dimension => (dimension, d))]);
            var (expected, value) = (PlainValues.Of(written, at), FormValue.Of(NormalForms.FormOf(written), at));
            Assert.True(Dense.Distance(expected, value) <= 1e-6 * (1 + Dense.Norm(expected)), $"{value[0, 0]} for {expected[0, 0]} at d = {d}");
            Assert.True(Dense.Distance(value, PlainValues.Of(NormalForms.Of(written), at)) <= 1e-6 * (1 + Dense.Norm(expected)), "as an expression again");
        }
    }

    [Fact]
    public void The_series_misses_the_value_by_its_remainder()
    {
        using var algebra = Algebra.Enter(4_000_000);
        var dimension = new Dimension("d");
        var shape = new Shape(dimension, Size.One);
        Expr[] v = [.. Enumerable.Range(0, 3).Select(k => (Expr)Expr.Of(new Symbol($"v{k}", shape, SymbolRole.Given)))];
        var series = SoftmaxSeries.Of(new(0, [.. v, Expr.Zero(shape), Expr.Zero(shape)], shape));
        Assert.Equal(5, series.Coefficients.Length);
        for (var seed = 1; seed <= 5; seed++)
        {
            var at = new Instance(seed, (dimension, 1 + seed));
            foreach (var ε in new[] { 1.0 / 32, -1.0 / 64 })
            {
                double[,] Sum(IEnumerable<Expr> terms) => terms.Select((term, k) => Dense.Scale(PlainValues.Of(term, at), Math.Pow(ε, k))).Aggregate(Dense.Add);
                Assert.True(Dense.Distance(Sum(series.Coefficients), PlainValues.Softmax(Sum(v))) <= 10 * Math.Pow(Math.Abs(ε), 5), $"seed {seed}, ε {ε}");
            }
        }
    }

    [Theory]
    [InlineData("ones' softmax(x) = 1")]
    [InlineData("softmax(x) = ones / d assuming x = 0")]
    [InlineData("softmax(x + s ones) = softmax(x)")]
    [InlineData("softmax(x) softmax(y)' ones = softmax(x)")]
    [InlineData("softmax(x)' softmax(x) > 0")]
    [InlineData("norm(softmax(x)) <= 1 by norm(softmax(x)) <= 1")]
    [InlineData("norm(softmax(x) - softmax(y)) <= 1/2 norm(x - y) by norm(softmax(x) - softmax(y)) <= 1/2 norm(x - y)")]
    [InlineData("lim(softmax(s x + y); s -> 0) = softmax(y)")]
    [InlineData("lim((softmax(s x + t y) - softmax(t y)) / s; s -> 0) = softmax(t y) ∘ x - (softmax(t y)' x) softmax(t y)")]
    [InlineData("lim((softmax(s x) - ones / d) / s; s -> 0) = x / d - (ones' x) ones / d^2")]
    [InlineData("lim(N * (softmax(x / N) - ones / d); N -> inf) = x / d - (ones' x) ones / d^2")]
    [InlineData("lim((softmax(s x) - ones / d - s (x / d - (ones' x) ones / d^2)) / s^2; s -> 0) = (x ∘ x - 2 (ones' x / d) x - (x' x / d - 2 (ones' x / d)^2) ones) / (2 d)")]
    [InlineData("E[ones' softmax(X' X x)] = 1")]
    public void A_true_statement_is_proved(string statement) => Assert.Equal(Outcome.Proved, Claims.Examine(statement).Outcome);

    [Theory]
    [InlineData("softmax(2 x) = 2 softmax(x)")]
    [InlineData("softmax(x) = softmax(y)")]
    [InlineData("softmax(x)' softmax(y) = 1")]
    [InlineData("norm(softmax(x) - softmax(y)) <= 1/4 * norm(x - y) by norm(softmax(x) - softmax(y)) <= 1/4 * norm(x - y)")]
    [InlineData("norm(softmax(x) + softmax(y)) <= 1/2 norm(x - y) by norm(softmax(x) + softmax(y)) <= 1/2 norm(x - y)")]
    [InlineData("norm(softmax(x)) <= 1/2 by norm(softmax(x)) <= 1/2")]
    [InlineData("norm(softmax(x) softmax(y)') < 1 by norm(softmax(x)) <= 1")]
    [InlineData("lim((softmax(s x) - ones / d) / s; s -> 0) = x / d")]
    [InlineData("lim(softmax(x / s); s -> 0) = ones / d")]
    [InlineData("E[softmax(X' X x)] = softmax(E[X' X x])")]
    public void A_false_statement_is_not_proved(string statement) => Assert.NotEqual(Outcome.Proved, Claims.Examine(statement).Outcome);
}
