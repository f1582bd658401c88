using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>Comparisons by intervals: disjoint ones decide, overlapping ones decide nothing.</summary>
internal static class EnclosedComparing
{
    private static readonly int[] Precisions = [96, 400];

    /// <summary>Decides the comparison, or says at which precision it stopped.</summary>
    public static CheckResult Of(Evaluator evaluator, Comparison comparison)
    {
        foreach (var bits in Precisions)
        {
            var enclosures = new Enclosures(evaluator, bits);
            Interval[,] left, right;
            try
            {
                (left, right) = (enclosures.Evaluate(comparison.Left), enclosures.Evaluate(comparison.Right));
            }
            catch (LimitException) when (bits != Precisions[^1])
            {
                continue;
            }

            if (Decide(evaluator, comparison.Relation, left, right) is { } holds)
            {
                return holds ? new Holds() : new Fails(Text(left), Text(right));
            }
        }

        return new Unknown($"intervals of {Precisions[^1]} bits do not separate the two sides");
    }

    private static bool? Decide(Evaluator evaluator, Relation relation, Interval[,] left, Interval[,] right) => relation switch
    {
        Relation.Equal => AreApart(left, right) ? false : null,
        Relation.NotEqual => AreApart(left, right) ? true : null,
        Relation.Less or Relation.LessOrEqual => IsPositive(evaluator, right, left),
        _ => IsPositive(evaluator, left, right),
    };

    private static bool AreApart(Interval[,] left, Interval[,] right) =>
        left.Cast<Interval>().Zip(right.Cast<Interval>()).Any(pair => (pair.First - pair.Second).Sign is 1 or -1);

    // Whether a - b is positive definite (true), has a negative direction or is not symmetric (false), or neither is sure.
    private static bool? IsPositive(Evaluator evaluator, Interval[,] a, Interval[,] b)
    {
        var n = a.GetLength(0);
        var (middle, radius) = (new Rational[n, n], Rational.Zero);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var (entry, mirror) = (a[i, j] - b[i, j], a[j, i] - b[j, i]);
                if ((entry - mirror).Sign is 1 or -1)
                {
                    return false;
                }

                var hull = entry.Hull(mirror);
                middle[i, j] = hull.Middle;
                radius += hull.Radius;
            }
        }

        // The operator norm of what the middle misses is at most the sum of the radii (Weyl).
        var (form, shift) = (Matrix.Of(middle), Matrix.Identity(n).Scale(radius));
        return Definiteness.Of(evaluator.Algebra, form - shift).IsPositive ? true
            : !Definiteness.Of(evaluator.Algebra, form + shift).IsNonnegative ? false
            : null;
    }

    private static string Text(Interval[,] value)
    {
        var rows = Enumerable.Range(0, value.GetLength(0)).Select(i => string.Join(", ", Enumerable.Range(0, value.GetLength(1)).Select(j => Decimal(value[i, j]))));
        return value.Length == 1 ? Decimal(value[0, 0]) : "[" + string.Join("; ", rows) + "]";
    }

    // Rounded to what any reader needs; the comparison itself used the interval.
    private static string Decimal(Interval value) => ((decimal)(double)value.Middle).ToString("0.###############", System.Globalization.CultureInfo.InvariantCulture);
}
