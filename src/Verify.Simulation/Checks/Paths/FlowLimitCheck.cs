using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks.Paths;

/// <summary>The limit of an integrated flow: it must come to rest, and the equations must hold there.</summary>
internal sealed class FlowLimitCheck(FlowLimit claim) : StatementCheck
{
    private const double Caution = 10;
    private const double TooUncertain = 1e-3;
    private const double Different = 1e-4;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [claim.Flow.Loss, .. claim.Start, .. claim.Equations.SelectMany(equation => new[] { equation.Left, equation.Right })];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => claim.Flow.Parameters;

    /// <inheritdoc/>
    public override bool IsCostly => true;

    /// <inheritdoc/>
    public override bool IsSampled => LossForm.IsSampled(claim.Flow.Loss);

    /// <inheritdoc/>
    public override bool CanBeAttacked => true;

    /// <inheritdoc/>
    public override double? ViolationAt(Simulating simulating, Instance instance)
    {
        var path = PathAt(Loss(simulating), simulating, instance);
        var equations = Equations(instance, path.Start);
        var end = path.Follow();
        if (!end.HasConverged || end.Uncertainty > TooUncertain)
        {
            return null;
        }

        foreach (var equation in equations)
        {
            equation.Evaluate(end.State);
        }

        return PathViolation.Of(claim.Equations.Zip(equations, (equation, state) => Violation.Of(state, equation.Relation)).Max(), end);
    }

    /// <summary>Whether the path, followed further from where it came to rest, ends elsewhere than claimed too: one that is merely slow moves on.</summary>
    public override bool Confirms(Simulating simulating, Instance instance)
    {
        var path = PathAt(Loss(simulating), simulating, instance);
        var equations = Equations(instance, path.Start);
        var end = path.Follow();
        var rest = path.At(end.State);
        var further = new GradientPath(
            claim.Flow, Loss(simulating).Form, simulating with { Effort = simulating.Effort with { Work = 0 } }, instance, [.. claim.Flow.Parameters.Select(parameter => rest.Values[parameter])]);
        var last = GradientPath.Norm(further.StartRate) == 0 ? end.State : further.Follow().State;
        return end.HasConverged && equations.Exists(equation => equation.At(last, Different) is Fails);
    }

    private LossForm Loss(Simulating simulating) => LossForm.Of(claim.Flow.Loss, simulating);

    private GradientPath PathAt(LossForm loss, Simulating simulating, Instance instance) =>
        new(claim.Flow, loss.Form, simulating, instance, [.. claim.Start.Select(simulating.ValuesAt(instance).Of)]);

    // What is large at the start is what an error is measured against.
    private List<StateComparison> Equations(Instance instance, ReadOnlySpan<double> start)
    {
        List<StateComparison> equations = [.. claim.Equations.Select(equation => new StateComparison(equation, instance, claim.Flow.Parameters))];
        foreach (var equation in equations)
        {
            equation.Evaluate(start);
        }

        return equations;
    }

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        var loss = Loss(simulating);
        var path = PathAt(loss, simulating, instance);
        var equations = Equations(instance, path.Start);
        var end = path.Follow();
        return end.Fault ?? loss.Test(simulating, path, end)
            ?? (end.End == FlowEnd.RanAway ? new Fails("the flow runs away", "a limit", end.Text) : AtTheEnd(equations, end));
    }

    private static CheckResult AtTheEnd(List<StateComparison> equations, PathEnd end)
    {
        if (!end.HasConverged || end.Uncertainty > TooUncertain)
        {
            return new Open(end.HasConverged ? $"the path is near its limit, but slows down so that the limit may be {Figures.Percent(end.Uncertainty)} away" : $"the path {end.Text}");
        }

        var results = equations.Select(equation => equation.At(end.State, Caution * (end.Uncertainty + (double.IsFinite(end.Imbalance) ? end.Imbalance : 0)))).ToList();
        return results.Find(result => result is Fails) is { } fails ? fails with { Detail = $"{fails.Detail}, at the end of the path, which {end.Text}" }
            : results.Find(result => result is Open) ?? new Holds($"the path {end.Text}: {results[0].Detail}") { Detectable = results.Max(result => result.Detectable) };
    }
}
