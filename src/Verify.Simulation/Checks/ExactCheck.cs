using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Searching;
using Verify.Simulation.Tightness;

namespace Verify.Simulation.Checks;

/// <summary>
/// left relation right where nothing needs to be drawn: both sides in double precision, at random sizes up to large ones. A failure must stay where all values are
/// moved in their tenth digit: rounding errors, which near-singular inverses make large, would not. And it must exceed the rounding of what is multiplied and added
/// within the sides: where X q = 0 is a condition, q'X'X w is 0 up to that.
/// </summary>
internal sealed class ExactCheck(Comparison comparison) : StatementCheck
{
    private const double Nudge = 1e-9;
    private const double Steady = 0.1;
    private const double Rounding = 1e-14;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [comparison.Left, comparison.Right];

    /// <inheritdoc/>
    public override bool HasRatio => Ratio.IsOf(comparison);

    /// <inheritdoc/>
    public override double? RatioAt(Simulating simulating, Instance instance) =>
        DenseProgram.ValueOf(comparison.Left, instance) is var left && DenseProgram.ValueOf(comparison.Right, instance) is var right
            ? Ratio.Of(comparison.Relation, left.Entries[0], right.Entries[0])
            : null;

    /// <inheritdoc/>
    public override bool CanBeAttacked => comparison.Relation != Relation.Equal;

    /// <inheritdoc/>
    public override double? ViolationAt(Simulating simulating, Instance instance)
    {
        var here = new StateComparison(comparison, instance, []);
        here.Evaluate([]);
        return Violation.Of(here, comparison.Relation);
    }

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        var here = new StateComparison(comparison, instance, []);
        var result = here.At([], 0);
        if (result is not Fails)
        {
            return result;
        }

        if (here.Difference.Norm() is > 0 and var distance && distance <= Rounding * (Within(comparison.Left, instance) + Within(comparison.Right, instance)))
        {
            return new Open($"the sides differ by no more than the rounding of their factors: {result.Detail}");
        }

        var nearby = new StateComparison(comparison, Nudged(instance), []);
        nearby.Evaluate([]);
        var (difference, moved) = (here.Difference, nearby.Difference);
        var change = new Matrix(difference.Rows, difference.Columns, [.. difference.Entries.Zip(moved.Entries, (a, b) => a - b)]);
        return nearby.IsDefined && change.Norm() > Steady * difference.Norm() ? new Open($"the sides differ, but not beyond their own rounding: {result.Detail}") : result;
    }

    private static double Within(Expr side, Instance instance) =>
        Cancellation.Of(side, instance, InstanceSource.ValueOf) is var size && double.IsFinite(size) ? size : 0;

    private static Instance Nudged(Instance instance) => instance with
    {
        Values = instance.Values.OrderBy(value => value.Key).Index().ToImmutableDictionary(
            value => value.Item.Key,
            value => value.Item.Key.Is(MatrixAttributes.Orthogonal) || value.Item.Key.Is(MatrixAttributes.UnitVector) ? value.Item.Value : Scaled(value.Item.Value, 1 - (Nudge / (1 + (0.37 * value.Index))))),
    };

    private static Matrix Scaled(Matrix value, double factor) => value with { Entries = Array.ConvertAll(value.Entries, entry => factor * entry) };
}
