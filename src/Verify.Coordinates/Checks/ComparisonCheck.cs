using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>left relation right: exactly where both sides have exact values, otherwise by intervals.</summary>
internal sealed class ComparisonCheck(Comparison comparison) : StatementCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [comparison.Left, comparison.Right];

    /// <inheritdoc/>
    public override CheckResult At(Evaluator evaluator)
    {
        Matrix left, right;
        try
        {
            (left, right) = (evaluator.Evaluate(comparison.Left), evaluator.Evaluate(comparison.Right));
        }
        catch (InexactException)
        {
            return EnclosedComparing.Of(evaluator, comparison);
        }

        return Comparing.Of(evaluator.Algebra, left, comparison.Relation, right);
    }
}
