using System.Collections.Immutable;
using Verify.Coordinates.Checks;
using Verify.Coordinates.Instances;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Coordinates.Searching;

/// <summary>What an examination met, and what that amounts to where nothing failed.</summary>
internal sealed class Tally
{
    private const int MostSizesNamed = 6;
    private readonly List<ImmutableDictionary<Dimension, int>> _sizes = [];
    private readonly List<(ImmutableDictionary<Dimension, int> Sizes, string Limit)> _limited = [];
    private int _sampled;
    private int _unsatisfied;
    private string? _unknown;
    private int _withoutValue;
    private int _decidedAtRandom;

    /// <summary>How many instances were decided.</summary>
    public int Instances { get; private set; }

    /// <summary>Whether a generic size was decided.</summary>
    public bool HasGeneric { get; private set; }

    /// <summary>Whether the limit on all work was reached.</summary>
    public bool Stopped { get; private set; }

    private (int Decided, int WithoutValue) AtRandom => (_decidedAtRandom, _withoutValue);

    /// <summary>Counts what came of an instance; null where a condition fails or a side is undefined.</summary>
    public void Count(Instance instance, CheckResult? result, bool isGeneric, bool isRandom)
    {
        _withoutValue += isRandom && result is null ? 1 : 0;
        _decidedAtRandom += isRandom && result is (Holds or Fails) ? 1 : 0;
        if (result is Unknown unknown)
        {
            _unknown ??= unknown.Reason;
        }

        if (result is not (Holds or Fails))
        {
            return;
        }

        Instances++;
        HasGeneric |= isGeneric;
        if (!_sizes.Contains(instance.Dimensions))
        {
            _sizes.Add(instance.Dimensions);
        }
    }

    /// <summary>Counts whether the conditions could be met.</summary>
    public void Sampled(bool satisfied)
    {
        _sampled++;
        _unsatisfied += satisfied ? 0 : 1;
    }

    /// <summary>Remembers a size at which a limit was reached.</summary>
    public void Limited(ImmutableDictionary<Dimension, int> sizes, string limit)
    {
        _limited.Add((sizes, limit));
        Stopped |= limit.StartsWith("work limit", StringComparison.Ordinal);
    }

    /// <summary>
    /// The finding where no instance failed. Where values are exact only at special instances, those alone are no support: an instance that is not decided leaves the claim undecided.
    /// </summary>
    public Finding Finding(StatementCheck check, SizePlan plan, bool isExactOnlyAtSpecialValues)
    {
        if (Instances > 0 && !(isExactOnlyAtSpecialValues && _unknown is not null) && (HasGeneric || plan.Generic.IsEmpty || _unknown is null))
        {
            var limited = _limited.Count == 0 ? "" : $"; beyond a limit ({_limited[0].Limit}) at {plan.Text(_limited[0].Sizes)}";
            var open = _unknown is null ? "" : $"; not decided at some instances: {_unknown}";
            return new(Outcome.Agrees, $"{Held(plan)}{(check.Reservation is { } reservation ? $" ({reservation})" : "")}{limited}{open}") { Instances = Instances, AtRandom = AtRandom };
        }

        var isImpossible = _sampled > 0 && _unsatisfied == _sampled && _unknown is null && _limited.Count == 0;
        return new(Outcome.Undecided, _unknown ?? (_limited.Count > 0 ? _limited[0].Limit
            : isImpossible ? "no value satisfies the conditions, of those that were searched"
            : "no instance at which both sides are defined was found")) { Instances = Instances, FoundNoInstance = isImpossible, AtRandom = AtRandom };
    }

    private string Held(SizePlan plan)
    {
        var count = Instances == 1 ? "held at 1 instance" : $"held at {Instances} instances";
        var named = string.Join("; ", _sizes.Take(MostSizesNamed).Select(plan.Text));
        return named.Length == 0 ? count : $"{count}: {named}{(_sizes.Count > MostSizesNamed ? $"; and {_sizes.Count - MostSizesNamed} more sizes" : "")}";
    }
}
