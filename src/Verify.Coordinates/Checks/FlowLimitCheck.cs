using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>
/// What exact values can say against a claimed limit of a gradient flow: that it is not stationary, that the loss is higher there than at the start, or that the
/// start is itself stationary and elsewhere. Convergence itself is left to the simulation.
/// </summary>
internal sealed class FlowLimitCheck(FlowLimit claim) : StatementCheck
{
    /// <summary>What agreement of this check leaves open.</summary>
    public const string Convergence = "the convergence of a gradient flow";

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [claim.Flow.Loss, .. claim.Start, .. claim.Equations.SelectMany(equation => new[] { equation.Left, equation.Right })];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => claim.Flow.Parameters;

    /// <inheritdoc/>
    public override CheckResult At(Evaluator evaluator)
    {
        var parameters = claim.Flow.Parameters;
        var start = claim.Start.Select(evaluator.Evaluate).ToList();
        if (Explicit(evaluator, parameters) is not { } limit)
        {
            throw new NotTreatedException(Convergence);
        }

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
            : throw new NotTreatedException($"{Convergence} (the claimed limit is stationary where it was evaluated)");
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
