using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Dense.Binders;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>
/// left - right tends to 0: the difference at variables that go to their targets together. It counts as a limit when the difference keeps shrinking by a factor
/// and has become small, and as none when it has stopped shrinking, on some path, also much nearer to the target.
/// </summary>
internal sealed class ApproachCheck(LimitComparison limit) : StatementCheck
{
    private const int Steps = 18;
    private const int FewestSteps = 6;
    private const int MuchNearer = 26;
    private const double Small = 1e-2;
    private const double Shrinking = 0.85;
    private const double Standing = 0.98;
    private const double StillStanding = 0.9;
    private const double Rounding = 1e-12;
    private const double Negligible = 1e-6;
    private const double Clear = 1e3;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [limit.Left, limit.Right, .. limit.Approaches.Select(approach => approach.Target).OfType<Expr>()];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => [.. limit.Approaches.Select(approach => approach.Scalar).OfType<Symbol>()];

    /// <inheritdoc/>
    public override ImmutableArray<Dimension> BoundDimensions => [.. limit.Approaches.Select(approach => approach.Dimension).OfType<Dimension>()];

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        if (BoundDimensions.Any(dimension => NumericalLimits.Sizes(limit.Left, dimension) || NumericalLimits.Sizes(limit.Right, dimension)))
        {
            throw new NotTreatedException("a limit in a dimension that sizes a matrix");
        }

        var values = simulating.ValuesAt(instance);
        double?[] targets = [.. limit.Approaches.Select(approach => approach.Target is { } target ? values.Of(target).Entries[0] : (double?)null)];
        var results = new List<CheckResult>();
        foreach (var path in ApproachPath.All(limit.Approaches, targets))
        {
            var found = Along(path, instance);
            if (found is Fails)
            {
                return found;
            }

            // A path on which a variable lags behind can only show that there is no limit.
            if (path.IsEven)
            {
                results.Add(found);
            }
        }

        return results.Find(found => found is not Holds) ?? results.FirstOrDefault() ?? throw new UndefinedException("a target outside of what is allowed for its variable");
    }

    private CheckResult Along(ApproachPath path, Instance instance)
    {
        var sides = Enumerable.Range(0, Steps).Select(step => Sides(path, instance, step)).SkipWhile(step => !step.IsDefined).ToList();
        if (sides.Count == 0)
        {
            throw new UndefinedException("a side has no value on the way");
        }

        if (sides.Exists(step => !step.IsDefined))
        {
            return new Open("a side has no value on the way");
        }

        double[] errors = [.. sides.Select(step => step.Difference.Norm())];
        double[] noises = [.. sides.Select(Noise)];
        if (errors.Zip(noises).All(step => step.First <= step.Second))
        {
            return new Holds($"no difference beyond rounding in {errors.Length} steps, each twice as near") { Detectable = sides.Zip(noises).Max(step => step.Second / Math.Max(step.First.Scale, double.Epsilon)) };
        }

        var clear = ClearSteps(errors, noises);
        if (clear < FewestSteps)
        {
            return new Open("the difference is lost in rounding on the way");
        }

        double[] ratios = [.. Enumerable.Range(clear / 2, clear - (clear / 2) - 1).Select(step => errors[step + 1] <= noises[step + 1] ? 0 : errors[step + 1] / errors[step])];
        var last = errors[clear - 1];
        var text = $"the difference went from {Figures.Of(errors[0])} to {Figures.Of(last)} in {clear} steps, each twice as near";
        return Array.TrueForAll(ratios, ratio => ratio < Shrinking) && last < Small * errors.Max() ? new Holds(text) { Detectable = last / Math.Max(sides[0].Scale, errors.Max()) }
            : Array.TrueForAll(ratios, ratio => ratio > Standing) && IsStanding(path, instance, last)
                ? new Fails(Figures.Of(sides[clear - 1].Left), Figures.Of(sides[clear - 1].Right), text)
            : new Open($"{text}, which does not tell");
    }

    // Up to where rounding hides a difference that was seen before.
    private static int ClearSteps(double[] errors, double[] noises)
    {
        var (largest, isSeen, step) = (0.0, false, 0);
        for (; step < errors.Length; step++)
        {
            var isClear = errors[step] >= Clear * noises[step];
            largest = Math.Max(largest, errors[step]);
            if (isSeen && !isClear && noises[step] > Negligible * largest)
            {
                break;
            }

            isSeen |= isClear;
        }

        return step;
    }

    private bool IsStanding(ApproachPath path, Instance instance, double error)
    {
        var nearer = Sides(path, instance, MuchNearer);
        return !nearer.IsDefined || nearer.Difference.Norm() > StillStanding * error || Noise(nearer) > Negligible * error;
    }

    private StateComparison Sides(ApproachPath path, Instance instance, int step)
    {
        var sides = new StateComparison(new(limit.Left, Relation.Equal, limit.Right), path.At(instance, step), []);
        sides.Evaluate([]);
        return sides;
    }

    private static double Noise(StateComparison sides) => (Rounding + (10 * sides.RelativeError)) * sides.Scale;
}
