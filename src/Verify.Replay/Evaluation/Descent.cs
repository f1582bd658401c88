using System.Collections.Immutable;
using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>The lowest value of a polynomial that steepest descents with halved steps reach from several starts.</summary>
internal static class Descent
{
    private const int Starts = 6;

    private const int MostSteps = 3000;

    /// <summary>The lowest value of the loss over the parameters; one that falls without end, or is no polynomial, throws <see cref="NotEvaluatedException"/>.</summary>
    public static double Lowest<T>(Expr loss, ImmutableArray<Symbol> parameters, Evaluator<T> evaluator)
        where T : struct, INumberKind<T>
    {
        if (T.IsExact)
        {
            throw new NotEvaluatedException(Obstacle.Irrational, "a minimum is sought in doubles");
        }

        var moved = MovedPolynomial.Of(loss, parameters, evaluator);
        var draws = new Draws(1);
        return Enumerable.Range(0, Starts).Min(_ => From([.. Enumerable.Range(0, moved.Count).Select(_ => draws.Normal())], moved, evaluator.Work));
    }

    private static double From(double[] point, MovedPolynomial loss, Work work)
    {
        var value = loss.At(point);
        var step = 1.0;
        for (var k = 0; k < MostSteps && step > 1e-14; k++)
        {
            work.Spend(loss.Size);
            var slope = loss.Gradient(point);
            var length = slope.Sum(x => x * x);
            if (length < 1e-24)
            {
                break;
            }

            while (step > 1e-14)
            {
                double[] next = [.. point.Zip(slope, (x, s) => x - (step * s))];
                var lower = loss.At(next);
                if (lower <= value - (step * length / 4))
                {
                    (point, value, step) = (next, lower, step * 2.5);
                    break;
                }

                step /= 2;
            }
        }

        return value > -1e9 ? value : throw new NotEvaluatedException(Obstacle.NotTreated, "the loss falls without end");
    }
}
