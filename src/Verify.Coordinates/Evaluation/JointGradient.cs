using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>The gradient by several parameters at once, from one evaluation.</summary>
internal static class JointGradient
{
    /// <summary>d body / d P for every parameter P, where the parameters have the given values; entries of all of them in a column, in order.</summary>
    public static Matrix Of(Evaluator evaluator, Expr body, ImmutableArray<Symbol> parameters, IReadOnlyList<Matrix> values)
    {
        var entries = values.SelectMany(value => value.Entries.ToArray()).ToArray();
        return Gradients.Of(evaluator, Matrix.Of(entries.Length, 1, (i, _) => entries[i]), moved => evaluator.EvaluateAt(body, Split(parameters, values, moved))[0, 0]);
    }

    private static IEnumerable<KeyValuePair<Symbol, Matrix>> Split(ImmutableArray<Symbol> parameters, IReadOnlyList<Matrix> values, Matrix column)
    {
        var first = 0;
        foreach (var (parameter, value) in parameters.Zip(values))
        {
            var start = first;
            yield return new(parameter, Matrix.Of(value.Rows, value.Columns, (i, j) => column[start + (i * value.Columns) + j, 0]));
            first += value.Rows * value.Columns;
        }
    }
}
