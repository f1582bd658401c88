using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Limits;

/// <summary>
/// Σ c_i ε^(v + i) over the known coefficients, up to a remainder O(ε^(v + n)), for ε → 0. Coefficients are scalars or matrices of one shape that do not
/// contain ε. A product or a sum knows as many coefficients as its parts determine.
/// </summary>
internal sealed record LaurentSeries(int Valuation, ImmutableArray<Expr> Coefficients, Shape Shape)
{
    /// <summary>The order of the remainder: v + n.</summary>
    public int End => Valuation + Coefficients.Length;

    /// <summary>A value without ε, known to n coefficients.</summary>
    public static LaurentSeries Constant(Expr value, int precision) =>
        new(0, [value, .. Enumerable.Repeat(Expr.Zero(value.Shape), precision - 1)], value.Shape);

    /// <summary>ε^k, known to n coefficients.</summary>
    public static LaurentSeries Monomial(int power, int precision) => Constant(Expr.Of(1), precision) with { Valuation = power };

    public static LaurentSeries operator +(LaurentSeries a, LaurentSeries b)
    {
        var (start, end) = (Math.Min(a.Valuation, b.Valuation), Math.Min(a.End, b.End));
        return new(start, [.. Enumerable.Range(start, Math.Max(0, end - start)).Select(k => NormalForms.Of(Expr.Add(a.At(k), b.At(k))))], a.Shape);
    }

    /// <summary>The product in this order; shapes as for expressions, or entry by entry.</summary>
    public LaurentSeries Times(LaurentSeries other, Func<Expr, Expr, Expr> product)
    {
        var known = Math.Min(Coefficients.Length, other.Coefficients.Length);
        var shape = product(Expr.Zero(Shape), Expr.Zero(other.Shape)).Shape;
        return new(Valuation + other.Valuation, [.. Enumerable.Range(0, known).Select(k => NormalForms.Of(Expr.Add(
            Enumerable.Range(0, k + 1).Select(i => product(Coefficients[i], other.Coefficients[k - i])))))], shape);
    }

    /// <summary>A linear map of every coefficient.</summary>
    public LaurentSeries Map(Func<Expr, Expr> linear) =>
        new(Valuation, [.. Coefficients.Select(coefficient => NormalForms.Of(linear(coefficient)))], linear(Expr.Zero(Shape)).Shape);

    /// <summary>The same without leading coefficients that are zero; none may be left.</summary>
    public LaurentSeries WithoutLeadingZeros()
    {
        var zeros = Coefficients.TakeWhile(NormalForms.IsZero).Count();
        return new(Valuation + zeros, Coefficients[zeros..], Shape);
    }

    /// <summary>The coefficient of ε^k, k below the remainder's order.</summary>
    public Expr At(int k) => k < Valuation ? Expr.Zero(Shape) : Coefficients[k - Valuation];
}
