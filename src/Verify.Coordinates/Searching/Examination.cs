using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Checks;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Instances;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Coordinates.Searching;

/// <summary>The examination of one claim: small instances first, then generic ones at generic sizes, then sizes beyond the degrees of the statement.</summary>
internal sealed class Examination
{
    private const int SmallFirst = 16;
    private const int ShareOfOneInstance = 4;
    private const int ShareBeforeEnough = 60;
    private readonly Claim _claim;
    private readonly StatementCheck _check;
    private readonly StatementTraits _traits;
    private readonly SizePlan _plan;
    private readonly InstanceSource _source;
    private readonly Work _work;
    private readonly CancellationToken _cancellation;
    private readonly Tally _tally = new();
    private readonly bool _wantsSmallest;

    /// <summary>Prepares the examination.</summary>
    public Examination(Claim claim, RouteSettings settings, CancellationToken cancellation)
    {
        (_claim, _wantsSmallest) = (claim, settings.WantsSmallest);
        _check = StatementCheck.Of(claim.Statement);
        _traits = new(claim, _check);
        _plan = new(_traits, settings.FixedDimensions);
        (_work, _cancellation) = (new(settings.WorkLimit, cancellation), cancellation);
        _source = new(claim, _traits, settings.Seed, instance => EvaluatorAt(instance, _work));
    }

    /// <summary>Runs it. What a claim contains that is not treated throws <see cref="NotTreatedException"/>.</summary>
    public Finding Run()
    {
        if (_plan.Generic.IsEmpty && _plan.Sweeps.IsEmpty)
        {
            return new(Outcome.Undecided, "no value satisfies the bounds of the dimensions at the fixed sizes");
        }

        foreach (var (instance, isRandom) in Instances())
        {
            if (_tally.Stopped || (_tally.HasGeneric && _work.Spent > _work.Limit / ShareBeforeEnough))
            {
                break;
            }

            if (Attempt(instance, isRandom) is Fails)
            {
                return Disagreement(instance);
            }
        }

        return _tally.Finding(_check, _plan, _traits.IsExactOnlyAtSpecialValues);
    }

    private IEnumerable<(Instance Instance, bool IsRandom)> Instances()
    {
        var first = _plan.Sweeps.Concat(_plan.Generic).First();
        foreach (var instance in _source.Small(first).Take(SmallFirst))
        {
            yield return (instance, false);
        }

        var perSize = _traits.Dimensions.IsEmpty ? 12 : 1;
        foreach (var (place, sizes) in _plan.Generic.Take(1).Concat(_plan.Sweeps).Concat(_plan.Generic.Skip(1)).Index())
        {
            for (var number = 0; number < perSize + (place == 0 ? 1 : 0); number++)
            {
                if (_work.Spent <= _work.Limit && Generic(sizes, number) is { } instance)
                {
                    yield return (instance, true);
                }
            }
        }
    }

    private Instance? Generic(ImmutableDictionary<Dimension, int> sizes, int number)
    {
        try
        {
            var instance = _work.Within(_work.Limit / ShareOfOneInstance, () => _source.Generic(sizes, number));
            _tally.Sampled(instance is not null);
            return instance;
        }
        catch (LimitException limit)
        {
            _tally.Limited(sizes, limit.Message);
            return null;
        }
    }

    private Evaluator EvaluatorAt(Instance instance, Work work)
    {
        var ring = new PolynomialRing(work);
        ring.Radicals.Order = _traits.RootOrder;
        return new(instance, ring);
    }

    private CheckResult? Attempt(Instance instance, bool isRandom)
    {
        try
        {
            var result = _work.Within(_work.Limit / ShareOfOneInstance, () => Decide(instance, _work));
            _tally.Count(instance, result, _plan.Generic.Contains(instance.Dimensions), isRandom);
            return result;
        }
        catch (LimitException limit)
        {
            _tally.Limited(instance.Dimensions, limit.Message);
            return null;
        }
    }

    // Null where a condition fails or a side is undefined.
    private CheckResult? Decide(Instance instance, Work work)
    {
        var evaluator = EvaluatorAt(instance, work);
        try
        {
            foreach (var condition in _claim.Conditions.IsDefault ? [] : _claim.Conditions)
            {
                if (new ComparisonCheck(condition).At(evaluator) is not Holds)
                {
                    return null;
                }
            }

            return _check.At(evaluator);
        }
        catch (InexactException inexact)
        {
            return new Unknown(inexact.Message);
        }
        catch (Exception obstacle) when (obstacle is UndefinedException or InfiniteLimitException)
        {
            return null;
        }
    }

    private Finding Disagreement(Instance instance)
    {
        // The search has work of its own, and what it ends at is evaluated once more for the report.
        var search = new Work(_work.Limit, _cancellation);
        var smallest = _wantsSmallest ? new Shrinking(_source, _plan, search, candidate => Decide(candidate, search) is Fails).Smallest(instance) : instance;
        var fails = (Fails)Decide(smallest, new(long.MaxValue, _cancellation))!;
        ImmutableArray<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>> values =
            [.. _traits.Symbols.Select(symbol => KeyValuePair.Create(symbol, smallest.Values[symbol])).Concat(fails.Chosen).Select(value => KeyValuePair.Create(value.Key, Rows(value.Value)))];
        return new(Outcome.Disagrees, (fails.Remark ?? "the sides differ") + Laws(smallest))
        {
            Instances = _tally.Instances,
            Counterexample = new([.. _traits.Dimensions.Select(d => KeyValuePair.Create(d, smallest.Dimensions[d]))], values, fails.Left, fails.Right),
        };
    }

    // The finite laws that stood for unknown ones, which no symbol's value shows.
    private string Laws(Instance instance)
    {
        var sized = _traits.UnknownLaws.Where(symbol => symbol.Shape.Rows.Dimensions.Concat(symbol.Shape.Columns.Dimensions).All(instance.Dimensions.ContainsKey));
        return string.Concat(sized.Select(symbol => $"; {symbol.Name} takes " + string.Join(", ", instance
            .Laws(symbol, symbol.Shape.Rows.Evaluate(d => instance.Dimensions[d]), symbol.Shape.Columns.Evaluate(d => instance.Dimensions[d]))
            .Select(atom => $"{ValueText.Of(new(_work), Matrices.Matrix.Of(atom.Value))} with probability {atom.Probability}"))));
    }

    private static ImmutableArray<ImmutableArray<Rational>> Rows(Rational[,] value) =>
        [.. Enumerable.Range(0, value.GetLength(0)).Select(i => Enumerable.Range(0, value.GetLength(1)).Select(j => value[i, j]).ToImmutableArray())];
}
