using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>
/// left - right tends to 0: the difference at variables that go to their targets together, each step doubling what grows and halving the distance of what has a finite
/// target, on both sides of it. It counts as a limit when the difference keeps shrinking by a factor and has become small, and as none when it has stopped shrinking.
/// </summary>
internal sealed class ApproachCheck(LimitComparison limit) : StatementCheck
{
    private const int Steps = 18;
    private const double Small = 1e-2;
    private const double Shrinking = 0.85;
    private const double Standing = 0.98;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [limit.Left, limit.Right, .. limit.Approaches.Select(approach => approach.Target).OfType<Expr>()];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => [.. limit.Approaches.Select(approach => approach.Scalar).OfType<Symbol>()];

    /// <inheritdoc/>
    public override ImmutableArray<Dimension> BoundDimensions => [.. limit.Approaches.Select(approach => approach.Dimension).OfType<Dimension>()];

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        CheckResult? result = null;
        foreach (var side in limit.Approaches.Any(approach => approach.Target is not null) ? new[] { 1, -1 } : [1])
        {
            if (Along(simulating, instance, side) is var found && (found is Fails or Open || result is null))
            {
                result = found;
            }

            if (result is Fails)
            {
                break;
            }
        }

        return result!;
    }

    private CheckResult Along(Simulating simulating, Instance instance, int side)
    {
        var errors = new List<double>();
        var (left, right) = (Matrix.Scalar(0), Matrix.Scalar(0));
        for (var step = 0; step < Steps; step++)
        {
            var values = simulating.ValuesAt(At(simulating, instance, step, side));
            (left, right) = (values.Of(limit.Left), values.Of(limit.Right));
            if (!left.Entries.Concat(right.Entries).All(double.IsFinite))
            {
                return errors.Count == 0 ? throw new UndefinedException("a side has no value") : new Open("a side has no value on the way");
            }

            var scale = Math.Max(Math.Max(left.Norm(), right.Norm()), double.Epsilon);
            errors.Add(left.Entries.Zip(right.Entries, (a, b) => (a - b) * (a - b)).Sum() is var square && Math.Sqrt(square) <= Closeness.Same * scale ? 0 : Math.Sqrt(square));
        }

        var ratios = errors.Skip(Steps / 2).Zip(errors.Skip((Steps / 2) + 1), (before, after) => before == 0 ? 0 : after / before).ToList();
        var last = errors[^1] / Math.Max(errors[0], double.Epsilon);
        var text = $"the difference went from {Figures.Of(errors[0])} to {Figures.Of(errors[^1])} in {Steps} steps, each twice as near";
        return errors[^1] == 0 || (ratios.TrueForAll(ratio => ratio < Shrinking) && last < Small) ? new Holds(text)
            : ratios.TrueForAll(ratio => ratio > Standing) ? new Fails(Figures.Of(left), Figures.Of(right), text)
            : new Open($"{text}, which does not tell");
    }

    private Instance At(Simulating simulating, Instance instance, int step, int side)
    {
        foreach (var approach in limit.Approaches)
        {
            instance = approach.Dimension is { } dimension
                ? instance with { Dimensions = instance.Dimensions.SetItem(dimension, Least(dimension, instance) - 1 + (4 << step)) }
                : instance.With(approach.Scalar!, Matrix.Scalar(approach.Target is not { } target ? Math.ScaleB(1.5, step)
                    : simulating.ValuesAt(instance).Of(target).Entries[0] + (side * Math.ScaleB(0.75, -step))));
        }

        return instance;
    }

    private static int Least(Dimension dimension, Instance instance) =>
        dimension.LowerBounds.Where(bound => bound.Terms.All(term => instance.Dimensions.ContainsKey(term.Key))).Select(instance.SizeOf).Append(1).Max();
}
