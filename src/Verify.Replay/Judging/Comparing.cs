using Verify.Language;
using Verify.Replay.Arithmetic;
using Verify.Replay.Evaluation;

namespace Verify.Replay.Judging;

/// <summary>Compares two sides: exactly, within rounding, or over draws.</summary>
internal static class Comparing
{
    private const double Rounding = 1e-7;

    private const int Batches = 30;

    /// <summary>With 29 degrees of freedom, t beyond 6 has chance 2e-6.</summary>
    private const double Errors = 6;

    /// <summary>Evaluates both sides and compares them.</summary>
    public static Judged Judge<T>(Comparison comparison, Evaluator<T> evaluator, double rounding = Rounding)
        where T : struct, INumberKind<T>
    {
        var (left, right) = (evaluator.Of(comparison.Left), evaluator.Of(comparison.Right));
        if (evaluator.Draws.Used)
        {
            return OverDraws(comparison, evaluator, left, right);
        }

        var truth = T.IsExact && (left.IsScalar || comparison.Relation is Relation.Equal or Relation.NotEqual)
            ? Exactly(comparison.Relation, left, right)
            : Within(comparison.Relation, left.Doubles(), right.Doubles(), rounding * Math.Max(Value.Of(left).Scale, Value.Of(right).Scale));
        return new(truth, [(Value.Of(left), Value.Of(right))], T.IsExact ? "exact" : $"in doubles, to {rounding:0e0} of the scale", T.IsExact ? 0 : 2e-4);
    }

    private static Judged OverDraws<T>(Comparison comparison, Evaluator<T> evaluator, Matrix<T> left, Matrix<T> right)
        where T : struct, INumberKind<T>
    {
        List<Matrix<T>> lefts = [left], rights = [right];
        while (lefts.Count < Batches)
        {
            var again = evaluator.At(evaluator.Setting);
            lefts.Add(again.Of(comparison.Left));
            rights.Add(again.Of(comparison.Right));
        }

        var gaps = lefts.Zip(rights, (a, b) => Value.Of(a).Entries.Cast<double>().Zip(Value.Of(b).Entries.Cast<double>(), (x, y) => x - y).ToArray()).ToList();
        var error = Enumerable.Range(0, gaps[0].Length).Max(k => Math.Sqrt(gaps.Sum(gap => Math.Pow(gap[k] - gaps.Average(other => other[k]), 2)) / (Batches - 1.0) / Batches));
        var (mean, other) = (Mean(lefts, evaluator.Work), Mean(rights, evaluator.Work));
        var truth = Within(comparison.Relation, mean.Doubles(), other.Doubles(), Errors * error);
        var near = truth == Truth.True && comparison.Relation is not Relation.NotEqual ? Truth.Unknown : truth;
        return new(near, [(Value.Of(mean), Value.Of(other))], $"{Batches} means of {Draws.Count} draws, standard error {error:G3}, of which {Errors} must be exceeded (chance 2e-6)", 0) { IsComparable = false };
    }

    private static Matrix<T> Mean<T>(List<Matrix<T>> values, Work work)
        where T : struct, INumberKind<T> => values.Aggregate((a, b) => a.Plus(b)).Times(Matrix<T>.Scalar(T.Of(new Rational(1, values.Count))), work);

    private static Truth Exactly<T>(Relation relation, Matrix<T> left, Matrix<T> right)
        where T : struct, INumberKind<T>
    {
        var gaps = left.Plus(right.Map(entry => Polynomial<T>.Of(T.Of(-1) * entry.Constant))).Entries.Select(entry => entry.Constant).ToList();
        var equal = gaps.All(gap => gap.IsZero);
        var sign = Math.Sign(gaps[0] is Exact exact ? exact.Value.Sign : 0);
        return relation switch
        {
            Relation.Equal => equal,
            Relation.NotEqual => !equal,
            Relation.Less => sign < 0,
            Relation.LessOrEqual => sign <= 0,
            Relation.Greater => sign > 0,
            _ => sign >= 0,
        } ? Truth.True : Truth.False;
    }

    private static Truth Within(Relation relation, double[,] left, double[,] right, double margin)
    {
        var gap = (double[,])left.Clone();
        for (var i = 0; i < gap.GetLength(0); i++)
        {
            for (var j = 0; j < gap.GetLength(1); j++)
            {
                gap[i, j] -= right[i, j];
                if (!double.IsFinite(gap[i, j]))
                {
                    throw new NotEvaluatedException(Obstacle.NotTreated, "a side is not finite");
                }
            }
        }

        if (relation is Relation.Equal or Relation.NotEqual)
        {
            var differs = gap.Cast<double>().Any(entry => Math.Abs(entry) > margin);
            return relation == Relation.Equal ? (differs ? Truth.False : Truth.True) : differs ? Truth.True : Truth.Unknown;
        }

        var values = Spectrum.Of(gap).Values;
        var least = relation is Relation.Less or Relation.LessOrEqual ? -values.Max() : values.Min();
        return least < -margin ? Truth.False
            : least > margin || relation is Relation.LessOrEqual or Relation.GreaterOrEqual ? Truth.True
            : Truth.Unknown;
    }
}
