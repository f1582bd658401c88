using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>
/// The limit of a gradient flow: exact where the loss is a convex quadratic. Otherwise what exact values can say against a claimed limit: that it is not stationary,
/// that the loss is higher there than at the start, or that the start is itself stationary and elsewhere; convergence itself is left to the simulation.
/// </summary>
internal sealed class FlowLimitCheck(FlowLimit claim) : StatementCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [claim.Flow.Loss, .. claim.Start, .. claim.Equations.SelectMany(equation => new[] { equation.Left, equation.Right })];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => claim.Flow.Parameters;

    /// <inheritdoc/>
    public override CheckResult At(Evaluator evaluator)
    {
        var parameters = claim.Flow.Parameters;
        var start = claim.Start.Select(evaluator.Evaluate).ToList();
        return Explicit(evaluator, parameters) is { } limit && Contradiction(evaluator, start, limit) is { } fails ? fails : AtTheEnd(evaluator, start);
    }

    // The equations where the flow of a convex quadratic ends.
    private CheckResult AtTheEnd(Evaluator evaluator, IReadOnlyList<Matrix> start)
    {
        var parameters = claim.Flow.Parameters;
        if (QuadraticFlow.End(evaluator, PolynomialLoss.Of(evaluator, claim.Flow.Loss, parameters, evaluator.Free), start) is not { } end)
        {
            return new Fails("the flow runs away", "a limit") { Remark = "the loss has no minimum, and the flow does not converge" };
        }

        var values = parameters.Zip(end, KeyValuePair.Create).ToList();
        return claim.Equations
            .Select(equation => Comparing.Of(evaluator.Algebra, evaluator.EvaluateAt(equation.Left, values), equation.Relation, evaluator.EvaluateAt(equation.Right, values)))
            .OfType<Fails>()
            .Select(fails => fails with { Remark = "both sides at the limit of the flow" })
            .FirstOrDefault() ?? (CheckResult)new Holds();
    }

    private Fails? Contradiction(Evaluator evaluator, IReadOnlyList<Matrix> start, IReadOnlyList<Matrix> limit)
    {
        var parameters = claim.Flow.Parameters;
        var slope = JointGradient.Of(evaluator, claim.Flow.Loss, parameters, limit);
        if (!slope.IsZero)
        {
            return new Fails(ValueText.Of(evaluator.Ring, slope), ValueText.Of(evaluator.Ring, Matrix.Zero(slope.Rows, slope.Columns))) { Remark = "the left side is the gradient at the claimed limit, all entries in a column" };
        }

        var (before, after) = (LossAt(evaluator, start), LossAt(evaluator, limit));
        if (RealSign.Of(evaluator.Ring, after - before) > 0)
        {
            return new Fails(ValueText.Of(evaluator.Ring, after), ValueText.Of(evaluator.Ring, before)) { Remark = "the loss at the claimed limit, on the left, is above the loss at the start" };
        }

        var moved = start.Zip(limit).FirstOrDefault(pair => !(pair.First - pair.Second).IsZero);
        return moved.First is not null && JointGradient.Of(evaluator, claim.Flow.Loss, parameters, start).IsZero
            ? new Fails(ValueText.Of(evaluator.Ring, moved.First), ValueText.Of(evaluator.Ring, moved.Second)) { Remark = "the start, on the left, is stationary and is not the claimed limit, on the right" }
            : null;
    }

    // The limit of every parameter, where the equations give each of them as an expression free of parameters.
    private List<Matrix>? Explicit(Evaluator evaluator, ImmutableArray<Symbol> parameters)
    {
        var limit = new List<Matrix>();
        foreach (var parameter in parameters)
        {
            var value = claim.Equations
                .Select(e => ReferenceEquals(e.Left, Expr.Of(parameter)) ? e.Right : ReferenceEquals(e.Right, Expr.Of(parameter)) ? e.Left : null)
                .FirstOrDefault(side => side is not null && !side.FreeSymbols.Overlaps(parameters));
            if (value is null)
            {
                return null;
            }

            limit.Add(evaluator.Evaluate(value));
        }

        return limit;
    }

    private Polynomial LossAt(Evaluator evaluator, IReadOnlyList<Matrix> values) =>
        evaluator.EvaluateAt(claim.Flow.Loss, claim.Flow.Parameters.Zip(values, KeyValuePair.Create))[0, 0];
}
