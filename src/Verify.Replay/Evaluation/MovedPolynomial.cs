using System.Collections.Immutable;
using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>A polynomial in the entries of parameters, in doubles, with its gradient.</summary>
internal sealed class MovedPolynomial
{
    private readonly List<(double Coefficient, int[] Variables)> _terms;

    private readonly List<List<(double Coefficient, int[] Variables)>> _slopes;

    private MovedPolynomial(List<(double, int[])> terms, int count)
    {
        (_terms, Count) = (terms, count);
        _slopes = [.. Enumerable.Range(0, count).Select(variable => _terms.Where(term => term.Variables.Contains(variable)).Select(term => (
            term.Coefficient * term.Variables.Count(other => other == variable), Without(term.Variables, variable))).ToList())];
    }

    /// <summary>How many variables: the entries of the parameters, one parameter after the other, row by row.</summary>
    public int Count { get; }

    /// <summary>How many products a value and a gradient take.</summary>
    public long Size => (_terms.Count + _slopes.Sum(slope => slope.Count)) * 4L;

    /// <summary>The polynomial that an expression is in the entries of the parameters; anything else throws <see cref="NotEvaluatedException"/>.</summary>
    public static MovedPolynomial Of<T>(Expr expression, ImmutableArray<Symbol> parameters, Evaluator<T> evaluator)
        where T : struct, INumberKind<T>
    {
        try
        {
            var inside = evaluator.At(evaluator.Setting);
            var numbers = parameters.SelectMany(parameter => inside.Bind(parameter).Entries).Select((entry, index) => (Variable: entry.Terms.Keys.Single()[0], index)).ToDictionary(pair => pair.Variable, pair => pair.index);
            return new([.. inside.ScalarOf(expression).Terms.Select(term => (term.Value.Double, term.Key.Select(variable => numbers[variable]).ToArray()))], numbers.Count);
        }
        catch (NotEvaluatedException obstacle) when (obstacle.Obstacle == Obstacle.NotPolynomial)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, "the loss is no polynomial in its parameters");
        }
    }

    /// <summary>The value at a point.</summary>
    public double At(double[] point) => Sum(_terms, point);

    /// <summary>The gradient at a point.</summary>
    public double[] Gradient(double[] point) => [.. _slopes.Select(slope => Sum(slope, point))];

    private static double Sum(List<(double Coefficient, int[] Variables)> terms, double[] point) =>
        terms.Sum(term => term.Variables.Aggregate(term.Coefficient, (product, variable) => product * point[variable]));

    private static int[] Without(int[] variables, int variable)
    {
        var rest = variables.ToList();
        rest.Remove(variable);
        return [.. rest];
    }
}
