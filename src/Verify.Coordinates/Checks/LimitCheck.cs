using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>left - right tends to 0: along rays on which the variables go to their targets together, the difference is a rational function of one variable.</summary>
internal sealed class LimitCheck(LimitComparison limit) : StatementCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [limit.Left, limit.Right, .. limit.Approaches.Where(a => a.Target is not null).Select(a => a.Target!)];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => [.. limit.Approaches.Where(a => a.Scalar is not null).Select(a => a.Scalar!)];

    /// <inheritdoc/>
    public override ImmutableArray<Dimension> BoundDimensions => [.. limit.Approaches.Where(a => a.Dimension is not null).Select(a => a.Dimension!)];

    /// <inheritdoc/>
    public override string? Reservation => limit.Approaches.Length > 1 ? "along rays" : null;

    /// <inheritdoc/>
    public override CheckResult At(Evaluator evaluator)
    {
        // The first ray decides alone where the others are too large to evaluate.
        CheckResult result = new Unknown("no ray was evaluated");
        foreach (var slopes in Rays())
        {
            try
            {
                var difference = Limits.Of(evaluator.Ring.Work, 1, 1, null, t => At(evaluator, limit.Left, t, slopes) - At(evaluator, limit.Right, t, slopes));
                result = difference.IsZero ? new Holds()
                    : new Fails(ValueText.Of(evaluator.Ring, difference), "0") { Remark = "the left side is the limit of the difference" };
            }
            catch (InfiniteLimitException)
            {
                result = new Fails("inf", "0") { Remark = "the difference grows without bound" };
            }
            catch (LimitException) when (result is Holds)
            {
                return result;
            }

            if (result is Fails)
            {
                return result;
            }
        }

        return result;
    }

    private IEnumerable<int[]> Rays() => limit.Approaches.Length == 1 ? [[1]]
        : [.. Enumerable.Range(0, limit.Approaches.Length).Select(fast => Enumerable.Range(0, limit.Approaches.Length).Select(i => i == fast ? 2 : 1).ToArray()).Prepend([.. limit.Approaches.Select(_ => 1)])];

    private Matrix At(Evaluator evaluator, Expr side, Rational t, int[] slopes)
    {
        var scope = new Scope(evaluator.Free);
        foreach (var (approach, slope) in limit.Approaches.Zip(slopes))
        {
            if (approach.Dimension is { } dimension)
            {
                scope.Bind(dimension, Least(evaluator, dimension) - 1 + (slope * (int)t.Numerator));
                continue;
            }

            var target = approach.Target is { } expression ? evaluator.Evaluate(expression)[0, 0] : null;
            scope.Bind(approach.Scalar!, Matrix.Scalar(target is null ? Polynomial.Of(t * slope) : target + Polynomial.Of(slope / t)));
        }

        return evaluator.Evaluate(side, scope);
    }

    private static int Least(Evaluator evaluator, Dimension dimension) =>
        dimension.LowerBounds.Where(bound => bound.Terms.All(term => evaluator.IsKnown(term.Key))).Select(evaluator.SizeOf).Append(1).Max();
}
