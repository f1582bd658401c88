using System.Collections.Immutable;
using Verify.Language;
using Verify.Replay.Arithmetic;
using Verify.Replay.Evaluation;

namespace Verify.Replay.Judging;

/// <summary>Whether a statement holds at the values of a report.</summary>
internal static class StatementJudge
{
    private const double Near = 5e-3;

    private const double Lowest = 1e-5;

    /// <summary>Evaluates the statement. What cannot be evaluated throws <see cref="NotEvaluatedException"/>.</summary>
    public static Judged Of<T>(Statement statement, Evaluator<T> evaluator)
        where T : struct, INumberKind<T> => statement switch
    {
        Comparison comparison => HasLimit(comparison) ? Comparing.Judge(comparison, evaluator, Near) with { Closeness = Near } : Comparing.Judge(comparison, evaluator),
        LimitComparison limit => Of(limit, evaluator),
        Conserved conserved => Comparing.Judge(new Comparison(FlowJudge.RateOf(conserved.Quantity, conserved.Flow), Relation.Equal, Expr.Of(0)), evaluator),
        MinimumClaim minimum => Of(minimum, evaluator),
        AlongFlow along => FlowJudge.Of(along, evaluator),
        FlowLimit limit => FlowJudge.Of(limit, evaluator),
        _ => throw new NotEvaluatedException(Obstacle.NotTreated, $"{statement.GetType().Name} is not evaluated here"),
    };

    private static bool HasLimit(Comparison comparison) => Contains(comparison.Left) || Contains(comparison.Right);

    private static bool Contains(Expr expression)
    {
        var seen = new HashSet<Expr>();
        var open = new Stack<Expr>([expression]);
        while (open.TryPop(out var next))
        {
            if (next is Limit or Minimum)
            {
                return true;
            }

            foreach (var child in next.Children.Where(seen.Add))
            {
                open.Push(child);
            }
        }

        return false;
    }

    private static Judged Of<T>(LimitComparison limit, Evaluator<T> evaluator)
        where T : struct, INumberKind<T>
    {
        var sides = new[] { 1, 2, 3 }.Select(power =>
        {
            var near = evaluator.At(Limits.Near(evaluator.Setting, limit.Approaches, evaluator, ((Rational)10_000).Power(power)));
            return (Left: near.Of(limit.Left), Right: near.Of(limit.Right));
        }).ToList();
        var gaps = sides.Select(side => side.Left.Plus(side.Right.Map(entry => Polynomial<T>.Of(T.Of(-1) * entry.Constant))).Doubles()).ToList();
        var settled = (double[,])gaps[1].Clone();
        var scale = sides.Max(side => Math.Max(Value.Of(side.Left).Scale, Value.Of(side.Right).Scale));

        // A difference that stays does not vanish because the sides grow: only rounding is measured by them.
        var negligible = Math.Max(1e-6 * Math.Min(scale, 1), 1e-12 * Math.Max(Value.Of(sides[1].Left).Scale, Value.Of(sides[1].Right).Scale));
        var truth = Truth.True;
        for (var i = 0; i < settled.GetLength(0); i++)
        {
            for (var j = 0; j < settled.GetLength(1); j++)
            {
                var (early, middle, late) = (Math.Abs(gaps[0][i, j]), Math.Abs(gaps[1][i, j]), Math.Abs(gaps[2][i, j]));
                if (middle > 5 * early && late > 5 * middle)
                {
                    truth = Truth.False;
                    continue;
                }

                settled[i, j] = Limits.Settled(gaps[0][i, j], gaps[1][i, j], gaps[2][i, j], Math.Min(scale, 1));
                var vanishes = middle <= negligible || (middle <= early / 8 && late <= middle / 8);
                truth = vanishes ? truth : Truth.False;
            }
        }

        return new(truth, [(Value.Of(Matrix<Approximate>.OfDoubles(settled)), Value.Zero), (Value.Of(sides[1].Left), Value.Of(sides[1].Right))], "left - right at 1e4, 1e8 and 1e12", Near);
    }

    private static Judged Of<T>(MinimumClaim minimum, Evaluator<T> evaluator)
        where T : struct, INumberKind<T>
    {
        var value = evaluator.ScalarOf(minimum.Value).Constant.Double;
        var lowest = Descent.Lowest(minimum.Loss, minimum.Parameters, evaluator);
        var scale = Math.Max(Math.Abs(value), Math.Abs(lowest));
        (Value, Value) values = (Value.Of(lowest), Value.Of(value));
        if (Math.Abs(lowest - value) > Lowest * Math.Max(scale, 1e-3))
        {
            return new(Truth.False, [values], "the lowest value that descents find, and the value that is stated", Near);
        }

        if (minimum.Attained.IsDefaultOrEmpty)
        {
            return new(Truth.True, [values], "the lowest value that descents find, and the value that is stated", Near);
        }

        var loss = evaluator.ScalarOf(minimum.Loss).Constant.Double;
        var attained = Math.Abs(loss - value) <= Lowest * Math.Max(scale, 1e-3);
        var equations = minimum.Attained.Select(equation => Comparing.Judge(equation, evaluator)).ToList();
        var failing = equations.FirstOrDefault(equation => equation.Truth == Truth.False);
        var sides = equations.SelectMany(equation => equation.Sides).Append((Value.Of(loss), Value.Of(value))).ToImmutableArray();
        return attained == (failing is null)
            ? new(Truth.True, sides, attained ? "the minimum is attained here, and the equations hold" : "the minimum is not attained here, and an equation fails", Near)
            : new(Truth.False, attained ? [.. failing!.Sides, .. sides] : [sides[^1], .. sides], attained ? "the minimum is attained here, and an equation fails" : "the equations hold here, and the minimum is not attained", Near);
    }
}
