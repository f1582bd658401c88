using System.Collections.Concurrent;
using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>
/// Generic values for free symbols. Each symbol has a stream of its own, so that its value does not depend on what else is drawn; a random symbol
/// that stays free is drawn from its law where that is known by moments, so that it lies where a singular covariance puts it.
/// </summary>
/// <param name="Symbols">The symbols to draw, in order of declaration: those that a statement binds are left out by the caller.</param>
/// <param name="Seed">What determines every draw.</param>
/// <param name="Evaluate">The value of an expression at an instance, null where it has none: for the means and covariances of laws.</param>
internal sealed record InstanceDraw(ImmutableArray<Symbol> Symbols, ulong Seed, Func<Expr, Instance, Matrix?> Evaluate)
{
    private const int LargestDense = 100;

    /// <summary>
    /// A positive definite symbol which, beyond a size of 100, is drawn in its eigenbasis, as a diagonal matrix: nothing is lost where the statement does not notice a
    /// common rotation, and what would take n³ products takes n. Null where there is none.
    /// </summary>
    public Symbol? InEigenbasis { get; init; }

    private static readonly double[] Probabilities = [1.0 / 2, 1.0 / 3, 1.0 / 6];

    /// <summary>The instance of a number, at sizes for every dimension that sizes the symbols. Conditions may fail there.</summary>
    public Instance Draw(ImmutableDictionary<Dimension, int> sizes, int number)
    {
        var prefix = $"{number} {string.Join(",", sizes.OrderBy(size => size.Key).Select(size => size.Value))}";
        var instance = new Instance(sizes, ImmutableDictionary<Symbol, Matrix>.Empty, Laws(prefix));
        foreach (var symbol in Symbols)
        {
            var random = SplitMix.For(Seed, $"{prefix} value {symbol.Name}");
            var (rows, columns) = (instance.SizeOf(symbol.Shape.Rows), instance.SizeOf(symbol.Shape.Columns));
            instance = instance.With(symbol, FromMoments(symbol, instance, random) ?? (symbol == InEigenbasis && rows > LargestDense
                ? ValueDraw.InEigenbasis(rows, random)
                : ValueDraw.Of(symbol, rows, columns, random)));
        }

        return instance;
    }

    private Matrix? FromMoments(Symbol symbol, Instance instance, SplitMix random) =>
        symbol.Law is MomentLaw law && Support.Of(law, instance, Evaluate) is { } support
            ? support.Draw(instance.SizeOf(symbol.Shape.Rows), instance.SizeOf(symbol.Shape.Columns), random)
            : null;

    // Copies of one symbol share its name, so they share its law. Three values with different chances: two would satisfy relations between moments
    // that other laws break.
    private Func<Symbol, int, int, IReadOnlyList<Atom>> Laws(string prefix)
    {
        var known = new ConcurrentDictionary<(string, int, int), IReadOnlyList<Atom>>();
        return (symbol, rows, columns) => known.GetOrAdd((symbol.Name, rows, columns), _ =>
        {
            var random = SplitMix.For(Seed, $"{prefix} law {symbol.Name} {rows} {columns}");
            return [.. Probabilities.Select(probability => new Atom(probability, ValueDraw.Of(symbol, rows, columns, random)))];
        });
    }
}
