using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks.Paths;

/// <summary>A quantity along an integrated flow, from parameters drawn at random: it must stay what it was for as long as the conditions hold.</summary>
internal sealed class ConservedCheck(Conserved conserved, ImmutableArray<Comparison> conditions) : StatementCheck
{
    private const double Uncertainty = 1e-7;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [conserved.Quantity, conserved.Flow.Loss];

    /// <inheritdoc/>
    public override bool IsCostly => true;

    /// <inheritdoc/>
    public override bool IsSampled => LossForm.IsSampled(conserved.Flow.Loss);

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        var loss = LossForm.Of(conserved.Flow.Loss, simulating);
        var parameters = conserved.Flow.Parameters;
        var path = new GradientPath(conserved.Flow, loss.Form, simulating, instance, [.. parameters.Select(parameter => instance.Values[parameter])]);
        var quantity = new StateComparison(new(conserved.Quantity, Relation.Equal, conserved.Quantity), instance, parameters);
        StateComparison[] held = [.. conditions.Where(condition => condition.Left.FreeSymbols.Union(condition.Right.FreeSymbols).Overlaps(parameters))
            .Select(condition => new StateComparison(condition, instance, parameters))];
        quantity.Evaluate(path.Start);
        var before = quantity.Left;
        CheckResult result = new Holds("");
        var end = path.Follow((time, state) =>
        {
            var point = state.ToArray();
            if (!Array.TrueForAll(held, condition => condition.At(point, Uncertainty) is Holds))
            {
                return false;
            }

            var now = quantity.Unchanged(point, before, Uncertainty);
            result = now switch { Fails fails => fails with { Detail = $"{fails.Detail}, at t = {Figures.Of(time)} and at the start" }, Open => now, _ => result };
            return now is not Fails;
        });
        return result is Fails ? result
            : end.Fault ?? loss.Test(simulating, instance, "start", 2) ?? loss.Test(simulating, path.At(end.State), "end", 2)
            ?? (result is Open ? result : new Holds($"constant along the path, which {end.Text}"));
    }
}
