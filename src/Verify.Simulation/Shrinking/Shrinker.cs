using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;
using Verify.Simulation.Searching;

namespace Verify.Simulation.Shrinking;

/// <summary>
/// A smaller instance at which a statement fails: the smallest sizes at which plain or random values fail, then one value or entry after the other replaced by a simpler one. Each
/// step is taken only where the declarations and conditions hold and the check says that the statement fails.
/// </summary>
internal sealed class Shrinker(Claim claim, StatementCheck check, InstanceSource source, Simulating simulating)
{
    private readonly ShrinkingEffort _effort = ShrinkingEffort.Of(check);
    private readonly ImmutableArray<Symbol> _movable = [.. claim.Symbols.Except(check.Bound).Where(symbol => symbol.Role != SymbolRole.Random || symbol.Law is MomentLaw)];
    private int _checks;

    /// <summary>The smallest failing instance found within the effort, with what fails there; deterministic by the seed.</summary>
    public (Instance Instance, Fails Fails) Smallest(Instance found, Fails fails)
    {
        var smallest = AtSmallerSizes(found) ?? (Instance: found, Fails: fails);
        return _effort.Entries ? Reduced(smallest) : smallest;
    }

    // Half of the checks are for sizes, so that some are left for entries.
    private (Instance Instance, Fails Fails)? AtSmallerSizes(Instance found)
    {
        var most = _effort.Entries ? _effort.Checks / 2 : _effort.Checks;
        foreach (var (place, sizes) in SmallerSizes.Than(found.Dimensions, simulating.Settings.FixedDimensions).Index())
        {
            if (_checks >= most || simulating.Cancellation.IsCancellationRequested)
            {
                break;
            }

            foreach (var candidate in Candidates(sizes, place).TakeWhile(_ => _checks < most))
            {
                if (Failing(candidate) is { } smaller)
                {
                    return smaller;
                }
            }
        }

        return null;
    }

    private IEnumerable<Instance> Candidates(ImmutableDictionary<Dimension, int> sizes, int place)
    {
        var drawn = source.At(sizes, place * (_effort.DrawnPerSize + 1));
        foreach (var plain in Plain(drawn).Take(_effort.PlainPerSize))
        {
            yield return plain;
        }

        for (var number = 0; number < _effort.DrawnPerSize; number++)
        {
            yield return source.At(sizes, (place * (_effort.DrawnPerSize + 1)) + 1 + number);
        }
    }

    // All choices of plain values, in the order of the sum of their places.
    private IEnumerable<Instance> Plain(Instance drawn)
    {
        ImmutableArray<ImmutableArray<Dense.Matrix>> values = [.. _movable.Select(symbol => PlainValues.Of(symbol, drawn.Values[symbol]))];
        for (var sum = 0; sum <= values.Sum(list => list.Length - 1); sum++)
        {
            foreach (var choice in Choices(0, sum))
            {
                yield return choice;
            }
        }

        IEnumerable<Instance> Choices(int symbol, int left) => symbol == values.Length ? left == 0 ? [drawn] : []
            : Enumerable.Range(0, Math.Min(left + 1, values[symbol].Length))
                .SelectMany(place => Choices(symbol + 1, left - place).Select(rest => rest.With(_movable[symbol], values[symbol][place])));
    }

    private (Instance Instance, Fails Fails) Reduced((Instance Instance, Fails Fails) smallest)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var symbol in _movable)
            {
                while (Smaller(smallest.Instance, symbol) is { } smaller)
                {
                    (smallest, isSmaller) = (smaller, true);
                }
            }
        }

        return smallest;
    }

    private (Instance Instance, Fails Fails)? Smaller(Instance instance, Symbol symbol)
    {
        var simplicity = Simplicity.Of(instance);
        foreach (var value in SmallerValues.Of(symbol, instance.Values[symbol]))
        {
            if (_checks >= _effort.Checks || simulating.Cancellation.IsCancellationRequested)
            {
                return null;
            }

            if (Failing(instance.With(symbol, value), simplicity) is { } smaller)
            {
                return smaller;
            }
        }

        return null;
    }

    // The candidate, moved to where the conditions hold, if it is still simpler and fails.
    private (Instance Instance, Fails Fails)? Failing(Instance candidate, Simplicity? limit = null)
    {
        if (source.Moved(candidate, SplitMix.For(simulating.Settings.Seed, $"{claim.Name} smaller {_checks}")) is not { } instance
            || (limit is { } above && !Simplicity.Of(instance).IsBelow(above))
            || !IsPossible(instance))
        {
            return null;
        }

        _checks++;
        try
        {
            var own = _effort.Share(simulating, check) with { Name = $"{simulating.Name} smaller {_checks}" };
            return check.At(own, instance) is Fails fails ? (instance, fails) : null;
        }
        catch (Exception obstacle) when (obstacle is UndefinedException or NotTreatedException || (obstacle is OperationCanceledException && simulating.Cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    // What is random and stays free must lie where its law can put it.
    private static bool IsPossible(Instance instance) => instance.Values.All(value =>
        value.Key.Law is not MomentLaw law || Support.Of(law, instance, InstanceSource.ValueOf)?.Contains(value.Value) != false);
}
