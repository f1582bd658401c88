using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks.Paths;

/// <summary>A quantity along an integrated flow, from parameters drawn at random: it must stay what it was for as long as the conditions hold.</summary>
internal sealed class ConservedCheck(Conserved conserved, ImmutableArray<Comparison> conditions) : StatementCheck
{
    private const double Uncertainty = 1e-7;
    private const double Nudge = 1e-4;
    private const double Still = 1e-9;
    private const double Moving = 1e-7;

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
        var result = AtStart(path, quantity);
        if (result is Fails)
        {
            return loss.Test(simulating, instance, "start", 2) ?? result;
        }

        quantity.Evaluate(path.Start);
        var before = quantity.Left;
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
        return end.Fault ?? loss.Test(simulating, path, end)
            ?? end.Standing(result as Fails) ?? (result is Holds ? new Holds($"constant along the path, which {end.Text}") { Detectable = Closeness.Detectable(Uncertainty + quantity.RelativeError) } : result);
    }

    // dS/dt where the path begins, by a central difference: the conditions may hold nowhere else on it.
    private static CheckResult AtStart(GradientPath path, StateComparison quantity)
    {
        quantity.Evaluate(path.Start);
        var (speed, length) = (GradientPath.Norm(path.StartRate), Math.Max(GradientPath.Norm(path.Start), Nudge));
        if (speed == 0)
        {
            return new Holds("");
        }

        var step = Nudge * length / speed;
        Matrix After(double time)
        {
            quantity.Evaluate([.. path.Start.ToArray().Zip(path.StartRate, (x, rate) => x + (time * rate))]);
            return quantity.IsDefined ? quantity.Left : throw new UndefinedException("the quantity has no value near the start");
        }

        var (after, before) = (After(step), After(-step));
        var change = new Matrix(after.Rows, after.Columns, [.. after.Entries.Zip(before.Entries, (a, b) => (a - b) / 2)]);
        var share = change.Norm() / Math.Max(quantity.Scale, double.Epsilon);
        return share <= Still + (quantity.RelativeError * 10) ? new Holds("")
            : share > Moving + (quantity.RelativeError * 100) ? new Fails(
                Figures.Of(change with { Entries = Array.ConvertAll(change.Entries, x => x / step) }), Figures.Of(change with { Entries = new double[change.Entries.Length] }),
                $"the derivative at the start is not 0: the quantity changes by {Figures.Percent(share)} of itself while the parameters move by {Figures.Percent(Nudge)}")
            : new Open("the derivative at the start is too near to 0 to tell");
    }
}
