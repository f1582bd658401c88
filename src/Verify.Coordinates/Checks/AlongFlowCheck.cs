using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>A comparison along a gradient flow, at t = 0 and through its time derivatives there.</summary>
internal sealed class AlongFlowCheck(AlongFlow along) : StatementCheck
{
    private const int Orders = 3;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [along.Comparison.Left, along.Comparison.Right, along.Flow.Loss, .. along.Start];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => along.Flow.Parameters;

    /// <inheritdoc/>
    public override string? Reservation => $"at t = 0, with time derivatives there up to order {Orders}";

    /// <inheritdoc/>
    public override CheckResult At(Evaluator evaluator)
    {
        var start = along.Start.Select(evaluator.Evaluate).ToList();
        var values = along.Flow.Parameters.Zip(start, KeyValuePair.Create).ToList();
        var (left, right) = (evaluator.EvaluateAt(along.Comparison.Left, values), evaluator.EvaluateAt(along.Comparison.Right, values));
        var atStart = Comparing.Of(evaluator.Algebra, left, along.Comparison.Relation, right);
        if (atStart is Fails fails)
        {
            return fails with { Remark = "both sides at t = 0" };
        }

        // Where an inequality is strict at the start, nothing there can contradict it, and so nothing there speaks for it.
        var isTight = (left - right).IsZero;
        return isTight && (along.Comparison.Relation == Relation.Equal || left.Rows * left.Columns == 1)
            ? AtDerivatives(evaluator, start)
            : new Unknown("the comparison is strict at t = 0, and later times are not examined");
    }

    private CheckResult AtDerivatives(Evaluator evaluator, IReadOnlyList<Matrices.Matrix> start)
    {
        var difference = Expr.Subtract(along.Comparison.Left, along.Comparison.Right);
        foreach (var (order, derivative) in TimeDerivatives.Of(evaluator, along.Flow, start, difference, Orders).Index())
        {
            if (derivative.IsZero)
            {
                continue;
            }

            var isAllowed = along.Comparison.Relation switch
            {
                Relation.Equal => false,
                Relation.LessOrEqual => RealSign.Of(evaluator.Ring, derivative[0, 0]) < 0,
                _ => RealSign.Of(evaluator.Ring, derivative[0, 0]) > 0,
            };
            return isAllowed ? new Holds()
                : new Fails(ValueText.Of(evaluator.Ring, derivative), "0") { Remark = $"the left side is the time derivative of order {order} of the difference at t = 0" };
        }

        return new Holds();
    }
}
