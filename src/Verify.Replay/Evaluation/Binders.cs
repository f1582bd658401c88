using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>Means, gradients, minima and limits.</summary>
internal sealed class Binders<T>(Evaluator<T> evaluator)
    where T : struct, INumberKind<T>
{
    private static readonly Rational Far = 10_000;

    /// <summary>E[body]: of a polynomial by its moments; otherwise, in doubles, over draws.</summary>
    public Matrix<T> Of(Expectation expectation)
    {
        try
        {
            foreach (var symbol in expectation.Bound)
            {
                evaluator.Bind(symbol);
            }

            var moments = new Moments<T>(evaluator);
            return evaluator.Of(expectation.Body).Map(entry => expectation.Bound.Reverse().Aggregate(entry, (mean, symbol) => moments.Over(symbol, mean)));
        }
        catch (NotEvaluatedException obstacle) when (obstacle.Obstacle == Obstacle.NotPolynomial && !T.IsExact)
        {
            return Drawn(expectation);
        }
    }

    private Matrix<T> Drawn(Expectation expectation)
    {
        Matrix<T>? sum = null;
        for (var k = 0; k < Draws.Count; k++)
        {
            var setting = evaluator.Setting;
            foreach (var symbol in expectation.Bound)
            {
                setting = setting.With(symbol, evaluator.Draws.Of(symbol, evaluator.At(setting)));
            }

            var value = evaluator.At(setting).Of(expectation.Body);
            sum = sum?.Plus(value) ?? value;
        }

        return sum!.Times(Matrix<T>.Scalar(T.Of(new Rational(1, Draws.Count))), evaluator.Work);
    }

    /// <summary>grad(body; P) at P = A: of a polynomial exactly; otherwise, in doubles, by differences of fourth order.</summary>
    public Matrix<T> Of(Gradient gradient)
    {
        var at = evaluator.Of(gradient.At);
        try
        {
            var bound = evaluator.Bind(gradient.Bound);
            if (gradient.Bound.Is(MatrixAttributes.Symmetric))
            {
                throw new NotEvaluatedException(Obstacle.NotTreated, "a gradient by a symmetric matrix is not taken here");
            }

            var body = evaluator.ScalarOf(gradient.Body);
            var values = new Dictionary<char, Polynomial<T>>();
            var names = new char[bound.Rows, bound.Columns];
            for (var i = 0; i < bound.Rows; i++)
            {
                for (var j = 0; j < bound.Columns; j++)
                {
                    names[i, j] = bound[i, j].Terms.Keys.Single()[0];
                    values[names[i, j]] = at[i, j];
                }
            }

            return new(bound.Rows, bound.Columns, (i, j) => body.Derivative(names[i, j]).Replace(values, evaluator.Work));
        }
        catch (NotEvaluatedException obstacle) when (obstacle.Obstacle == Obstacle.NotPolynomial && !T.IsExact)
        {
            return new(at.Rows, at.Columns, (i, j) => Polynomial<T>.Of(T.OfDouble(Difference(gradient, at, i, j))));
        }
    }

    private double Difference(Gradient gradient, Matrix<T> at, int row, int column)
    {
        var step = 1e-3 * Math.Max(1, Math.Abs(at[row, column].Constant.Double));
        return ((8 * (Moved(step) - Moved(-step))) - (Moved(2 * step) - Moved(-2 * step))) / (12 * step);

        double Moved(double by)
        {
            var moved = new Matrix<T>(at.Rows, at.Columns, (i, j) => i == row && j == column ? at[i, j].Plus(Polynomial<T>.Of(T.OfDouble(by))) : at[i, j]);
            return evaluator.At(evaluator.Setting.With(gradient.Bound, moved)).ScalarOf(gradient.Body).Constant.Double;
        }
    }

    /// <summary>min(body; P): the lowest value that descents find, in doubles.</summary>
    public Matrix<T> Of(Minimum minimum) => Matrix<T>.Scalar(T.OfDouble(Descent.Lowest(minimum.Body, minimum.Bound, evaluator)));

    /// <summary>lim: values ever nearer to the target, in doubles; where they do not settle it throws <see cref="NotEvaluatedException"/>.</summary>
    public Matrix<T> Of(Limit limit)
    {
        var (early, middle, late) = (Near(1), Near(2), Near(3));
        return new(late.Rows, late.Columns, (i, j) => Polynomial<T>.Of(T.OfDouble(Limits.Settled(early[i, j].Constant.Double, middle[i, j].Constant.Double, late[i, j].Constant.Double))));

        Matrix<T> Near(int power) => evaluator.At(Limits.Near(evaluator.Setting, [limit.Approach], evaluator, Far.Power(power))).Of(limit.Body);
    }
}
