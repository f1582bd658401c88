using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>Values near the target of a limit, and what they tend to.</summary>
internal static class Limits
{
    /// <summary>The setting in which each variable is n where it grows, and its target plus 1/n where it has one.</summary>
    public static Setting<T> Near<T>(Setting<T> setting, IEnumerable<Approach> approaches, Evaluator<T> evaluator, Rational n)
        where T : struct, INumberKind<T>
    {
        foreach (var approach in approaches)
        {
            setting = approach.Dimension is { } dimension ? setting with { Dimensions = setting.Dimensions.SetItem(dimension, n) }
                : setting.With(approach.Scalar!, approach.Target is { } target
                    ? evaluator.Of(target).Plus(Matrix<T>.Scalar(T.Of(n.Inverse())))
                    : Matrix<T>.Scalar(T.Of(n)));
        }

        return setting;
    }

    /// <summary>What three values, each a ten thousandth as far from the target as the one before, tend to; the scale is that of which they are differences.</summary>
    public static double Settled(double early, double middle, double late, double scale = 0)
    {
        var (first, second) = (Math.Abs(middle - early), Math.Abs(late - middle));
        return second <= 1e-3 * Math.Max(scale, Math.Max(Math.Abs(late), Math.Abs(early))) || second <= first / 50 ? middle
            : throw new NotEvaluatedException(Obstacle.NotTreated, "values nearer and nearer to the target do not settle");
    }
}
