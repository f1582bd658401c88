using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Simulation.Tightness;

namespace Verify.Simulation.Checks.Paths;

/// <summary>A comparison at every time on an integrated path from the given start.</summary>
internal sealed class AlongFlowCheck(AlongFlow along) : StatementCheck
{
    private const double Uncertainty = 1e-7;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [along.Comparison.Left, along.Comparison.Right, along.Flow.Loss, .. along.Start];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => along.Flow.Parameters;

    /// <inheritdoc/>
    public override bool IsCostly => true;

    /// <inheritdoc/>
    public override bool IsSampled => LossForm.IsSampled(along.Flow.Loss);

    /// <inheritdoc/>
    public override bool HasRatio => !IsSampled && Ratio.IsOf(along.Comparison);

    /// <inheritdoc/>
    public override double? RatioAt(Simulating simulating, Instance instance)
    {
        var path = PathAt(LossForm.Of(along.Flow.Loss, simulating), simulating, instance);
        var comparison = new StateComparison(along.Comparison, instance, along.Flow.Parameters);
        var best = RatioOf(comparison, path.Start);
        path.Follow((_, state) =>
        {
            best = RatioOf(comparison, state) is { } now && !(best >= now) ? now : best;
            return true;
        });
        return best;
    }

    /// <inheritdoc/>
    public override bool CanBeAttacked => true;

    /// <inheritdoc/>
    public override double? ViolationAt(Simulating simulating, Instance instance)
    {
        var path = PathAt(LossForm.Of(along.Flow.Loss, simulating), simulating, instance);
        var comparison = new StateComparison(along.Comparison, instance, along.Flow.Parameters);
        comparison.Evaluate(path.Start);
        var worst = Violation.Of(comparison, along.Comparison.Relation);
        var end = path.Follow((_, state) =>
        {
            comparison.Evaluate(state);
            worst = Violation.Of(comparison, along.Comparison.Relation) is { } now && !(worst >= now) ? now : worst;
            return true;
        });
        return along.Comparison.Relation == Relation.Equal ? PathViolation.Of(worst, end) : worst;
    }

    private GradientPath PathAt(LossForm loss, Simulating simulating, Instance instance) =>
        new(along.Flow, loss.Form, simulating, instance, [.. along.Start.Select(simulating.ValuesAt(instance).Of)]);

    private double? RatioOf(StateComparison comparison, ReadOnlySpan<double> state)
    {
        comparison.Evaluate(state);

        // Near the end of a path both sides may tend to 0, and what is left of them is rounding.
        return Math.Max(comparison.Left.Norm(), comparison.Right.Norm()) <= 1e-4 * comparison.Scale ? null
            : Ratio.Of(along.Comparison.Relation, comparison.Left.Entries[0], comparison.Right.Entries[0]);
    }

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        var loss = LossForm.Of(along.Flow.Loss, simulating);
        var path = PathAt(loss, simulating, instance);
        var comparison = new StateComparison(along.Comparison, instance, along.Flow.Parameters);
        var first = comparison.At(path.Start, 0);
        var failure = first is Fails atOnce ? atOnce with { Detail = $"{first.Detail}, at t = 0" } : null;
        if (failure is not null)
        {
            return failure;
        }

        double? unclear = first is Open ? 0 : null;
        var end = path.Follow((time, state) =>
        {
            var now = comparison.At(state, Uncertainty);
            unclear ??= now is Open || now.Detectable > simulating.Effort.Margin ? time : null;
            failure = now is Fails fails ? fails with { Detail = $"{fails.Detail}, at t = {Figures.Of(time)}" } : null;
            return failure is null;
        });
        return end.Fault ?? loss.Test(simulating, path, end) ?? end.Standing(failure)
            ?? (first is Open ? first : new Holds($"along the path, which {end.Text}{(unclear is { } time ? $"; from t = {Figures.Of(time)} the sides are too near to each other to tell" : "")}") { Detectable = first.Detectable });
    }
}
