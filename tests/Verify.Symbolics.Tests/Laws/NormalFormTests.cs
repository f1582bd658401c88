using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Laws;

public sealed class NormalFormTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    [Fact]
    public void TheNormalFormHasTheValueOfTheExpression() => Prop.ForAll(Seeds, Seeds, (seed, values) =>
    {
        using var algebra = Algebra.Enter(2_000_000);
        algebra.PositionsDiffer = true;
        var random = new RandomExpressions(seed);
        var (expression, instance) = (random.Matrix(4), random.Instance(values));
        var form = new Normalizer().Of(expression);
        return Close(ExprValue.Of(expression, instance), FormValue.Of(form, instance));
    }).Holds(600);

    [Fact]
    public void ScalarsTooHaveTheirValue() => Prop.ForAll(Seeds, Seeds, (seed, values) =>
    {
        using var algebra = Algebra.Enter(2_000_000);
        algebra.PositionsDiffer = true;
        var random = new RandomExpressions(seed);
        var (expression, instance) = (random.Scalar(5), random.Instance(values));
        var form = new Normalizer().Of(expression);
        return Close(ExprValue.Of(expression, instance), FormValue.Of(form, instance));
    }).Holds(600);

    [Fact]
    public void TheNormalFormPrintsToAnExpressionWithThatNormalForm() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        algebra.PositionsDiffer = true;
        var normalizer = new Normalizer();
        var form = normalizer.Of(new RandomExpressions(seed).Matrix(3));
        return (normalizer.Of(CorePrinter.ToCore(form)) - form).IsZero;
    }).Holds(400);

    [Fact]
    public void ProductsAssociateAndDistribute() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        algebra.PositionsDiffer = true;
        var (normalizer, random) = (new Normalizer(), new RandomExpressions(seed));
        var (a, b, c) = (normalizer.Of(OpenMatrix(random, 2)), normalizer.Of(OpenMatrix(random, 2)), normalizer.Of(OpenMatrix(random, 2)));
        return ((a * b * c) - (a * (b * c))).IsZero && ((a * (b + c)) - (a * b) - (a * c)).IsZero && (((a + b) * c) - (a * c) - (b * c)).IsZero;
    }).Holds(300);

    [Fact]
    public void TracesTurnAndReverse() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        algebra.PositionsDiffer = true;
        var (normalizer, random) = (new Normalizer(), new RandomExpressions(seed));
        var (a, b) = (normalizer.Of(OpenMatrix(random, 3)), normalizer.Of(OpenMatrix(random, 3)));
        var product = (a * b).Trace();
        return product.SameAs((b * a).Trace()) && product.SameAs((a.Transpose() * b.Transpose()).Trace())
            && (a * b).Transpose().SameAs(b.Transpose() * a.Transpose()) && a.Transpose().Transpose().SameAs(a);
    }).Holds(300);

    /// <summary>A random matrix without closed letters, for which equal values have one normal form.</summary>
    private static Expr OpenMatrix(RandomExpressions random, int depth)
    {
        while (true)
        {
            var expression = random.Matrix(depth);
            if (!HasClosed(expression))
            {
                return expression;
            }
        }
    }

    private static bool HasClosed(Expr e) => e is DiagonalPart or Hadamard or Power { Base: Sum { Terms: [Product { Right: Transpose }, ..] } } || e.Children.Any(HasClosed);

    private static bool Close(double[,] expected, double[,] actual) => Dense.Distance(expected, actual) <= 1e-7 * (1 + Dense.Norm(expected));
}
