using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Certificates;

/// <summary>Whether two expressions are seen to be equal, or multiples of each other. False and null decide nothing.</summary>
internal static class Sameness
{
    private const int MostTerms = 30;

    /// <summary>a = b at every value.</summary>
    public static bool Of(Expr a, Expr b) => ReferenceEquals(a, b)
        || (a.Shape.Equals(b.Shape) && Attempt.Of(() => NormalForms.IsZero(Expr.Subtract(a, b))));

    /// <summary>larger - smaller, without a 0 that is taken away.</summary>
    public static Expr Difference(Expr larger, Expr smaller) => smaller is ZeroMatrix or Number { Value.IsZero: true } ? larger : Expr.Subtract(larger, smaller);

    /// <summary>The sign of a q > 0 or q ≥ 0 with a = q b at every value; unknown where there is none.</summary>
    public static Sign OfFactor(Expr a, Expr b)
    {
        var sign = Sign.Unknown;
        if (a.Shape.Equals(b.Shape))
        {
            Attempt.Of(() => (sign = Factor(NormalForms.FormOf(a), NormalForms.FormOf(b)) is { } q ? Signs.Of(q) : Sign.Unknown) != Sign.Unknown);
        }

        return sign;
    }

    /// <summary>q with a = q b; null where none is found.</summary>
    private static Scalar? Factor(Form a, Form b)
    {
        if (a.IsZero || b.IsZero || a.Count != b.Count)
        {
            return null;
        }

        return Factor(a.CoefficientAt(0), b.CoefficientAt(0)) is { } q && (a.IsScalar || (a - b.Scaled(q)).IsZero) ? q : null;
    }

    /// <summary>q with a = q b where the numerators are multiples by one monomial; null where they are not.</summary>
    private static Scalar? Factor(Scalar a, Scalar b)
    {
        var (top, bottom) = (a.Numerator, b.Numerator);
        for (var i = 0; top.Count == bottom.Count && i < Math.Min(top.Count, MostTerms); i++)
        {
            var (monomial, number) = (top.MonomialAt(0) * bottom.MonomialAt(i).Inverse(), top.CoefficientAt(0) / bottom.CoefficientAt(i));
            if (top.Equals(bottom.Times(monomial, number)))
            {
                return Scalar.Of(monomial, number) * new Scalar(Polynomial.One, a.Denominator) / new Scalar(Polynomial.One, b.Denominator);
            }
        }

        return null;
    }
}
