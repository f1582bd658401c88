using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Limits of expressions that are rational in the variable: values at enough points determine the quotient of polynomials, two further ones confirm it, and its
/// degrees or its value give the limit.
/// </summary>
internal static class Limits
{
    private const int MostPoints = 24;
    private const int WorkOfCube = 50;

    // Each fit starts anew, so not after every point.
    private static readonly int[] PointsTried = [3, 5, 7, 10, 13, 18, 24];

    /// <summary>lim(body; variable -> target); an infinite one throws <see cref="InfiniteLimitException"/>.</summary>
    public static Matrix Of(Evaluator evaluator, Limit limit, Scope scope)
    {
        var target = limit.Approach.Target is { } expression ? evaluator.Evaluate(expression, scope)[0, 0] : null;
        if (target is { IsRational: false })
        {
            throw new NotTreatedException("a limit at an irrational or random value");
        }

        Matrix At(Rational x) => evaluator.EvaluateAt(limit.Body, scope, limit.Approach, x);
        if (target is null)
        {
            return Of(evaluator.Ring.Work, FirstPoint(evaluator, limit.Approach, scope), 1, null, At);
        }

        // Both sides must have it, where the variable's range allows both.
        var sides = StepsFrom(target.Value, limit.Approach.Scalar?.Range ?? ScalarRange.Real)
            .Select(step => Of(evaluator.Ring.Work, target.Value + step, step, target.Value, At)).ToList();
        return sides.Skip(1).All(side => (side - sides[0]).IsZero) ? sides[0] : throw new UndefinedException("a limit that differs by the side");
    }

    /// <summary>Steps to the right and to the left that stay within the range for all points.</summary>
    private static IEnumerable<Rational> StepsFrom(Rational target, ScalarRange range)
    {
        var right = range.Upper is { } upper ? (upper - target) / (MostPoints + 1) : 1;
        var left = range.Lower is { } lower ? (lower - target) / (MostPoints + 1) : -1;
        return new[] { right, left }.Where(step => !step.IsZero && (step == right ? step.Sign > 0 : step.Sign < 0));
    }

    /// <summary>The limit at +∞ (or at a target) of a matrix function that is rational in its variable, sampled at equal steps from a first point.</summary>
    public static Matrix Of(Work work, Rational first, Rational step, Rational? target, Func<Rational, Matrix> function)
    {
        var (points, values) = (new List<Rational>(), new List<Matrix>());
        for (var k = 0; k < MostPoints; k++)
        {
            var x = first + (k * step);
            try
            {
                values.Add(function(x));
                points.Add(x);
            }
            catch (UndefinedException)
            {
                continue;
            }

            if (PointsTried.Contains(points.Count) && TryLimit(work, points, values, target) is { } limit)
            {
                return limit;
            }
        }

        throw new LimitException($"{MostPoints} values, which do not show a rational function");
    }

    private static Rational FirstPoint(Evaluator evaluator, Approach approach, Scope scope) => approach.Dimension is { } dimension
        ? dimension.LowerBounds.Select(bound => evaluator.SizeOf(bound, scope)).Append(1).Max()
        : 1;

    // Coefficient by coefficient of every entry; null until all of them are determined.
    private static Matrix? TryLimit(Work work, List<Rational> points, List<Matrix> values, Rational? target)
    {
        var (rows, columns) = (values[0].Rows, values[0].Columns);
        var limits = new Polynomial[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var entries = values.Select(value => value[i, j].Terms.ToArray().ToDictionary(term => term.Monomial, term => term.Coefficient)).ToList();
                var sum = new Dictionary<Monomial, Rational>();
                var monomials = entries.SelectMany(entry => entry.Keys).Distinct().Order().ToList();

                // The roots of x at different points are different numbers, each with a coefficient at its own point only: no rational function has these.
                if (monomials.Exists(monomial => !monomial.IsOne && !entries.TrueForAll(entry => entry.ContainsKey(monomial))))
                {
                    return null;
                }

                foreach (var monomial in monomials)
                {
                    // Euclid's algorithm on n points: n² operations on numbers of some n words.
                    work.Spend(WorkOfCube * points.Count * points.Count * points.Count);
                    if (RationalFunction.Fit([.. points.Select((x, k) => (x, entries[k].GetValueOrDefault(monomial)))]) is not { } function)
                    {
                        return null;
                    }

                    sum[monomial] = (target is { } at ? function.At(at) : function.AtInfinity()) ?? throw new InfiniteLimitException();
                }

                limits[i, j] = Polynomial.OfDistinct(sum);
            }
        }

        return Matrix.Of(rows, columns, (i, j) => limits[i, j]);
    }
}
