using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;
using Verify.Simulation.Searching;

namespace Verify.Simulation.Tightness;

/// <summary>The best ratio of an inequality over small sizes and over all values that its conditions allow; a number of starts and steps that is fixed beforehand.</summary>
internal sealed class TightnessSearch(Claim claim, StatementCheck check, RouteSettings settings)
{
    private readonly ImmutableArray<Symbol> _symbols = [.. claim.Symbols.Except(check.Bound).Where(symbol => symbol.Role != SymbolRole.Random)];

    /// <summary>The best instance and its ratio; null where the statement has none.</summary>
    public (Instance Instance, double Ratio)? Best(Simulating simulating)
    {
        if (!check.HasRatio || claim.Symbols.Any(symbol => symbol.Role == SymbolRole.Random))
        {
            return null;
        }

        var effort = TightnessEffort.Of(settings, check.IsCostly);
        var source = new InstanceSource(claim, check, settings);
        var search = new RatioSearch(_symbols, instance => RatioAt(simulating, instance), source.Moved);
        (Instance Instance, double Ratio)? best = null;
        for (var start = 0; start < effort.Starts && !simulating.Cancellation.IsCancellationRequested; start++)
        {
            if (source.DrawSmall(start) is { } instance
                && search.From(instance, SplitMix.For(settings.Seed, $"{claim.Name} ratio {start}"), effort.Steps) is { } found
                && (best is null || found.Ratio > best.Value.Ratio))
            {
                best = found;
            }
        }

        return best;
    }

    private double? RatioAt(Simulating simulating, Instance instance)
    {
        try
        {
            return simulating.Cancellation.IsCancellationRequested ? null : check.RatioAt(simulating, instance);
        }
        catch (UndefinedException)
        {
            return null;
        }
    }
}
