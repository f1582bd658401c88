using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Searching;

/// <summary>What the instances of a claim amount to.</summary>
internal sealed class Tally(Claim claim, double margin)
{
    private readonly List<(Instance Instance, CheckResult Result)> _results = [];
    private readonly List<(Instance Instance, string Reason)> _undefined = [];
    private int _unsatisfied;

    /// <summary>Counts a choice of sizes at which no values satisfy the conditions.</summary>
    public void Unsatisfied() => _unsatisfied++;

    /// <summary>Whether no instance has satisfied the conditions so far.</summary>
    public bool IsEmpty => _results.Count == 0 && _undefined.Count == 0;

    /// <summary>Counts what was found at an instance, and tells whether that settles the claim.</summary>
    public bool Count(Instance instance, CheckResult result)
    {
        if (result is Undefined undefined)
        {
            _undefined.Add((instance, undefined.Detail));
            return false;
        }

        _results.Add((instance, result));
        return result is Fails or Contradiction or Open { IsStopped: true };
    }

    /// <summary>Whether more looks would change nothing: it failed, or nothing was decided.</summary>
    public bool IsSettled => !_results.Exists(one => one.Result is Holds) || _results.Exists(one => one.Result is not Holds);

    /// <summary>What was found in all, with the best ratio of an inequality and where it was met.</summary>
    public Finding Finding(Instance instance, double ratio) => Finding() is var finding && finding.Outcome != Outcome.Agrees ? finding : finding with
    {
        Detail = $"{finding.Detail}; the best ratio of its sides is {Figures.Of(ratio)}{At(instance)}",
        BestRatio = new(
            ratio,
            [.. claim.Dimensions.Where(instance.Dimensions.ContainsKey).Select(dimension => KeyValuePair.Create(dimension, instance.Dimensions[dimension]))],
            [.. claim.Symbols.Where(instance.Values.ContainsKey).Select(symbol => KeyValuePair.Create(symbol, Rationals.Of(instance.Values[symbol])))]),
    };

    /// <summary>What was found in all.</summary>
    public Finding Finding() => Found() with { AtRandom = (_results.Count, _undefined.Count) };

    private Finding Found()
    {
        if (_results.Count == 0)
        {
            return new(Outcome.Undecided, _undefined is [var (where, reason), ..] ? $"{reason}{At(where)}{(_undefined.Count == 1 ? "" : $", and at {_undefined.Count - 1} more instances")}"
                : _unsatisfied > 0 ? "no instance that satisfies the conditions was found" : "no instance was tried");
        }

        var (instance, result) = _results.Find(one => one.Result is Fails or Contradiction) is { Result: not null } settled ? settled
            : _results.Find(one => one.Result is Open) is { Result: not null } open ? open : _results[0];
        var samples = _results.Sum(one => one.Result.Sampled?.Samples ?? 0);
        var sampled = result.Sampled is { } figures ? figures with { Samples = samples } : null;
        var held = _results.Count(one => one.Result is Holds);
        var detectable = _results.Max(one => one.Result.Detectable) is var worst && double.IsFinite(worst) ? worst : (double?)null;
        var detail = $"{result.Detail}{At(instance)}";
        return result switch
        {
            Fails fails => new(Outcome.Disagrees, detail) { Instances = held, Sampled = sampled, Detectable = detectable, Counterexample = Counterexample(instance, fails) },
            Contradiction => new(Outcome.Undecided, detail) { Instances = held, Sampled = sampled, FoundFault = true },
            Holds when detectable > margin => new(Outcome.Undecided, $"only an error of {Figures.Percent(detectable.Value)} would have been seen, which is above the margin of {Figures.Percent(margin)}: {detail}")
            {
                Instances = held,
                Sampled = sampled,
                Detectable = detectable,
            },
            Holds => new(Outcome.Agrees, held == 1 ? detail : $"at {held} instances, as: {detail}") { Instances = held, Sampled = sampled, Detectable = detectable },
            _ => new(Outcome.Undecided, detail) { Instances = held, Sampled = sampled, Detectable = detectable, Stopped = _results.Exists(one => one.Result is Open { IsStopped: true }) },
        };
    }

    private static string At(Instance instance) => instance.Dimensions.IsEmpty ? ""
        : ", at " + string.Join(", ", instance.Dimensions.OrderBy(size => size.Key).Select(size => $"{size.Key.Name}={size.Value}"));

    private Counterexample Counterexample(Instance instance, Fails fails) => new(
        [.. claim.Dimensions.Where(instance.Dimensions.ContainsKey).Select(dimension => KeyValuePair.Create(dimension, instance.Dimensions[dimension]))],
        [.. claim.Symbols.Where(instance.Values.ContainsKey).Select(symbol => KeyValuePair.Create(symbol, instance.Values[symbol])).Concat(fails.Chosen)
            .Select(value => KeyValuePair.Create(value.Key, Rationals.Of(value.Value)))],
        fails.Left,
        fails.Right);
}
