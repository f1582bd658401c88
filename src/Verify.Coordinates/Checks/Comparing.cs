using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>Comparisons of exact matrices. An order between matrices is Loewner's, and the difference must be symmetric.</summary>
internal static class Comparing
{
    /// <summary>Decides left relation right.</summary>
    public static CheckResult Of(MatrixAlgebra algebra, Matrix left, Relation relation, Matrix right) => relation switch
    {
        Relation.Equal => (left - right).IsZero ? new Holds() : Failure(algebra, left, right, null),
        Relation.NotEqual => (left - right).IsZero ? Failure(algebra, left, right, null) : new Holds(),
        Relation.Less => Order(algebra, left, right, right - left, strict: true),
        Relation.LessOrEqual => Order(algebra, left, right, right - left, strict: false),
        Relation.Greater => Order(algebra, left, right, left - right, strict: true),
        _ => Order(algebra, left, right, left - right, strict: false),
    };

    // The difference must be positive (semi)definite.
    private static CheckResult Order(MatrixAlgebra algebra, Matrix left, Matrix right, Matrix difference, bool strict)
    {
        if (!difference.IsSymmetric())
        {
            return Failure(algebra, left, right, "the difference is not symmetric");
        }

        var definite = Definiteness.Of(algebra, difference);
        if (strict ? definite.IsPositive : definite.IsNonnegative)
        {
            return new Holds();
        }

        return Failure(algebra, left, right, difference.Rows == 1 ? null : $"the order fails in the direction {ValueText.Of(algebra.Ring, definite.Direction!)}");
    }

    private static Fails Failure(MatrixAlgebra algebra, Matrix left, Matrix right, string? remark) =>
        new(ValueText.Of(algebra.Ring, left), ValueText.Of(algebra.Ring, right)) { Remark = remark };
}
