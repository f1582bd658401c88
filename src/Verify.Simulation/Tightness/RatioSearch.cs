using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Tightness;

/// <summary>
/// Looks for where the sides of an inequality come nearest to each other: from each start all given values are moved at random in their charts, a better instance is kept, and
/// steps grow after a success and shrink after a failure (the (1+1) rule of evolution strategies). The ratio is not smooth where norms stand in it, so no gradient is used.
/// </summary>
/// <param name="symbols">What is moved.</param>
/// <param name="ratio">The ratio at an instance; null where there is none.</param>
/// <param name="satisfying">The instance moved to where the conditions hold; null where that fails.</param>
internal sealed class RatioSearch(ImmutableArray<Symbol> symbols, Func<Instance, double?> ratio, Func<Instance, SplitMix, Instance?> satisfying)
{
    private const double Growth = 1.6;
    private const double Shrinkage = 0.86;
    private const double LargestStep = 3;

    /// <summary>A ratio at which the inequality fails beyond doubt: farther on values only become too large to be compared.</summary>
    private const double Enough = 1.1;

    /// <summary>The best instance from a start after so many steps, with its ratio; null where the start has none.</summary>
    public (Instance Instance, double Ratio)? From(Instance start, SplitMix random, int steps)
    {
        if (ratio(start) is not { } best)
        {
            return null;
        }

        var (at, size) = (start, 0.5);
        for (var i = 0; i < steps && best < Enough; i++)
        {
            var better = Moved(at, size, random) is { } next && ratio(next) is { } value && value > best ? (Instance: next, Ratio: value) : default;
            if (better.Instance is null)
            {
                size *= Shrinkage;
                size = size < 1e-7 ? 0.3 : size;
                continue;
            }

            (at, best, size) = (better.Instance, better.Ratio, Math.Min(size * Growth, LargestStep));
        }

        return (at, best);
    }

    /// <summary>All symbols, or one of them, moved by a normal step relative to their size.</summary>
    private Instance? Moved(Instance instance, double size, SplitMix random)
    {
        var only = symbols.Length > 0 && random.OneIn(2) ? symbols[random.Integer(0, symbols.Length - 1)] : null;
        var moved = instance;
        foreach (var symbol in symbols.Where(symbol => only is null || symbol == only))
        {
            var value = instance.Values[symbol];
            var chart = Chart.Of(symbol, value);
            var norm = value.Norm() / Math.Sqrt(value.Entries.Length);
            var scale = size * (symbol.Is(MatrixAttributes.Orthogonal) ? 1 : symbol.Is(MatrixAttributes.PositiveSemidefinite) && !symbol.Shape.IsScalar ? Math.Sqrt(norm) : norm);
            double[] step = [.. Enumerable.Range(0, chart.Dimension).Select(_ => scale * random.Normal())];
            if (chart.Dimension > 0)
            {
                moved = moved.With(symbol, chart.At(step));
            }
        }

        return symbols.All(symbol => Allowed.Contains(symbol, moved.Values[symbol])) ? satisfying(moved, random) : null;
    }
}
