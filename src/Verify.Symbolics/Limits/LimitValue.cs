using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Limits;

/// <summary>What an expression tends to.</summary>
/// <param name="Value">The limit; null where the expression grows beyond all bounds at almost every value.</param>
internal sealed record LimitValue(Expr? Value)
{
    private static readonly int[] Precisions = [1, 2, 4, 8];

    /// <summary>
    /// lim(body; approach): the coefficient of ε^0 in the Laurent series of the body's normal form. What cannot be expanded throws
    /// <see cref="NotTreatedException"/>, what depends on an undecided sign <see cref="NotDecidedException"/>.
    /// </summary>
    public static LimitValue Of(Expr body, Approach approach)
    {
        var normal = NormalForms.Of(body);
        if (NormalForms.IsZero(normal))
        {
            return new(Expr.Zero(body.Shape));
        }

        var rootDegree = approach.Target is null ? RootDegree(normal) : 1;
        foreach (var precision in Precisions)
        {
            if (Attempt(normal, approach, precision, rootDegree) is { } series)
            {
                return series.Valuation > 0 ? new(Expr.Zero(body.Shape))
                    : series.Valuation < 0 ? Infinite(series)
                    : new(series.Coefficients[0]);
            }
        }

        throw new NotDecidedException($"the order of the leading term as {approach.Name} approaches its limit");
    }

    private static LimitValue Infinite(LaurentSeries series) => HiddenRelations.In(series.Coefficients[0]) is { } reason
        ? throw new NotDecidedException($"whether the leading term vanishes: {reason}")
        : new((Expr?)null);

    /// <summary>The series with a leading coefficient, or with a remainder that vanishes; null where more precision is needed.</summary>
    private static LaurentSeries? Attempt(Expr body, Approach approach, int precision, int rootDegree)
    {
        try
        {
            var series = new Expansion(approach, precision * rootDegree, rootDegree).Of(body).WithoutLeadingZeros();
            return !series.Coefficients.IsEmpty || series.Valuation > 0 ? series : null;
        }
        catch (PrecisionException)
        {
            return null;
        }
    }

    /// <summary>The least q for which every root of N that can occur is a power of N^(1/q).</summary>
    private static int RootDegree(Expr body)
    {
        var (degree, seen, open) = (1, new HashSet<Expr>(), new Stack<Expr>([body]));
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            var denominator = next is Power power ? (int)power.Exponent.Denominator : next is FrobeniusNorm ? 2 : 1;
            degree = degree % denominator == 0 ? degree : degree * denominator;
            degree = degree <= 24 ? degree : throw new NotTreatedException("a limit with roots of so many degrees");
            foreach (var child in next.Children)
            {
                open.Push(child);
            }
        }

        return degree;
    }
}
