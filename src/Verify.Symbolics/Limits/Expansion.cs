using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Limits;

/// <summary>
/// Expressions as Laurent series in ε, where the variable is ε^-q (it grows) or target + ε (it approaches). An inverse is expanded about its leading coefficient, which must
/// be invertible at every value: (A + ε B)^-1 = A^-1 - ε A^-1 B A^-1 + …, so (Λ - p)^-1 with a pole p that moves is the geometric series about the limit's pole.
/// </summary>
internal sealed class Expansion(Approach approach, int precision, int rootDegree)
{
    private readonly Dictionary<Expr, LaurentSeries> _known = [];

    /// <summary>The series of an expression that contains no binder over the variable.</summary>
    public LaurentSeries Of(Expr expression)
    {
        if (!Varies(expression))
        {
            return LaurentSeries.Constant(expression, precision);
        }

        if (!_known.TryGetValue(expression, out var series))
        {
            _known[expression] = series = Expand(expression);
        }

        return series;
    }

    private bool Varies(Expr expression) => approach.Dimension is { } dimension
        ? expression.FreeDimensions.Contains(dimension)
        : expression.FreeSymbols.Contains(approach.Scalar!);

    private LaurentSeries Expand(Expr expression) => expression switch
    {
        DimensionValue => LaurentSeries.Monomial(-rootDegree, precision),
        SymbolValue { Symbol: var symbol } when symbol == approach.Scalar => Variable(),
        Sum sum => sum.Terms.Select(Of).Aggregate((a, b) => a + b),
        Product product => Of(product.Left).Times(Of(product.Right), Expr.Times),
        Hadamard product => Of(product.Children[0]).Times(Of(product.Children[1]), Expr.EntrywiseProduct),
        Transpose or Trace or DiagonalPart => Of(expression.Children[0]).Map(operand => expression.WithChildren([operand])),
        Power { Exponent.IsInteger: true } power => WholePower(Of(power.Base), WholeExponent(power)),
        Power power => FractionalPower(Of(power.Base), power.Exponent),
        FrobeniusNorm norm => FractionalPower(Of(Expr.TraceOf(Expr.Times(Expr.TransposeOf(norm.Children[0]), norm.Children[0]))), new Rational(1, 2)),
        Softmax softmax => SoftmaxSeries.Of(Of(softmax.Children[0]).WithoutLeadingZeros()),
        OperatorNorm norm => OperatorNormOf(Of(norm.Children[0]).WithoutLeadingZeros()),
        SymbolValue or ZeroMatrix or IdentityMatrix or OnesVector or UnitVector => throw new NotTreatedException($"a limit in {approach.Name}, which sizes a matrix"),
        _ => throw new NotTreatedException($"a limit of {Describe.Construct(expression)} that depends on {approach.Name}"),
    };

    private LaurentSeries Variable() => approach.Target is not { } target
        ? LaurentSeries.Monomial(-rootDegree, precision)
        : LaurentSeries.Constant(target, precision) + LaurentSeries.Monomial(1, precision);

    private static int WholeExponent(Power power) => power.Exponent.Abs() <= 1000 ? (int)power.Exponent.Numerator
        : throw new WorkLimitException("a power in a limit exceeds the limit of 1000");

    private LaurentSeries WholePower(LaurentSeries series, int exponent)
    {
        if (exponent < 0)
        {
            return WholePower(Inverse(series), -exponent);
        }

        var one = series.Shape.IsScalar ? Expr.Of(1) : Expr.Identity(series.Shape.Rows);
        return Enumerable.Repeat(series, exponent).Aggregate(LaurentSeries.Constant(one, precision), (product, factor) => product.Times(factor, Expr.Times));
    }

    private static LaurentSeries Inverse(LaurentSeries series)
    {
        series = Leading(series);
        if (!Positive.IsInvertible(series.Coefficients[0]))
        {
            throw new NotDecidedException("whether the leading term of a divisor vanishes somewhere in the limit");
        }

        var first = NormalForms.Of(Expr.Pow(series.Coefficients[0], -1));
        var inverse = ImmutableArray.Create(first);
        for (var n = 1; n < series.Coefficients.Length; n++)
        {
            var carried = Expr.Add(Enumerable.Range(1, n).Select(i => Expr.Times(series.Coefficients[i], inverse[n - i])));
            inverse = inverse.Add(NormalForms.Of(Expr.Negate(Expr.Times(first, carried))));
        }

        return new(-series.Valuation, inverse, series.Shape);
    }

    private LaurentSeries FractionalPower(LaurentSeries series, Rational exponent)
    {
        series = Leading(series);
        var valuation = exponent * series.Valuation;
        if (!valuation.IsInteger)
        {
            throw new NotTreatedException("a limit with nested roots of the variable");
        }

        RequireOneSide((int)valuation.Numerator, series.Valuation);

        if (!Positive.IsStrict(series.Coefficients[0]))
        {
            throw new NotDecidedException("whether the leading term under a root is positive in the limit");
        }

        // A root of a positive value is continuous; for scalars the binomial series gives what follows.
        var first = NormalForms.Of(Expr.Pow(series.Coefficients[0], exponent));
        var root = ImmutableArray.Create(first);
        for (var n = 1; series.Shape.IsScalar && n < series.Coefficients.Length; n++)
        {
            // n c_0 r_n = Σ_(i=1..n) (i exponent - (n - i)) c_i r_(n-i)
            var sum = Expr.Add(Enumerable.Range(1, n).Select(i =>
                Expr.Times(Expr.Of((exponent * i) - (n - i)), series.Coefficients[i], root[n - i])));
            root = root.Add(NormalForms.Of(Expr.Divide(sum, Expr.Times(Expr.Of(n), series.Coefficients[0]))));
        }

        return new((int)valuation.Numerator, root, series.Shape);
    }

    private LaurentSeries OperatorNormOf(LaurentSeries series)
    {
        RequireOneSide(series.Valuation, series.Valuation);
        return series.Coefficients.IsEmpty
            ? new(series.Valuation, [], Shape.Scalar)
            : new(series.Valuation, [NormalForms.Of(Expr.OperatorNormOf(series.Coefficients[0]))], Shape.Scalar);
    }

    /// <summary>|ε|^k is ε^k on one side of a finite target only, where k is odd.</summary>
    private void RequireOneSide(int valuation, int inner)
    {
        if (approach.Target is not null && (valuation % 2 != 0 || inner % 2 != 0))
        {
            throw new NotDecidedException($"whether the limit is one from both sides of {approach.Name}'s target");
        }
    }

    private static LaurentSeries Leading(LaurentSeries series) =>
        series.WithoutLeadingZeros() is { Coefficients.IsEmpty: false } nonzero ? nonzero : throw new PrecisionException();
}

/// <summary>All the known coefficients of a divisor vanish: more are needed.</summary>
internal sealed class PrecisionException : Exception;
