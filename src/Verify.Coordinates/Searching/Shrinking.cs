using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Instances;
using Verify.Language;

namespace Verify.Coordinates.Searching;

/// <summary>
/// The smallest instance at which a statement fails: fewest dimensions first, then fewest non-zero entries, then smallest integers. At each size the small
/// instances are tried in that order, then generic ones; the entries of the one that fails are made smaller one by one.
/// </summary>
internal sealed class Shrinking(InstanceSource source, SizePlan plan, Work work, Func<Instance, bool> fails)
{
    private const int SmallPerSize = 600;
    private const int GenericPerSize = 2;

    /// <summary>The smallest failing instance found, starting from one that fails.</summary>
    public Instance Smallest(Instance found)
    {
        try
        {
            foreach (var sizes in plan.UpTo(found.Dimensions))
            {
                if (SmallestAt(sizes) is { } smallest)
                {
                    return smallest;
                }
            }

            return Reduce(found);
        }
        catch (LimitException)
        {
            return found;
        }
    }

    private Instance? SmallestAt(ImmutableDictionary<Dimension, int> sizes)
    {
        foreach (var instance in source.Small(sizes).Take(SmallPerSize))
        {
            if (Fails(instance))
            {
                return Reduce(instance);
            }
        }

        for (var number = 0; number < GenericPerSize; number++)
        {
            if (source.Generic(sizes, number) is { } instance && Fails(instance))
            {
                return Reduce(instance);
            }
        }

        return null;
    }

    // Replaces one entry after another by a smaller value for as long as the statement still fails.
    private Instance Reduce(Instance instance)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var candidate in Neighbours(instance))
            {
                if (SmallInstances.IsSmaller(candidate, instance) && Fails(candidate))
                {
                    (instance, isSmaller) = (candidate, true);
                    break;
                }
            }
        }

        return instance;
    }

    private static IEnumerable<Instance> Neighbours(Instance instance)
    {
        foreach (var (symbol, value) in instance.Values.OrderBy(pair => pair.Key))
        {
            for (var i = 0; i < value.GetLength(0); i++)
            {
                for (var j = 0; j < value.GetLength(1); j++)
                {
                    foreach (var entry in new Rational[] { 0, 1, -1, 2, value[i, j] - value[i, j].Sign, -value[i, j] })
                    {
                        var smaller = (Rational[,])value.Clone();
                        smaller[i, j] = entry;
                        if (symbol.Is(MatrixAttributes.Symmetric))
                        {
                            smaller[j, i] = entry;
                        }

                        if (Attributes.Allow(symbol, smaller))
                        {
                            yield return instance.With(symbol, smaller);
                        }
                    }
                }
            }
        }
    }

    // A candidate that alone takes too much work is passed over.
    private bool Fails(Instance instance)
    {
        try
        {
            return work.Within(work.Limit / 16, () => fails(instance));
        }
        catch (LimitException) when (work.Spent <= work.Limit)
        {
            return false;
        }
    }
}
