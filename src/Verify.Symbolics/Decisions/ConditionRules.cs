using Verify.Language;
using Verify.Symbolics.Positivity;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Decisions;

/// <summary>Conditions as rules of the workspace: A B = B A lets two symbols commute, an equation of scalars gives one trace a value, an inequality of scalars is assumed.</summary>
internal static class ConditionRules
{
    /// <summary>Adds what the condition gives; a condition of another kind gives nothing.</summary>
    public static void Add(Comparison condition)
    {
        if (condition.Relation == Relation.NotEqual)
        {
            return;
        }

        if (condition.Relation != Relation.Equal)
        {
            Assume(condition);
        }
        else if (condition.Left.IsScalar)
        {
            var (left, right) = WithoutNorms(condition.Left, condition.Right);
            Eliminate(NormalForms.FormOf(Expr.Subtract(left, right)).AsScalar);
        }
        else
        {
            Commute(condition.Left, condition.Right);
        }
    }

    private static void Assume(Comparison condition)
    {
        var less = condition.Relation is Relation.Less or Relation.LessOrEqual;
        var (larger, smaller) = less ? (condition.Right, condition.Left) : (condition.Left, condition.Right);
        if (larger.IsScalar && Excess(larger, smaller) is { } excess)
        {
            Assumptions.Add(excess, condition.Relation is Relation.Less or Relation.Greater);
        }
    }

    /// <summary>A polynomial that is ≥ 0 where one scalar is at least the other; null where there is none.</summary>
    public static Polynomial? Excess(Expr larger, Expr smaller)
    {
        var difference = NormalForms.FormOf(Expr.Subtract(larger, smaller)).AsScalar;
        return Signs.Of(new Scalar(Polynomial.One, difference.Denominator)) == Sign.Positive ? difference.Numerator : null;
    }

    /// <summary>norm(A) = s with s ≥ 0 is tr(A' A) = s^2.</summary>
    private static (Expr Left, Expr Right) WithoutNorms(Expr left, Expr right) => (left, right) switch
    {
        (FrobeniusNorm norm, not FrobeniusNorm) when Positive.IsWeak(right) => (Squared(norm), Expr.Times(right, right)),
        (not FrobeniusNorm, FrobeniusNorm norm) when Positive.IsWeak(left) => (Expr.Times(left, left), Squared(norm)),
        (FrobeniusNorm first, FrobeniusNorm second) => (Squared(first), Squared(second)),
        _ => (left, right),
    };

    private static Expr Squared(FrobeniusNorm norm) => Expr.TraceOf(Expr.Times(Expr.TransposeOf(norm.Children[0]), norm.Children[0]));

    /// <summary>Solves c g + rest = 0 for a generator g that occurs once, in no other, with a number c: the longest trace first.</summary>
    private static void Eliminate(Scalar zero)
    {
        var polynomial = zero.Numerator;
        Generator? best = null;
        var coefficient = default(Coefficient);
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            if (monomial.Count == 1 && monomial.UnitsAt(0) == Monomial.Unit && monomial.GeneratorAt(0) is TraceGenerator or SymbolGenerator
                && OccursOnce(polynomial, monomial.GeneratorAt(0)) && Length(monomial.GeneratorAt(0)) > Length(best))
            {
                (best, coefficient) = (monomial.GeneratorAt(0), polynomial.CoefficientAt(i));
            }
        }

        if (best is not null)
        {
            var rest = new Scalar(polynomial - Polynomial.Of(Monomial.Of(best), coefficient), Denominator.One);
            Algebra.Current.Eliminate(best, rest * Scalar.Of((Coefficient.One / -coefficient).Value));
        }
    }

    private static int Length(Generator? generator) => generator is TraceGenerator trace ? trace.Word.Length : generator is null ? -1 : 0;

    private static bool OccursOnce(Polynomial polynomial, Generator generator)
    {
        var count = 0;
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            for (var j = 0; j < monomial.Count; j++)
            {
                var other = monomial.GeneratorAt(j);
                count += other == generator ? 1 : 0;
                if (other != generator && generator is SymbolGenerator symbol && other.Leaves.Contains(symbol.Symbol))
                {
                    return false;
                }
            }
        }

        return count == 1;
    }

    private static void Commute(Expr left, Expr right)
    {
        if (left is Product { Left: SymbolValue a, Right: SymbolValue b } && right is Product { Left: SymbolValue c, Right: SymbolValue d } && a == d && b == c)
        {
            Algebra.Current.Commute(Algebra.Current.Unique(new SymbolAtom(a.Symbol)), Algebra.Current.Unique(new SymbolAtom(b.Symbol)));
        }
    }
}
