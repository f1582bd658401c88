using System.Collections.Immutable;
using System.Globalization;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Replay.Arithmetic;
using Verify.Replay.Evaluation;
using Verify.Replay.Reading;

namespace Verify.Replay.Judging;

/// <summary>Whether the sides of a report are those that were evaluated.</summary>
internal static class SideCheck
{
    private const int Longest = 10_000;

    /// <summary>The difference that rounding to five digits leaves.</summary>
    private const double Rounded = 2e-4;

    /// <summary>True where both sides of the report have values and no pair that was evaluated is near them.</summary>
    public static bool Contradicts(ReportedCounterexample counterexample, Judged judged) =>
        judged.IsComparable && Read(counterexample.Left) is { } left && Read(counterexample.Right) is { } right
        && !judged.Sides.Any(sides => Agree(left, sides.Left, judged.Closeness) && Agree(right, sides.Right, judged.Closeness));

    private static bool Agree(Value reported, Value evaluated, double closeness)
    {
        if (reported.IsExact && evaluated.IsExact && closeness == 0)
        {
            return reported.Text == evaluated.Text || (reported.Scale == 0 && evaluated.Scale == 0);
        }

        var margin = Math.Max(closeness, Rounded) * Math.Max(Math.Max(reported.Scale, evaluated.Scale), 1e-3);
        return reported.Entries.Length == 1 && reported.Scale == 0 ? evaluated.Scale <= margin
            : reported.Entries.GetLength(0) == evaluated.Entries.GetLength(0) && reported.Entries.GetLength(1) == evaluated.Entries.GetLength(1)
                && reported.Entries.Cast<double>().Zip(evaluated.Entries.Cast<double>(), (a, b) => Math.Abs(a - b)).All(gap => gap <= margin);
    }

    private static Value? Read(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !text.All(letter => char.IsAsciiDigit(letter) || letter == '-'))
        {
            return Value.Of(number);
        }

        if (text.Length > Longest || text.Any(letter => letter is '"' or '\n' or '\r' or '#'))
        {
            return null;
        }

        var file = ClaimReader.ReadText("side", $"claim \"side\": {text} = {text}\n");
        if (!file.Errors.IsEmpty || file.Claims is not [{ Statement: Comparison comparison }])
        {
            return null;
        }

        try
        {
            return text.Contains('.') ? Of<Approximate>(comparison.Left) : Of<Exact>(comparison.Left);
        }
        catch (NotEvaluatedException obstacle)
        {
            return obstacle.Obstacle == Obstacle.Irrational ? Of<Approximate>(comparison.Left) : null;
        }
    }

    private static Value Of<T>(Expr expression)
        where T : struct, INumberKind<T> =>
        Value.Of(new Evaluator<T>(new(ImmutableDictionary<Symbol, Matrix<T>>.Empty, ImmutableDictionary<Dimension, Rational>.Empty), new Work(1_000_000), new Draws(1)).Of(expression));
}
