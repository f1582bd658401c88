using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Symbolics.Decisions;

/// <summary>Decides left relation right for every value: equality by normal forms, an order by a certificate of positivity of the difference.</summary>
internal static class ComparisonDecision
{
    /// <summary>The outcome, for sides without min and lim.</summary>
    public static Ruling Of(Comparison comparison) => comparison.Relation switch
    {
        Relation.Equal => Ruling.Of(Equality.Of(comparison.Left, comparison.Right)),
        Relation.NotEqual => NotEqual(comparison.Left, comparison.Right),
        Relation.Less => Order(comparison.Right, comparison.Left, strict: true),
        Relation.LessOrEqual => Order(comparison.Right, comparison.Left, strict: false),
        Relation.Greater => Order(comparison.Left, comparison.Right, strict: true),
        _ => Order(comparison.Left, comparison.Right, strict: false),
    };

    /// <summary>Nowhere equal: for scalars a difference of one strict sign; matrices differ already where one scalar function of theirs does.</summary>
    private static Ruling NotEqual(Expr left, Expr right)
    {
        var difference = NormalForms.Of(Expr.Subtract(left, right));
        if (NormalForms.IsZero(difference))
        {
            return Ruling.Disproved("both sides have one normal form, so they are equal everywhere");
        }

        var apart = difference.Shape.IsSquare
            && new[] { difference, Expr.Negate(difference), Expr.TraceOf(difference), Expr.Negate(Expr.TraceOf(difference)) }.Any(Positive.IsStrict);
        return apart ? Ruling.Proved("the difference has one strict sign")
            : Ruling.Undecided("whether the difference vanishes somewhere");
    }

    private static Ruling Order(Expr larger, Expr smaller, bool strict)
    {
        var difference = NormalForms.Of(Expr.Subtract(larger, smaller));
        if (!difference.IsScalar && Equality.Of(difference, Expr.TransposeOf(difference)) is { Kind: not EqualityKind.Equal } symmetry)
        {
            return symmetry.Kind == EqualityKind.Different
                ? Ruling.Disproved("the difference is not symmetric at every value")
                : Ruling.Undecided($"whether the difference is symmetric: {symmetry.Reason}");
        }

        var negative = Expr.Negate(difference);
        if (strict ? Positive.IsStrict(difference) : Positive.IsWeak(difference))
        {
            return Ruling.Proved(difference.IsScalar ? "the difference is a sum of products of positive terms" : "the difference is a sum of positive semidefinite words");
        }

        // Only what fails at every value is a disproof here; where it fails somewhere, a counterexample must show it.
        if (strict ? Positive.IsWeak(negative) : Positive.IsStrict(negative))
        {
            return Ruling.Disproved(difference.IsScalar ? "the difference has the other sign" : "the difference is definite the other way round");
        }

        return difference.IsScalar || IsPolynomial(difference)
            ? Ruling.Undecided("no certificate of positivity was found for the difference")
            : Ruling.NotTreated("Loewner order of a nonlinear expression");
    }

    private static bool IsPolynomial(Expr expression) => expression switch
    {
        { IsScalar: true } => true,
        Power power => power.Exponent.IsInteger && power.Exponent.Sign > 0 && IsPolynomial(power.Base),
        Hadamard or DiagonalPart or Expectation or SingularValues or Softmax => false,
        _ => expression.Children.All(IsPolynomial),
    };
}
