using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Checks;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Searching;

/// <summary>Random instances of a claim that satisfy its conditions, at sizes that the check can afford.</summary>
internal sealed class InstanceSource
{
    private const int Attempts = 6;

    private static readonly ImmutableArray<SizeRanges> Sampled = [SizeRanges.Sampled, new(3, 4, 5, 10), new(2, 3, 4, 6), new(2, 2, 3, 4), new(1, 2, 1, 2)];
    private static readonly ImmutableArray<SizeRanges> Costly = [new(2, 6, 2, 40), new(2, 3, 2, 10)];
    private const int SmallPlaces = 1_000_000;
    private const int GivenPlaces = 2_000_000;
    private static readonly ImmutableArray<SizeRanges> Small = [new(1, 1, 2, 6), new(2, 2, 1, 30), new(3, 4, 1, 60), new(2, 2, 40, 400)];
    private readonly Claim _claim;
    private readonly ImmutableArray<Symbol> _symbols;
    private readonly ImmutableArray<Dimension> _dimensions;
    private readonly ImmutableArray<SizeRanges> _ranges;
    private readonly RouteSettings _settings;
    private readonly Symbol? _inEigenbasis;

    /// <summary>The source for a claim and its check.</summary>
    public InstanceSource(Claim claim, StatementCheck check, RouteSettings settings)
    {
        (_claim, _settings) = (claim, settings);
        _symbols = [.. claim.Symbols.Except(check.Bound)];
        _dimensions = [.. claim.Dimensions.Except(check.BoundDimensions)];
        _inEigenbasis = Invariance.Diagonalisable([.. check.Expressions, .. claim.Conditions.SelectMany(condition => new[] { condition.Left, condition.Right })], _symbols);
        _ranges = check.IsSampled ? Sampled : check.IsCostly ? Costly : [SizeRanges.Large];
    }

    /// <summary>The instance of a number: the first, by sizes from large to small, that is affordable and satisfies the conditions. Null where none was found.</summary>
    public Instance? Draw(int number, Func<Instance, bool> isAffordable)
    {
        var draw = new InstanceDraw(_symbols, _settings.Seed, ValueOf) { InEigenbasis = _inEigenbasis };
        foreach (var (rank, ranges) in _ranges.Index())
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var place = (number * Attempts) + attempt;
                if (new SizeDraw(_dimensions, _settings.FixedDimensions, ranges).Draw(_settings.Seed, place) is not { } sizes)
                {
                    return null;
                }

                var instance = draw.Draw(sizes, place);
                if (rank < _ranges.Length - 1 && sizes.Keys.Any(size => !_settings.FixedDimensions.ContainsKey(size.Name)) && !isAffordable(instance))
                {
                    break;
                }

                if (Satisfying(instance, place) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>An instance of small sizes that satisfies the conditions, from which a search begins; null where none was found.</summary>
    public Instance? DrawSmall(int number)
    {
        var place = SmallPlaces + number;
        return new SizeDraw(_dimensions, _settings.FixedDimensions, Small[number % Small.Length]).Draw(_settings.Seed, place) is { } sizes
            ? Satisfying(new InstanceDraw(_symbols, _settings.Seed, ValueOf).Draw(sizes, place), place)
            : null;
    }

    /// <summary>Random values at given sizes; the conditions may fail there.</summary>
    public Instance At(ImmutableDictionary<Dimension, int> sizes, int number) =>
        new InstanceDraw(_symbols, _settings.Seed, ValueOf).Draw(sizes, GivenPlaces + number);

    /// <summary>An instance near the given one that satisfies the conditions; null where none was found.</summary>
    public Instance? Moved(Instance instance, SplitMix random) =>
        _claim.Conditions.IsEmpty ? instance : new ConditionSolver(_claim.Conditions, _symbols, ValueOf).Move(instance, random);

    private Instance? Satisfying(Instance instance, int place) =>
        _claim.Conditions.IsEmpty ? instance : new ConditionSolver(_claim.Conditions, _symbols, new Remembered(ValueOf).Of).Move(instance, SplitMix.For(_settings.Seed, $"{_claim.Name} {place}"));

    /// <summary>The value of an expression at an instance; null where it has none.</summary>
    public static Matrix? ValueOf(Expr expression, Instance instance)
    {
        try
        {
            return DenseProgram.ValueOf(expression, instance) is var value && Array.TrueForAll(value.Entries, double.IsFinite) ? value : null;
        }
        catch (NotTreatedException)
        {
            return null;
        }
    }
}
