using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Attacking;

/// <summary>Instances far from a given one: what a flow ends at changes by leaps, so that small moves of its start may show nothing.</summary>
internal static class Leaps
{
    private static readonly double[] Factors = [-1, 10, -10, 0.1];

    /// <summary>The values that have no other sign or size by declaration, all times -1, 10, -10 and 1/10; what a declaration does not allow stays.</summary>
    public static IEnumerable<Instance> From(Instance instance, ImmutableArray<Symbol> symbols)
    {
        foreach (var factor in Factors)
        {
            var moved = instance;
            foreach (var symbol in symbols.Where(symbol => !symbol.Is(MatrixAttributes.Orthogonal) && !symbol.Is(MatrixAttributes.UnitVector)))
            {
                var value = instance.Values[symbol];
                var scaled = value with { Entries = Array.ConvertAll(value.Entries, entry => factor * entry) };
                moved = Allowed.Contains(symbol, scaled) ? moved.With(symbol, scaled) : moved;
            }

            yield return moved;
        }
    }
}
