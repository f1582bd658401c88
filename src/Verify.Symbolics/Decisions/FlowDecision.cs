using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Derivations;

namespace Verify.Symbolics.Decisions;

/// <summary>Statements about gradient flows that algebra decides: conserved quantities, manifolds that the flow does not leave, and what both say of a path from its start.</summary>
internal static class FlowDecision
{
    /// <summary>dS/dt = 0 wherever the equations that pin parameters (a = 0) hold.</summary>
    public static Ruling Of(Conserved conserved, IReadOnlyCollection<KeyValuePair<Symbol, Expr>> pinned, Steps steps)
    {
        var derivative = FlowDerivative.Of(conserved.Quantity, conserved.Flow);
        var value = NormalForms.Of(new Substitution(pinned).In(derivative));
        steps.Add("dS/dt = -Σ tr(grad(S; P)' grad(F; P)), gradient rule, like terms collected", new Substitution(pinned).In(derivative), value);
        var equality = Equality.Of(value, Expr.Zero(value.Shape));
        return equality.Kind == EqualityKind.Equal ? Ruling.Proved("the derivative along the flow has the normal form 0") : Ruling.Of(equality);
    }

    /// <summary>The comparison on the path from the start.</summary>
    public static Ruling Of(AlongFlow along, Steps steps)
    {
        var start = along.Flow.Parameters.Zip(along.Start, KeyValuePair.Create).ToImmutableArray();
        var resting = Resting(along.Flow, start);
        foreach (var (parameter, value) in resting)
        {
            steps.Add($"{parameter} stays at its start: its gradient there is 0", new Substitution(resting).In(FlowDerivative.Gradient(along.Flow.Loss, parameter)), Expr.Zero(value.Shape));
        }

        var rest = new Substitution(resting);
        var moving = along.Flow.Parameters.Where(parameter => resting.All(entry => entry.Key != parameter)).ToImmutableArray();
        var comparison = rest.In(along.Comparison);
        var difference = NormalForms.Of(Expr.Subtract(comparison.Left, comparison.Right));
        if (!moving.Any(difference.FreeSymbols.Contains))
        {
            return ComparisonDecision.Of(comparison);
        }

        var flow = new Flow(rest.In(along.Flow.Loss), moving);
        var atStart = new Substitution(start).In(comparison);
        var derivative = FlowDerivative.Of(difference, flow);
        if (NormalForms.IsZero(derivative))
        {
            steps.Add("left - right is conserved: its derivative along the flow is 0", derivative, Expr.Of(0));
            return FromStart(ComparisonDecision.Of(atStart), "left - right is conserved, and at the start the comparison holds");
        }

        return Descends(comparison, difference, flow) && ComparisonDecision.Of(atStart) is { Outcome: Verify.Language.Routes.Outcome.Proved } ruling
            ? FromStart(ruling, "left - right follows the loss, which never grows along the flow, and at the start the comparison holds")
            : Ruling.NotTreated("a comparison along a flow that follows from no conserved quantity");
    }

    private static Ruling FromStart(Ruling start, string why) =>
        start.Outcome == Verify.Language.Routes.Outcome.Proved ? Ruling.Proved(why) : start with { Detail = $"at the start of the path: {start.Detail}" };

    /// <summary>The most parameters that can rest at their start together: their gradients vanish there whatever the others are.</summary>
    public static ImmutableArray<KeyValuePair<Symbol, Expr>> Resting(Flow flow, ImmutableArray<KeyValuePair<Symbol, Expr>> start)
    {
        var resting = start;
        while (true)
        {
            var pinned = new Substitution(resting);
            var still = resting.Where(entry => NormalForms.IsZero(pinned.In(FlowDerivative.Gradient(flow.Loss, entry.Key)))).ToImmutableArray();
            if (still.Length == resting.Length)
            {
                return resting;
            }

            resting = still;
        }
    }

    /// <summary>Whether the comparison bounds the loss of a flow, up to what does not move, from above.</summary>
    public static bool Descends(Comparison comparison, Flow flow) =>
        comparison.Left.IsScalar && Descends(comparison, NormalForms.Of(Expr.Subtract(comparison.Left, comparison.Right)), flow);

    private static bool Descends(Comparison comparison, Expr difference, Flow flow)
    {
        var excess = comparison.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => difference,
            Relation.Greater or Relation.GreaterOrEqual => Expr.Negate(difference),
            _ => null,
        };
        return excess is { IsScalar: true } && !flow.Parameters.Any(NormalForms.Of(Expr.Subtract(excess, flow.Loss)).FreeSymbols.Contains);
    }
}
