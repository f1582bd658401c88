using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Searching;
using Verify.Simulation.Tightness;

namespace Verify.Simulation.Attacking;

/// <summary>
/// Moves instances so as to bring a statement nearer to failing: orders between matrices by the least eigenvalue of the gap, ≠ by the distance of its sides, flows by the distance of
/// their ends from what is claimed. Random points miss what fails only in a small region.
/// </summary>
internal sealed class Attack(Claim claim, StatementCheck check, InstanceSource source, AttackEffort effort)
{
    private const int MostLooks = 4;
    private const double Touching = 1e-2;
    private const double LargestNorm = 100;
    private const double LargestCondition = 1000;
    private static readonly int[] Decimals = [0, 1, 2, 3];
    private readonly ImmutableArray<Symbol> _symbols = [.. claim.Symbols.Except(check.Bound).Where(symbol => symbol.Role != SymbolRole.Random)];

    /// <summary>Where the statement came nearest to failing from each start, the worst first, each followed by what it rounds to. Empty where nothing can be moved.</summary>
    public IEnumerable<Instance> Worst(Simulating simulating)
    {
        if (!check.CanBeAttacked || _symbols.IsEmpty || claim.Symbols.Any(symbol => symbol.Role == SymbolRole.Random))
        {
            return [];
        }

        var search = new RatioSearch(_symbols, instance => ViolationAt(simulating, instance), source.Moved);
        var found = new List<(Instance Instance, double Violation)>();
        for (var start = 0; start < effort.Starts && !simulating.Cancellation.IsCancellationRequested; start++)
        {
            var random = SplitMix.For(simulating.Settings.Seed, $"{claim.Name} attack {start}");
            if (source.DrawSmall(start) is { } drawn && search.From(Nearest(drawn, simulating, random), random, effort.Steps) is { } worst)
            {
                found.Add(worst);
            }
        }

        return found.OrderByDescending(one => one.Violation).Take(MostLooks).SelectMany(one => one.Violation > Closeness.Different ? [one.Instance]
            : one.Violation > -Touching && !check.IsCostly ? Rounded(one.Instance) : Enumerable.Empty<Instance>());
    }

    // Of an instance and the leaps from it the one that is nearest to failing; leaps are for flows, whose ends jump.
    private Instance Nearest(Instance drawn, Simulating simulating, SplitMix random) => !check.IsCostly ? drawn
        : Leaps.From(drawn, _symbols).Select(leap => source.Moved(leap, random)).OfType<Instance>().Prepend(drawn)
            .MaxBy(instance => ViolationAt(simulating, instance) ?? double.NegativeInfinity)!;

    // Strictness, and what is said to differ, fail only where the sides meet, which a search comes near to and does not reach.
    private IEnumerable<Instance> Rounded(Instance instance) => Decimals.Select(decimals => _symbols.Aggregate(instance, (rounded, symbol) =>
        instance.Values[symbol] is var value && value with { Entries = Array.ConvertAll(value.Entries, entry => Math.Round(entry, decimals)) } is var near && Allowed.Contains(symbol, near)
            ? rounded.With(symbol, near) : rounded)).Select(rounded => source.Moved(rounded, new(0))).OfType<Instance>();

    // There flows are so slow or so stiff that only the integration would be attacked.
    private static bool IsExtreme(Symbol symbol, Matrix value) => value.Norm() > LargestNorm
        || (symbol.Is(MatrixAttributes.PositiveDefinite) && !symbol.Shape.IsScalar && Allowed.Eigenvalues(value) is var spectrum && spectrum[^1] > LargestCondition * spectrum[0]);

    private double? ViolationAt(Simulating simulating, Instance instance)
    {
        try
        {
            return simulating.Cancellation.IsCancellationRequested || (check.IsCostly && instance.Values.Any(value => IsExtreme(value.Key, value.Value))) ? null : check.ViolationAt(simulating, instance);
        }
        catch (UndefinedException)
        {
            return null;
        }
    }
}
