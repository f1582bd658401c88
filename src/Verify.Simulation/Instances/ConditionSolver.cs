using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>
/// Moves an instance to where conditions hold: a symbol that is one side of an equation takes the value of the other side, one symbol is scaled, or all symbols
/// in the conditions are corrected together. Every instance that is returned satisfies all conditions and declarations.
/// </summary>
/// <param name="comparisons">What must hold.</param>
/// <param name="symbols">What may be changed.</param>
/// <param name="evaluate">The value of an expression at an instance; null, or entries that are not finite, where it is undefined.</param>
internal sealed class ConditionSolver(ImmutableArray<Comparison> comparisons, ImmutableArray<Symbol> symbols, Func<Expr, Instance, Matrix?> evaluate)
{
    private const int Passes = 3;
    private const double Negligible = 1e-14;
    private const double Collapsed = 1e-8;
    private static readonly double[] Shrinking = [1, 0.1, 0.01];
    private readonly ImmutableArray<Condition> _conditions = [.. comparisons.Select(comparison => new Condition(comparison, evaluate))];

    /// <summary>The first of several draws that can be moved to where the conditions hold; null where none can.</summary>
    public Instance? Find(Func<int, Instance> draw, ulong seed, int attempts = 8) =>
        Enumerable.Range(0, attempts).Select(attempt => Move(draw(attempt), SplitMix.For(seed, $"conditions {attempt}")))
            .FirstOrDefault(found => found is not null);

    /// <summary>An instance near the given one where every condition holds; null where none was found.</summary>
    public Instance? Move(Instance start, SplitMix random)
    {
        double[] references = [.. _conditions.Select(condition => condition.Distance(start) is var distance && double.IsFinite(distance) ? distance : 0)];
        bool Holds(Instance instance, int place) => _conditions[place].Holds(instance, references[place]);
        var instance = start;
        for (var pass = 0; pass < Passes; pass++)
        {
            var at = instance;
            int[] failing = [.. Enumerable.Range(0, _conditions.Length).Where(place => !Holds(at, place))];
            if (failing.Length == 0)
            {
                break;
            }

            foreach (var place in failing)
            {
                instance = Repair(instance, place, Holds, random) ?? instance;
            }
        }

        bool IsSound(Instance candidate) => Enumerable.Range(0, _conditions.Length).All(place => Holds(candidate, place)) && IsAllowed(candidate) && !HasCollapsed(candidate, start);
        return IsSound(instance) ? instance : Together(instance, references, random).FirstOrDefault(IsSound);
    }

    // What already holds must go on holding.
    private Instance? Repair(Instance instance, int place, Func<Instance, int, bool> holds, SplitMix random)
    {
        if (holds(instance, place))
        {
            return instance;
        }

        int[] kept = [place, .. Enumerable.Range(0, _conditions.Length).Where(other => other != place && holds(instance, other))];
        foreach (var symbol in symbols.Where(_conditions[place].Contains).OrderBy(symbol => symbol.Shape.IsScalar ? 0 : 1))
        {
            foreach (var value in Candidates(instance, _conditions[place], symbol, random))
            {
                var moved = instance.With(symbol, value);
                if (Allowed.Contains(symbol, value) && kept.All(other => holds(moved, other)))
                {
                    return moved;
                }
            }
        }

        return null;
    }

    private IEnumerable<Matrix> Candidates(Instance instance, Condition condition, Symbol symbol, SplitMix random)
    {
        var (left, right) = (condition.Comparison.Left, condition.Comparison.Right);
        if (condition.IsEquation)
        {
            foreach (var (side, other) in new[] { (left, right), (right, left) })
            {
                if (side is SymbolValue value && value.Symbol == symbol && !other.FreeSymbols.Contains(symbol) && evaluate(other, instance) is { } given)
                {
                    yield return symbol.Is(MatrixAttributes.Symmetric) ? Condition.Symmetrised(given) : given;
                }
            }
        }

        foreach (var scaled in condition.IsOrder || (condition.IsEquation && condition.IsScalar) ? Scaling.Candidates(condition, instance, symbol, random) : [])
        {
            yield return scaled;
        }
    }

    private IEnumerable<Instance> Together(Instance instance, double[] references, SplitMix random)
    {
        double[] scales = [.. references.Select(reference => reference > 0 ? reference : 1)];
        var solver = new GaussNewton(_conditions, [.. symbols.Where(symbol => _conditions.Any(condition => condition.Contains(symbol)))]);
        var margin = random.Between(0.05, 0.3);
        foreach (var share in _conditions.Any(condition => condition.IsOrder) ? Shrinking : [1])
        {
            if (solver.Move(instance, scales, share * margin) is { } moved)
            {
                yield return Cleared(moved, instance);
                yield return moved;
            }
        }
    }

    // An entry that tends to 0 ends at some number of no meaning.
    private static Instance Cleared(Instance moved, Instance start) => moved with
    {
        Values = moved.Values.ToImmutableDictionary(value => value.Key, value => ReferenceEquals(start.Values[value.Key], value.Value) ? value.Value
            : Negligible * start.Values[value.Key].Norm() is var least ? value.Value with { Entries = [.. value.Value.Entries.Select(x => Math.Abs(x) <= least ? 0 : x)] } : value.Value),
    };

    // On its way to 0 an entry meets conditions such as x'x = s only up to the rounding of where it began: its digits mean nothing, and what divides by it is arbitrary.
    private bool HasCollapsed(Instance instance, Instance start) => symbols.Any(symbol =>
        instance.Values[symbol] is var value && start.Values[symbol] is var before && !ReferenceEquals(value, before)
        && value.Entries.Zip(before.Entries).Any(pair => pair.First != 0 && Math.Abs(pair.First) < Collapsed * Math.Abs(pair.Second)));

    // A free random symbol must stay where its law can put it, which a covariance that moved may have changed.
    private bool IsAllowed(Instance instance) => symbols.All(symbol => Allowed.Contains(symbol, instance.Values[symbol])
        && (symbol.Law is not MomentLaw law || Support.Of(law, instance, evaluate)?.Contains(instance.Values[symbol]) != false));
}
