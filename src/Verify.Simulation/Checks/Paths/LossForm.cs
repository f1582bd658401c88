using Verify.Language;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;

namespace Verify.Simulation.Checks.Paths;

/// <summary>
/// A loss that can be differentiated and integrated: the loss itself where nothing in it needs to be drawn, otherwise its closed form as handed over, which is
/// tested against draws of the loss wherever it is used.
/// </summary>
internal sealed class LossForm
{
    private const double WiderMargin = 10;
    private const double LargestMargin = 0.1;
    private readonly Expr _loss;

    private LossForm(Expr loss, Expr form) => (_loss, Form) = (loss, form);

    /// <summary>The loss without expectations that would have to be drawn.</summary>
    public Expr Form { get; }

    /// <summary>Whether a loss has to be drawn to be tested.</summary>
    public static bool IsSampled(Expr loss) => !Estimator.Of(loss).IsDeterministic;

    /// <summary>The form of a loss. One that needs a closed form where none is in reach throws <see cref="NotTreatedException"/>.</summary>
    public static LossForm Of(Expr loss, Simulating simulating)
    {
        if (!IsSampled(loss))
        {
            return new(loss, loss);
        }

        return simulating.Settings.ClosedForms?.Of(loss, simulating.Cancellation) is { } form && Estimator.Of(form).IsDeterministic ? new(loss, form)
            : throw new NotTreatedException("the flow or minimum of a loss of which no closed form is in reach");
    }

    /// <summary>What speaks against the form at the start and the end of a path; nothing where it is the loss or fits the draws. At an end that ran away nothing is drawn.</summary>
    public CheckResult? Test(Simulating simulating, GradientPath path, PathEnd end) =>
        Test(simulating, path.At(path.Start), "start", 2) ?? (end.End == FlowEnd.RanAway ? null : Test(simulating, path.At(end.State), "end", 2));

    /// <summary>Nothing where the form is the loss or fits the draws at an instance that gives the parameters their values; otherwise what is wrong.</summary>
    public CheckResult? Test(Simulating simulating, Instance at, string label, int shares)
    {
        if (ReferenceEquals(_loss, Form) || SampledSides.Of(new(_loss, Relation.Equal, Form)) is not { } sides)
        {
            return null;
        }

        // The closed form is derived, not claimed: the draws guard against a fault of the derivation, for which a wider margin does.
        var task = simulating.Task(label, shares);
        var margin = Math.Max(task.Margin, Math.Min(WiderMargin * simulating.Settings.Margin, LargestMargin));
        var result = new SampledComparison(sides).At(at, simulating.ValuesAt(at), task with { Margin = margin });
        return result switch
        {
            Holds => null,
            Fails fails => new Contradiction($"the closed form of the loss by {simulating.Settings.ClosedForms!.Provenance} does not fit its draws: {fails.Detail}") { Sampled = fails.Sampled },
            _ => new Open($"the closed form of the loss could not be confirmed: {result.Detail}") { Sampled = result.Sampled },
        };
    }
}
