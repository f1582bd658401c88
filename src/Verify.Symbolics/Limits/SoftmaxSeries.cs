using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Limits;

/// <summary>
/// softmax of a series v = v_0 + v_1 ε + … without negative powers, from the differential equation p' = p ∘ (v' - (p' v') 1) that its entries satisfy (v' and the first p' are
/// derivatives by ε, the p' in parentheses a transpose). softmax is analytic everywhere, so that the series is the function's.
/// </summary>
internal static class SoftmaxSeries
{
    /// <summary>As many coefficients as the argument has from ε^0 on. An argument that grows throws <see cref="NotTreatedException"/>.</summary>
    public static LaurentSeries Of(LaurentSeries v)
    {
        if (v.Valuation < 0)
        {
            throw v.Coefficients.IsEmpty ? new PrecisionException() : new NotTreatedException("a limit of a softmax whose argument grows");
        }

        if (v.End < 1)
        {
            throw new PrecisionException();
        }

        var ones = Expr.Ones(v.Shape.Rows);
        var p = ImmutableArray.Create(NormalForms.Of(Expr.SoftmaxOf(v.At(0))));
        var slopes = new List<Expr>();
        for (var n = 0; n < v.End - 1; n++)
        {
            // The coefficient of ε^n in v' - (p' v') 1, and then that of ε^(n+1) in p.
            var mean = Expr.Add(Enumerable.Range(0, n + 1).Select(a => Expr.Times(Expr.TransposeOf(p[a]), Derivative(n - a))));
            slopes.Add(NormalForms.Of(Expr.Subtract(Derivative(n), Expr.Times(mean, ones))));
            var next = Expr.Add(Enumerable.Range(0, n + 1).Select(i => Expr.EntrywiseProduct(p[i], slopes[n - i])));
            p = p.Add(NormalForms.Of(Expr.Times(Expr.Of(new Rational(1, n + 1)), next)));
        }

        return new(0, p, v.Shape);

        Expr Derivative(int k) => Expr.Times(Expr.Of(k + 1), v.At(k + 1));
    }
}
