using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Instances;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>
/// The infimum of a loss, from its exact minima over the parameters in which it is quadratic; with equations, that they hold at every minimiser found and that the
/// points which satisfy them attain the value.
/// </summary>
internal sealed class MinimumCheck(MinimumClaim claim) : StatementCheck
{
    private const int PointsOfEquations = 3;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions =>
        [claim.Loss, claim.Value, .. claim.Attained.IsDefault ? [] : claim.Attained.SelectMany(equation => new[] { equation.Left, equation.Right })];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => claim.Parameters;

    /// <inheritdoc/>
    public override CheckResult At(Evaluator evaluator)
    {
        var loss = PolynomialLoss.Of(evaluator, claim.Loss, claim.Parameters, evaluator.Free);
        var value = evaluator.Evaluate(claim.Value)[0, 0];
        var infimum = Infimum.Of(evaluator, loss);
        foreach (var slice in infimum.Slices)
        {
            if (PointBelow(evaluator, loss, slice, value) is { } below)
            {
                return Failure(evaluator, loss, below, value);
            }
        }

        if (!(Polynomial.Of(infimum.Least!.Value) - value).IsZero)
        {
            return infimum.IsExact ? new Fails(infimum.Least.Value.ToString(), ValueText.Of(evaluator.Ring, value))
                : !claim.Attained.IsDefault && AtSolutions(evaluator, loss, value) is Fails elsewhere ? elsewhere
                : new Unknown("the loss stays above the value wherever it was minimised, but not in a form that gives its infimum");
        }

        return claim.Attained.IsDefault ? new Holds() : AtMinimisers(evaluator, infimum, value) ?? AtSolutions(evaluator, loss, value) ?? new Holds();
    }

    // A point of the slice where the loss is below the value.
    private static ImmutableArray<Rational>? PointBelow(Evaluator evaluator, PolynomialLoss loss, Slice slice, Polynomial value)
    {
        bool IsBelow(ImmutableArray<Rational> point) => RealSign.Of(evaluator.Ring, Polynomial.Of(loss.ValueAt(point)) - value) < 0;
        if (slice.Minimisers is { } minimisers)
        {
            return slice.At(minimisers.Particular) is var point && IsBelow(point) ? point : null;
        }

        for (Rational step = 1; step < (1L << 40); step *= 2)
        {
            var candidates = new[] { step, -step }.Select(t => slice.At([.. slice.Falling!.Select(x => x * t)])).Where(IsBelow).ToList();
            if (candidates.Count > 0)
            {
                return candidates[0];
            }
        }

        throw new LimitException("steps along a falling direction");
    }

    // Every minimiser that attains the value must satisfy the equations.
    private Fails? AtMinimisers(Evaluator evaluator, Infimum infimum, Polynomial value)
    {
        foreach (var slice in infimum.Slices.Where(slice => (Polynomial.Of(slice.Minimum) - value).IsZero))
        {
            var (particular, nullVectors) = (slice.Minimisers!.Particular, slice.Minimisers.NullVectors);
            foreach (var point in nullVectors.Select(v => particular.Zip(v, (a, b) => a + b).ToArray()).Prepend(particular).Select(slice.At))
            {
                var values = Values(infimum.Loss, point);
                foreach (var equation in claim.Attained)
                {
                    var (left, right) = (evaluator.EvaluateAt(equation.Left, Matrices(values)), evaluator.EvaluateAt(equation.Right, Matrices(values)));
                    if (Comparing.Of(evaluator.Algebra, left, equation.Relation, right) is Fails fails)
                    {
                        return fails with { Chosen = values, Remark = "the minimum is attained here, where the equation does not hold" };
                    }
                }
            }
        }

        return null;
    }

    // Every point that satisfies the equations must attain the value.
    private CheckResult? AtSolutions(Evaluator evaluator, PolynomialLoss loss, Polynomial value)
    {
        var random = new SplitMix(29);
        var found = 0;
        for (var attempt = 0; attempt < PointsOfEquations; attempt++)
        {
            var start = evaluator.Instance;
            foreach (var (parameter, (rows, columns)) in loss.Parameters.Zip(loss.Shapes))
            {
                start = start.With(parameter, RationalMatrix.Of(rows, columns, (_, _) => random.NonZero(3)));
            }

            if (new ConditionSolver(evaluator.Elsewhere, claim.Attained, loss.Parameters, random).Solve(start) is not { } solved)
            {
                continue;
            }

            found++;
            var point = loss.Parameters.SelectMany(parameter => solved.Values[parameter].Cast<Rational>()).ToImmutableArray();
            if (!(Polynomial.Of(loss.ValueAt(point)) - value).IsZero)
            {
                return Failure(evaluator, loss, point, value) with { Remark = "the equations hold here, where the loss has another value" };
            }
        }

        return found > 0 ? null : new Unknown("no point that satisfies the equations was found");
    }

    private static Fails Failure(Evaluator evaluator, PolynomialLoss loss, ImmutableArray<Rational> point, Polynomial value) =>
        new(loss.ValueAt(point).ToString(), ValueText.Of(evaluator.Ring, value)) { Chosen = Values(loss, point), Remark = "the left side is the loss at these parameters" };

    private static ImmutableArray<KeyValuePair<Symbol, Rational[,]>> Values(PolynomialLoss loss, ImmutableArray<Rational> point)
    {
        var (values, first) = (new List<KeyValuePair<Symbol, Rational[,]>>(), 0);
        foreach (var (parameter, (rows, columns)) in loss.Parameters.Zip(loss.Shapes))
        {
            var start = first;
            values.Add(new(parameter, RationalMatrix.Of(rows, columns, (i, j) => point[start + (i * columns) + j])));
            first += rows * columns;
        }

        return [.. values];
    }

    private static IEnumerable<KeyValuePair<Symbol, Matrix>> Matrices(ImmutableArray<KeyValuePair<Symbol, Rational[,]>> values) =>
        values.Select(value => KeyValuePair.Create(value.Key, Matrix.Of(value.Value)));
}
