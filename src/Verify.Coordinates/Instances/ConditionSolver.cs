using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Checks;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>
/// Moves a random instance to where conditions hold: equations linear in a symbol are solved for it (so that A B = B A gives a B that commutes with A), scalar
/// equations are solved for one entry or by scaling a symbol, orders by making something smaller or larger. What cannot be met gives nothing.
/// </summary>
/// <param name="evaluatorAt">An evaluator at an instance.</param>
/// <param name="conditions">What must hold.</param>
/// <param name="symbols">What may be changed, first choice first.</param>
/// <param name="random">The choices among many solutions.</param>
internal sealed class ConditionSolver(
    Func<Instance, Evaluator> evaluatorAt,
    ImmutableArray<Comparison> conditions,
    ImmutableArray<Symbol> symbols,
    SplitMix random)
{
    private const int Passes = 3;

    /// <summary>An instance near the given one where every condition holds, or null.</summary>
    public Instance? Solve(Instance start)
    {
        var instance = start;
        for (var pass = 0; pass < Passes; pass++)
        {
            var failing = conditions.Where(condition => !Hold(instance, condition)).ToList();
            if (failing.Count == 0)
            {
                return instance;
            }

            foreach (var condition in failing)
            {
                instance = Repair(instance, condition) ?? instance;
            }
        }

        return conditions.All(condition => Hold(instance, condition)) ? instance : null;
    }

    private bool Hold(Instance instance, Comparison condition)
    {
        try
        {
            return new ComparisonCheck(condition).At(evaluatorAt(instance)) is Holds;
        }
        catch (Exception obstacle) when (obstacle is UndefinedException or InexactException or InfiniteLimitException)
        {
            return false;
        }
    }

    private Instance? Repair(Instance instance, Comparison condition)
    {
        foreach (var symbol in symbols.Where(symbol => condition.Left.FreeSymbols.Contains(symbol) || condition.Right.FreeSymbols.Contains(symbol)))
        {
            if (IsGiven(symbol, condition))
            {
                continue;
            }

            foreach (var value in Candidates(instance, condition, symbol))
            {
                if (Attributes.Allow(symbol, value) && Hold(instance.With(symbol, value), condition))
                {
                    return instance.With(symbol, value);
                }
            }
        }

        return null;
    }

    // Another condition says what the symbol is.
    private bool IsGiven(Symbol symbol, Comparison condition) => conditions.Any(other => other != condition
        && other is { Relation: Relation.Equal, Left: SymbolValue value } && value.Symbol == symbol && other.Right.FreeSymbols.Count == 0);

    private IEnumerable<Rational[,]> Candidates(Instance instance, Comparison condition, Symbol symbol) => condition.Relation switch
    {
        Relation.Equal => new EquationSolver(evaluatorAt, instance, condition, random).Solutions(symbol),
        Relation.NotEqual => [],
        _ => Enumerable.Range(1, 10).SelectMany(k => new[] { new Rational(1, 1 << k), 1 << k }).Select(factor => RationalMatrix.Scale(instance.Values[symbol], factor)),
    };
}
