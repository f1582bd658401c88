using System.Collections.Immutable;
using Verify.Language;
using Verify.Replay.Arithmetic;
using Verify.Replay.Evaluation;

namespace Verify.Replay.Judging;

/// <summary>dP/dt = -grad(L; P) by the classical steps of fourth order: each is compared with two of half its length, and halved until they agree.</summary>
internal sealed class FlowPath<T>(Flow flow, ImmutableArray<Expr> start, Evaluator<T> evaluator)
    where T : struct, INumberKind<T>
{
    private const int MostSteps = 20_000;

    private const double Tolerance = 1e-10;

    private const double AtRest = 1e-9;

    private const double Away = 1e6;

    private const double Steady = 0.1;

    /// <summary>Whether the last step ended where the gradient is 0 to rounding.</summary>
    public bool Rests { get; private set; }

    /// <summary>Whether the last step ended far away, where the gradient is not much smaller than at the start.</summary>
    public bool RunsAway { get; private set; }

    /// <summary>The start, and each point until the flow rests or too many steps are made.</summary>
    public IEnumerable<Setting<T>> Steps()
    {
        var loss = MovedPolynomial.Of(flow.Loss, flow.Parameters, evaluator);
        var starts = start.Select(value => evaluator.Of(value)).ToList();
        double[] point = [.. starts.SelectMany(value => value.Entries.Select(entry => entry.Constant.Double))];
        var step = 0.01;
        var (first, reach) = (loss.Gradient(point).Max(Math.Abs), Away * Math.Max(1, point.Max(Math.Abs)));
        for (var k = 0; k < MostSteps; k++)
        {
            yield return Setting(point, starts);
            var slope = loss.Gradient(point).Max(Math.Abs);
            if (point.Max(Math.Abs) > reach && slope >= Steady * first)
            {
                RunsAway = true;
                yield break;
            }

            if (slope <= AtRest * Math.Max(1e-3, point.Max(Math.Abs)))
            {
                Rests = true;
                yield break;
            }

            double[] half;
            double error;
            while (true)
            {
                evaluator.Work.Spend(12 * loss.Size);
                half = Step(Step(point, step / 2, loss), step / 2, loss);
                error = Step(point, step, loss).Zip(half, (a, b) => Math.Abs(a - b)).Max();
                if (error <= Tolerance * Math.Max(1, half.Max(Math.Abs)))
                {
                    break;
                }

                step /= 2;
                if (!(step > 1e-12))
                {
                    throw new NotEvaluatedException(Obstacle.NotTreated, "the flow is too steep");
                }
            }

            point = half;
            step *= error < Tolerance / 40 ? 2 : 1;
        }
    }

    private Setting<T> Setting(double[] point, List<Matrix<T>> shapes)
    {
        var (setting, offset) = (evaluator.Setting, 0);
        foreach (var (parameter, shape) in flow.Parameters.Zip(shapes))
        {
            var from = offset;
            setting = setting.With(parameter, new(shape.Rows, shape.Columns, (i, j) => Polynomial<T>.Of(T.OfDouble(point[from + (i * shape.Columns) + j]))));
            offset += shape.Rows * shape.Columns;
        }

        return setting;
    }

    private static double[] Step(double[] point, double step, MovedPolynomial loss)
    {
        var a = loss.Gradient(point);
        var b = loss.Gradient(Moved(point, a, step / 2));
        var c = loss.Gradient(Moved(point, b, step / 2));
        var d = loss.Gradient(Moved(point, c, step));
        return [.. point.Select((x, i) => x - (step / 6 * (a[i] + (2 * b[i]) + (2 * c[i]) + d[i])))];
    }

    private static double[] Moved(double[] point, double[] slope, double step) => [.. point.Zip(slope, (x, s) => x - (step * s))];
}
